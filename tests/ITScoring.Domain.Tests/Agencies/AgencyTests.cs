using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Tests.Agencies;

public sealed class AgencyTests
{
    [Fact]
    public void An_agency_ends_on_its_last_day_and_not_before_it_began()
    {
        var agency = new Agency("STTTT", "Sở Thông tin và Truyền thông", "Sở TT&TT", 1, new DateOnly(2008, 3, 1), 11);

        Assert.Equal(RefusalKind.Input, agency.EndOn(new DateOnly(2008, 2, 29)).Refusal);
        Assert.Null(agency.ValidTo);
        Assert.True(agency.EndOn(new DateOnly(2025, 2, 28)).Ok);
        Assert.Equal(new DateOnly(2025, 2, 28), agency.ValidTo);
    }

    [Fact]
    public void An_agency_without_a_first_day_ends_any_day() => Assert.True(new Agency("BDT", "Ban Dân tộc", null, 1).EndOn(new DateOnly(2025, 2, 28)).Ok);

    [Fact]
    public void No_agency_succeeds_itself()
    {
        var agency = new Agency("SKHCN", "Sở Khoa học và Công nghệ", null, 1);

        Assert.Equal(RefusalKind.Input, agency.Succeeds(agency).Refusal);
        Assert.Empty(agency.Predecessors);
    }

    [Fact]
    public void Names_and_codes_are_needed()
    {
        Assert.Throws<ArgumentException>(() => new Agency("", "Ban Dân tộc", null, 1));
        Assert.Throws<ArgumentException>(() => new Agency("BDT", " ", null, 1));
        Assert.Throws<ArgumentException>(() => new Block("SBN", "", 1));
        Assert.Throws<ArgumentException>(() => new Holiday(new DateOnly(2019, 1, 1), " "));
        Assert.Throws<ArgumentException>(() => new PreviousFigure(1, 1, "A", "1", " "));
    }
}
