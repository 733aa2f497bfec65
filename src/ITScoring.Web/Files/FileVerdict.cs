using ITScoring.Domain.Files;

namespace ITScoring.Web.Files;

/// <summary>What a look at a file's content says: its kind, or why it is not taken.</summary>
/// <param name="Kind">Null: refused.</param>
/// <param name="Refusal">A Vietnamese sentence with the reason and the remedy; the file's name stands before it.</param>
public sealed record FileVerdict(FileKind? Kind, string? Refusal)
{
    public static FileVerdict Taken(FileKind kind) => new(kind, null);

    public static FileVerdict Refused(string why) => new(null, why);
}
