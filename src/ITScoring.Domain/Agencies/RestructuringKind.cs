namespace ITScoring.Domain.Agencies;

/// <summary>How an agency came out of others.</summary>
public enum RestructuringKind
{
    /// <summary>Hợp nhất, sáp nhập: several became one.</summary>
    Merger,

    /// <summary>Chia tách: one became several, or gave a part away.</summary>
    Division,
}
