using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using static ITScoring.Domain.Reviews.VerdictKind;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The figure of agreement, worked by hand.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void Share_and_kappa_of_a_table_worked_by_hand()
    {
        // Both agreed 20, both adjusted 15, first agreed and second adjusted 5, the other way round 10.
        var pairs = Times(20, Agreed, Agreed, true).Concat(Times(14, Adjusted, Adjusted, true)).Concat(Times(1, Adjusted, Adjusted, false)).Concat(Times(5, Agreed, Adjusted, false)).Concat(Times(10, Adjusted, Agreed, false));

        var agreement = Agreement.Of(pairs);

        // po = 35/50; pe = 25/50 · 30/50 + 25/50 · 20/50 = 1/2; kappa = (7/10 − 1/2) / (1 − 1/2) = 2/5.
        Assert.Equal((50, 34), (agreement.Compared, agreement.Same));
        Assert.Equal(Rational.Of(34, 50), agreement.Share);
        Assert.Equal(Rational.Of(2, 5), agreement.Kappa);
    }

    [Fact]
    public void Where_both_always_say_the_same_there_is_no_kappa()
    {
        Assert.Null(Agreement.Of(Times(4, Agreed, Agreed, true)).Kappa);
        Assert.Equal(Rational.One, Agreement.Of([.. Times(4, Agreed, Agreed, true), .. Times(1, Adjusted, Adjusted, true)]).Kappa);
        Assert.Equal((0, null, null), (Agreement.Of([]).Compared, Agreement.Of([]).Share, Agreement.Of([]).Kappa));
    }

    private static IEnumerable<(VerdictKind, VerdictKind, bool)> Times(int count, VerdictKind first, VerdictKind second, bool same) => Enumerable.Repeat((first, second, same), count);
}
