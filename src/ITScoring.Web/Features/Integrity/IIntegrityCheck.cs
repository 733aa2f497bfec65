namespace ITScoring.Web.Features.Integrity;

/// <summary>Looks for one kind of state that the portal itself never makes. A new check is a new class in <c>Checks/</c> and a line in <see cref="IntegrityChecks"/>.</summary>
public interface IIntegrityCheck
{
    /// <summary>What must hold, as a heading on screen.</summary>
    string Name { get; }

    Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel);
}
