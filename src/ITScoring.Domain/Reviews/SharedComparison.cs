using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Reviews;

/// <summary>How a declared value stands beside the figure of a shared system. Exact: a difference of just the tolerance is within it.</summary>
/// <param name="Differs">Numbers: by more than the tolerance. Anything else: at all.</param>
/// <param name="Percent">
/// Of numbers: (declared − shared) ÷ |shared| × 100; null where there is none: no number, nothing declared, or a shared figure of 0 (then any other value differs).
/// </param>
/// <param name="InWords">The same for people, e.g. <c>Kê khai cao hơn 12,5 %</c>.</param>
public sealed record SharedComparison(bool Differs, Rational? Percent, string InWords)
{
    /// <param name="declared">Null: unanswered, which differs from whatever the system says.</param>
    /// <param name="toleranceHundredths">In hundredths of a percent, as <see cref="Periods.Period.SharedToleranceHundredths"/>.</param>
    public static SharedComparison Of(AnswerValue? declared, AnswerValue shared, int toleranceHundredths) => (declared, shared) switch
    {
        (null, _) => new(true, null, "Chưa kê khai"),
        (NumberAnswer d, NumberAnswer s) when d.Value == s.Value => new(false, s.Value.IsZero ? null : Rational.Zero, "Bằng nhau"),
        (NumberAnswer, NumberAnswer { Value.IsZero: true }) => new(true, null, "Hệ thống ghi 0"),
        (NumberAnswer d, NumberAnswer s) => OfNumbers(d.Value, s.Value, toleranceHundredths),
        _ => declared.Equals(shared) ? new(false, null, "Bằng nhau") : new(true, null, "Khác nhau"),
    };

    private static SharedComparison OfNumbers(Rational declared, Rational shared, int toleranceHundredths)
    {
        var percent = (declared - shared) / Rational.Abs(shared) * 100;
        var size = Rational.Abs(percent);
        return new(size * 100 > toleranceHundredths, percent, $"Kê khai {(percent.Sign > 0 ? "cao" : "thấp")} hơn {VietnameseNumber.Of(size)} %");
    }
}
