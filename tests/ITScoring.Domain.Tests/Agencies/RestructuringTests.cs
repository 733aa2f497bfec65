using ITScoring.Domain.Agencies;

namespace ITScoring.Domain.Tests.Agencies;

public sealed class RestructuringTests
{
    private static readonly DateOnly Day = new(2025, 3, 1);
    private static readonly DateTime Now = new(2025, 2, 20, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Several_agencies_become_one_and_end_the_day_before()
    {
        var (a, b, into) = (Of("STTTT", 1), Of("SKHCN", 2), Of("SKHCN2", 0));

        var outcome = Restructuring.Merge(into, [new(a, 120), new(b, 80)], null, Order(RestatementRule.WeightedMean), Register(), out var done);

        Assert.True(outcome.Ok);
        Assert.Equal((Day.AddDays(-1), Day.AddDays(-1)), (a.ValidTo, b.ValidTo));
        Assert.Equal([("STTTT", 120), ("SKHCN", 80)], into.Predecessors.Select(p => (p.Predecessor!.Code, p.Weight!.Value)));
        Assert.All(into.Predecessors, p => Assert.Same(done, p.Restructuring));
        Assert.Equal((RestructuringKind.Merger, Day, false), (done!.Kind, done.On, done.IncludesOwn));
    }

    [Fact]
    public void Nothing_changes_when_a_merger_is_refused_and_every_reason_is_named()
    {
        var (a, b) = (Of("A", 1, new DateOnly(2025, 6, 1)), Of("B", 2));
        b.EndOn(new DateOnly(2020, 12, 31));

        var outcome = Restructuring.Merge(a, [new(a), new(b)], new(a), new RestructuringOrder(Day, " ", RestatementRule.Main, "", 1, Now), Register(), out var done);

        Assert.Equal(["basis", "ruleReason", "parts", "parts", "into", "main"], outcome.Details.Select(d => d.At));
        Assert.Null(done);
        Assert.Empty(a.Predecessors);
        Assert.Null(a.ValidTo);
    }

    [Fact]
    public void Links_never_go_in_circles()
    {
        var (a, b) = (Of("A", 1), Of("B", 2));
        var outcome = Restructuring.Merge(a, [new(b)], new(a), Order(RestatementRule.Mean), Register((2, 3), (3, 1)), out _);
        Assert.Equal("B đã kế thừa A, nên A không thể kế thừa ngược lại. Chọn cơ quan nhận khác hoặc lập cơ quan mới.", Assert.Single(outcome.Problems));
    }

    [Fact]
    public void Whoever_takes_part_in_a_running_period_does_not_end_in_its_middle()
    {
        var (a, b, into) = (Of("A", 1), Of("B", 2), Of("C", 0));
        var register = new AgencyRegister([], [new AgencyEngagement(1, "Kỳ 2024", Day)]);

        var outcome = Restructuring.Merge(into, [new(a), new(b)], null, Order(RestatementRule.Mean), register, out _);

        Assert.Contains("A đang tham gia “Kỳ 2024”", Assert.Single(outcome.Problems), StringComparison.Ordinal);
        Assert.Equal("lastDay", Assert.Single(a.EndOn(Day.AddDays(-1), register).Details).At);
        Assert.True(a.EndOn(Day, register).Ok);
    }

    [Fact]
    public void A_divided_agency_ends_or_goes_on()
    {
        var (old, x, y) = (Of("A", 1), Of("X", 0), Of("Y", 0));
        Assert.True(Restructuring.Divide(old, [x, y], continues: false, Order(RestatementRule.Main), Register(), out var done).Ok);
        Assert.Equal(2, done.Count);
        Assert.Equal(Day.AddDays(-1), old.ValidTo);
        Assert.True(Assert.Single(x.Predecessors).IsMain);

        var other = Of("B", 2);
        Assert.Equal("code1", Assert.Single(Restructuring.Divide(other, [], continues: true, Order(RestatementRule.None), Register(), out _).Details).At);
        Assert.Equal("rule", Assert.Single(Restructuring.Divide(other, [Of("Z", 0)], continues: true, Order(RestatementRule.Mean), Register(), out _).Details).At);
        Assert.True(Restructuring.Divide(other, [Of("Z", 0)], continues: true, Order(RestatementRule.None), Register(), out _).Ok);
        Assert.Null(other.ValidTo);
    }

    [Fact]
    public void A_renaming_holds_from_its_day_and_former_days_keep_the_former_name()
    {
        var agency = Of("STTTT", 1, new DateOnly(2008, 3, 1));
        Assert.Equal("from", Assert.Single(agency.Rename(new DateOnly(2008, 3, 1), "Sở Khác", null, "1/QĐ", Day, 1, Now).Details).At);
        Assert.Equal("basis", Assert.Single(agency.Rename(Day, "Sở Khác", null, "", Day, 1, Now).Details).At);
        Assert.Equal("name", Assert.Single(agency.Rename(Day, "STTTT", null, "1/QĐ", Day, 1, Now).Details).At);

        Assert.True(agency.Rename(Day.AddDays(10), "Sở Khác", "SK", "1/QĐ", Day, 1, Now).Ok);
        Assert.Equal("STTTT", agency.Name);
        Assert.False(agency.ApplyNames(Day.AddDays(9)));
        Assert.True(agency.ApplyNames(Day.AddDays(10)));
        Assert.Equal(("Sở Khác", "SK"), (agency.Name, agency.ShortName));
        Assert.Equal("STTTT", agency.NameOn(Day).Name);
        Assert.Equal("from", Assert.Single(agency.Rename(Day, "Sở Nữa", null, "2/QĐ", Day, 1, Now).Details).At);
        Assert.Equal(RefusalKind.WrongState, agency.WithdrawRenaming(Day.AddDays(10)).Refusal);
    }

    [Fact]
    public void A_block_with_agencies_does_not_end_before_them()
    {
        var block = new Block("SBN", "Sở, ban, ngành", 1);
        Assert.Equal("validTo", Assert.Single(block.Change("Sở", 1, null, Day, [Of("A", 1)]).Details).At);
        Assert.Equal("validTo", Assert.Single(block.Change("Sở", 1, Day, Day.AddDays(-1), []).Details).At);
        Assert.True(block.Change("Sở", 2, null, Day, []).Ok);
        Assert.False(block.IsInForce(Day.AddDays(1)));
    }

    [Theory]
    [InlineData("STC", true)]
    [InlineData("A-1.b_2", true)]
    [InlineData("SỞ", false)]
    [InlineData("-A", false)]
    [InlineData("A B", false)]
    [InlineData("", false)]
    [InlineData("A23456789012345678901234567890123", false)]
    public void A_code_is_letters_and_digits(string code, bool isOne) => Assert.Equal(isOne, Agency.IsCode(code));

    private static RestructuringOrder Order(RestatementRule rule) => new(Day, "12/NQ-HĐND", rule, "Theo hướng dẫn", 1, Now);

    private static AgencyRegister Register(params (int, int)[] links) => new(links, []);

    private static Agency Of(string code, int id, DateOnly? from = null)
    {
        var agency = new Agency(code, code, null, 1, from);
        typeof(Agency).GetProperty(nameof(Agency.Id))!.SetValue(agency, id);
        return agency;
    }
}
