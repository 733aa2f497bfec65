namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>Why a question of a draft has no answers, or not all of them, in the period that it is tried on.</summary>
public enum TrialGap
{
    /// <summary>The set of that period had no question of this code.</summary>
    New,

    /// <summary>It was of another type; only whole and decimal numbers pass into each other.</summary>
    TypeChanged,

    /// <summary>Some answers do not fit: an option or column that the draft does not have, a fraction for a whole number.</summary>
    ValueDoesNotFit,

    /// <summary>It was there and nobody answered it.</summary>
    NeverAnswered,
}
