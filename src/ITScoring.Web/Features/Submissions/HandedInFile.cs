namespace ITScoring.Web.Features.Submissions;

/// <summary>A file that was handed in with a form.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Questions">Codes of the questions that it proves, in ordinal order.</param>
public sealed record HandedInFile(string Name, long Size, string Sha256, string? Title, IReadOnlyList<string> Questions)
{
    /// <summary>The same file, whatever it proves.</summary>
    public bool Equals(HandedInFile? other) => other is not null && (Name, Size, Sha256, Title) == (other.Name, other.Size, other.Sha256, other.Title);

    public override int GetHashCode() => HashCode.Combine(Name, Size, Sha256, Title);
}
