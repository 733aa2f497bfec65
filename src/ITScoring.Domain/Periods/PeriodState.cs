namespace ITScoring.Domain.Periods;

/// <summary>States of an evaluation period, in their order.</summary>
public enum PeriodState
{
    Draft,
    Open,
    Reviewing,
    Preliminary,
    Proposed,
    Approved,
    Published,
}
