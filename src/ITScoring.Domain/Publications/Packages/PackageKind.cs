namespace ITScoring.Domain.Publications.Packages;

/// <summary>For whom a result package is.</summary>
public enum PackageKind
{
    /// <summary>For everybody: with the answers only where the period opens the declared figures.</summary>
    Public,

    /// <summary>For the evaluated agencies and UBND: always with the answers that the points were computed from.</summary>
    Full,
}
