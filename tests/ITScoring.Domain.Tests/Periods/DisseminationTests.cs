using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Tests.Periods;

/// <summary>Making a period known: who confirms what, and which documents stand beside the guidance.</summary>
public sealed class DisseminationTests
{
    private const int Own = 3;

    private static readonly DateTime Now = new(2018, 12, 5, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Manager = new(1, Role.PeriodManager, 9);
    private static readonly Actor Head = new(2, Role.Head, Own);
    private static readonly DocumentReference Letter = new("1234/STTTT-CNTT", new DateOnly(2018, 12, 3), null);

    [Fact]
    public void The_head_confirms_once_and_later_puts_the_day_right()
    {
        var period = Opened();
        var (first, row) = Dissemination.Confirm(Head, period, Own, null, new DateOnly(2018, 12, 4), "Họp", Now);
        var (second, same) = Dissemination.Confirm(Head, period, Own, row, new DateOnly(2018, 12, 5), null, Now.AddHours(1));
        Assert.True(first.Ok && second.Ok);
        Assert.Same(row, same);
        Assert.Equal((new DateOnly(2018, 12, 5), null, Now.AddHours(1)), (same!.Day, same.Note, same.ConfirmedAt));
    }

    [Theory]
    [InlineData(2018, 12, 2, "không thể trước ngày 03/12/2018 (ngày của công văn triển khai)")]
    [InlineData(2018, 12, 6, "không thể sau ngày hôm nay")]
    public void A_day_before_the_letter_or_in_the_future_is_none(int year, int month, int day, string problem)
    {
        var (outcome, row) = Dissemination.Confirm(Head, Opened(), Own, null, new DateOnly(year, month, day), null, Now);
        Assert.Equal((RefusalKind.Input, "day", null), (outcome.Refusal, outcome.Details[0].At, row));
        Assert.Contains(problem, outcome.Problems[0]);
    }

    [Fact]
    public void Without_a_letter_the_data_window_bounds_the_day() =>
        Assert.Contains("01/12/2017 (ngày bắt đầu lấy số liệu)", Dissemination.Confirm(Head, Opened(letter: null), Own, null, new DateOnly(2017, 11, 30), null, Now).Outcome.Problems[0]);

    [Fact]
    public void Nobody_else_and_no_deputy_out_of_his_time_confirms()
    {
        var period = Opened();
        var deputy = new Actor(4, Role.Deputy, Own, Now.AddDays(-1), Now.AddDays(1));
        Assert.True(Dissemination.May(deputy, period, Own, Now).Ok);
        foreach (var other in new[] { deputy with { ActingUntil = Now.AddSeconds(-1) }, Head with { AgencyId = 7 }, Head with { Role = Role.Editor }, Manager, Head with { Role = Role.Administrator } })
            Assert.Equal(RefusalKind.NotAllowed, Dissemination.May(other, period, Own, Now).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, Dissemination.May(Head with { AgencyId = 99 }, period, 99, Now).Refusal);
        Assert.Equal(RefusalKind.WrongState, Dissemination.May(Head, Planned(), Own, Now).Refusal);
    }

    [Fact]
    public void Of_a_kind_one_document_stands_and_what_is_no_pdf_or_has_no_number_does_not()
    {
        var period = Planned();
        var (outcome, first) = GuidanceDocument.Attach(Manager, period, GuidanceDocumentKind.CallLetter, Letter, File(FileKind.Pdf), "a.pdf", [], Now);
        Assert.True(outcome.Ok);
        var (_, second) = GuidanceDocument.Attach(Manager, period, GuidanceDocumentKind.CallLetter, Letter, File(FileKind.Pdf), "b.pdf", [first!], Now);
        Assert.Equal((false, true), (first!.Stands, second!.Stands));
        Assert.Equal(RefusalKind.WrongState, first.Withdraw(Manager, period, Now).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, second.Withdraw(Head, period, Now).Refusal);
        Assert.Equal("file", GuidanceDocument.Attach(Manager, period, GuidanceDocumentKind.RulesAnnex, null, File(FileKind.Png), "a.png", [], Now).Outcome.Details[0].At);
        Assert.Equal("number", GuidanceDocument.Check(Manager, period, GuidanceDocumentKind.Decision, null, Now).Details[0].At);
        Assert.Equal("number", GuidanceDocument.Check(Manager, period, GuidanceDocumentKind.Decision, Letter with { Number = new string('9', 101) }, Now).Details[0].At);
        Assert.Equal("date", GuidanceDocument.Check(Manager, period, GuidanceDocumentKind.RulesAnnex, Letter with { Date = new DateOnly(2018, 12, 6) }, Now).Details[0].At);
        Assert.Equal(RefusalKind.NotAllowed, GuidanceDocument.Check(Head, period, GuidanceDocumentKind.RulesAnnex, null, Now).Refusal);
        Assert.True(GuidanceDocument.Check(Manager, period, GuidanceDocumentKind.RulesAnnex, null, Now).Ok);
    }

    [Theory]
    [InlineData(0, null, "returnDays")]
    [InlineData(61, null, "returnDays")]
    [InlineData(null, 0, "responseDays")]
    [InlineData(null, 61, "responseDays")]
    public void Planned_days_are_one_to_sixty(int? returnDays, int? responseDays, string at)
    {
        var period = Planned();
        Assert.Equal(at, period.PlanSteps(returnDays, responseDays, null).Details[0].At);
        Assert.Equal("plannedResponse", period.PlanSteps(1, 60, new DateOnly(2018, 12, 19)).Details[0].At);
        Assert.Equal((null, null, null), (period.ReturnDays, period.ResponseDays, period.PlannedResponseOn));
        Assert.Equal(RefusalKind.WrongState, Opened().PlanSteps(1, 1, null).Refusal);
    }

    private static StoredFile File(FileKind kind) => new(9, new string('a', 64), 10, kind, 1, Now, willBeScanned: false);

    private static Period Planned()
    {
        var period = new Period("2018", 2018, "Đánh giá năm 2018");
        Assert.True(period.Plan("Đánh giá năm 2018", new CriteriaSetVersion("X", 1, "Bộ", "{}", new string('0', 64), CriteriaSetState.InForce), new DateOnly(2017, 12, 1), new DateOnly(2018, 11, 30), Deadline.Before(new DateOnly(2018, 12, 20)), false).Ok);
        Assert.True(period.TakeIn([new PeriodAgency(Own, "STC", "Sở Tài chính", "SBN", "Sở, ban, ngành", 0)]).Ok);
        return period;
    }

    private static Period Opened() => Opened(Letter);

    private static Period Opened(DocumentReference? letter)
    {
        var period = Planned();
        Assert.True(period.Open(Manager, Now, letter).Ok);
        return period;
    }
}
