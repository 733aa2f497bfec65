using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Two reviewers of one form, Sở Tài chính, at the same instant.</summary>
public sealed class ReviewRaceTests : IAsyncLifetime
{
    private const string Path = "/reviews/2026/stc/criteria/";

    private StagePortal _portal = null!;
    private PortalClient _first = null!;
    private PortalClient _second = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        (_first, _second) = (await _portal.SignedInAsync("thamtra1"), await _portal.SignedInAsync("thamtra2"));
    }

    public async Task DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task In_different_criteria_both_are_kept_and_counted()
    {
        var before = await CohortVersionAsync();
        // Values that feed one criterion only.
        (string Criterion, string Question, string Value)[] mine = [("VI.4", "N05", "60"), ("I.2", "H04", "53"), ("II.1", "U01", "7")];
        (string Criterion, string Question, string Value)[] yours = [("VI.5", "N06", "3"), ("I.5", "H09", "73"), ("II.4", "U06", "6400")];
        foreach (var (a, b) in mine.Zip(yours))
        {
            var pages = await Task.WhenAll(_first.GetAsync(Path + a.Criterion), _second.GetAsync(Path + b.Criterion));

            var saved = await Task.WhenAll(Adjust(pages[0], a.Question, a.Value), Adjust(pages[1], b.Question, b.Value));

            Assert.Equal([$"Đã lưu kết luận tiêu chí {a.Criterion}.", $"Đã lưu kết luận tiêu chí {b.Criterion}."], saved.Select(p => p.Notice));
        }

        foreach (var (_, question, value) in mine.Concat(yours))
            Assert.Equal(value, await VerifiedAsync(question));
        Assert.Equal(6, await _portal.ReadAsync(db => db.CriterionVerdicts.CountAsync()));
        Assert.Equal(before + 6, await CohortVersionAsync());
        Assert.Equal(6, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "verdict.adjust")));
    }

    [Fact]
    public async Task In_one_criterion_whoever_was_slower_is_told_and_keeps_what_was_typed()
    {
        var pages = await Task.WhenAll(_first.GetAsync(Path + "VI.4"), _second.GetAsync(Path + "VI.4"));

        // One after the other, from pages that show the same state.
        var quick = await Adjust(pages[0], "N05", "60");
        var slow = await Adjust(pages[1], "N05", "61");

        Assert.Equal(200, quick.Status);
        slow.Expect(409);
        Assert.Contains("vừa được người khác lưu", Assert.Single(slow.Problems));
        Assert.Equal(("61", "Theo danh sách."), (slow.ValueOf("N05, giá trị thẩm tra"), slow.ValueOf("Lý do điều chỉnh")));
        Assert.Contains("63 người → 60 người", slow.TableUnder("Lịch sử giá trị")[0][2]);
        Assert.Equal("60", await VerifiedAsync("N05"));
        Assert.Equal(1, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "verdict.adjust")));

        // Knowing it, he may.
        Assert.Equal(Path + "VI.5", (await slow.PressAsync("Lưu điều chỉnh")).Path);
        Assert.Equal(["60", "61"], await ChangesAsync("N05"));
    }

    [Fact]
    public async Task An_agreement_from_an_old_page_does_not_undo_an_adjustment()
    {
        var old = await _second.GetAsync(Path + "VI.4");
        await Adjust(await _first.GetAsync(Path + "VI.4"), "N05", "60");

        var refused = (await old.PressAsync("Đồng ý với số liệu hiện có")).Expect(409);

        Assert.Contains("vừa được người khác lưu", Assert.Single(refused.Problems));
        Assert.Equal("Adjusted", await _portal.ReadAsync(db => db.CriterionVerdicts.Select(v => v.Kind.ToString()).SingleAsync()));
    }

    [Fact]
    public async Task At_the_very_same_instant_in_one_criterion_one_is_kept_and_the_other_told()
    {
        for (var round = 0; round < 4; round++)
        {
            var (one, other) = ($"{40 + (2 * round)}", $"{41 + (2 * round)}");
            var before = (await ChangesAsync("N05")).Count;
            var pages = await Task.WhenAll(_first.GetAsync(Path + "VI.4"), _second.GetAsync(Path + "VI.4"));

            var saved = await Task.WhenAll(Adjust(pages[0], "N05", one), Adjust(pages[1], "N05", other));

            Assert.Equal([200, 409], saved.Select(p => p.Status).Order());
            var kept = saved[0].Status == 200 ? one : other;
            Assert.Equal(kept == one ? other : one, saved.Single(p => p.Status == 409).ValueOf("N05, giá trị thẩm tra"));
            Assert.Equal(kept, await VerifiedAsync("N05"));
            Assert.Equal(before + 1, (await ChangesAsync("N05")).Count);
        }
    }

    [Fact]
    public async Task A_verdict_that_meets_the_end_of_the_verification_is_not_written()
    {
        // The second reviewer has the form in hand while the first one returns it.
        var page = await _second.GetAsync(Path + "VI.4");
        await _first.PostAsync("/reviews/2026/stc/return", new("questions", "N05"), new("reason-N05", "Thiếu danh sách."), new("deadline", "30/10/2026"), new("step", "send"));

        var refused = (await Adjust(page, "N05", "60")).Expect(409);

        Assert.Equal(["Không thể thẩm tra khi phiếu ở trạng thái “Trả lại để bổ sung”."], refused.Problems);
        Assert.Equal("63", await VerifiedAsync("N05"));
    }

    private static Task<PortalPage> Adjust(PortalPage page, string question, string value) =>
        page.Fill($"{question}, giá trị thẩm tra", value).Fill("Lý do điều chỉnh", "Theo danh sách.").PressAsync("Lưu điều chỉnh");

    private Task<int> CohortVersionAsync() => _portal.ReadAsync(db => db.Periods.Select(p => p.CohortVersion).SingleAsync());

    private Task<string?> VerifiedAsync(string question) => _portal.ReadAsync(async db => (await AnswerAsync(db, question)).ValueAt(AnswerStage.Verified));

    private Task<List<string?>> ChangesAsync(string question) => _portal.ReadAsync(async db =>
    {
        var id = (await AnswerAsync(db, question)).Id;
        return await db.AnswerChanges.Where(c => c.AnswerId == id && c.Stage == AnswerStage.Verified).OrderBy(c => c.Id).Select(c => c.To).ToListAsync();
    });

    private static Task<Answer> AnswerAsync(Data.AppDbContext db, string question) =>
        db.Answers.AsNoTracking().SingleAsync(a => a.QuestionCode == question && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == "STC")));
}
