namespace ITScoring.Web.Features.Submissions;

/// <summary>A document that was handed in with an answer.</summary>
/// <param name="Text">Citation, address, or a file's name and size, in one line.</param>
/// <param name="Sha256">Of a file's content, lower-case hexadecimal; null: no file was handed in.</param>
public sealed record HandedInDocument(string Text, string? Sha256)
{
    public override string ToString() => Sha256 is null ? Text : $"{Text}, SHA-256 {Sha256}";
}
