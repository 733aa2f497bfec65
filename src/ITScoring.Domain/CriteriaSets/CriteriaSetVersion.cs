namespace ITScoring.Domain.CriteriaSets;

/// <summary>A stored version of a criteria set: the file as it was read, and where it stands. A version in force never changes.</summary>
public sealed class CriteriaSetVersion
{
    private CriteriaSetVersion()
    {
    }

    public CriteriaSetVersion(string code, int version, string title, string json, string sha256, CriteriaSetState state) =>
        (Code, Number, Title, Json, Sha256, State) = (code, version, title, json, sha256, state);

    public int Id { get; private set; }

    /// <summary>Code of the set, e.g. <c>QB-2018</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The file's <c>version</c>, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The file, byte for byte.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 of the file's UTF-8 bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public CriteriaSetState State { get; private set; }
}
