namespace ITScoring.Domain.Publications.Years;

/// <summary>How an agency is tied to those of another year.</summary>
public enum AgencyTie
{
    /// <summary>It was there itself.</summary>
    Same,

    /// <summary>It took over from one agency, of which nobody else took over: the two are compared.</summary>
    Successor,

    /// <summary>Hợp nhất: it took over from several.</summary>
    Merged,

    /// <summary>Chia tách: others took over from its predecessor too, or the predecessor is still there.</summary>
    Divided,

    /// <summary>Nobody of that year stands for it.</summary>
    New,
}
