using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A workbook that comes back after somebody changed the form on the portal, and people it does not belong to.</summary>
public sealed class WorkbookRaceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task What_was_changed_on_the_portal_since_the_download_is_shown_with_both_values_and_who_and_is_not_ticked()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "100"), ("A02", "50"));
        var book = await survey.WorkbookAsync(portal);
        await (await survey.SectionAsync(userName: "stc.nhaplieu")).Fill("A01", "110").Fill("A03", "7").Fill("Ghi chú câu A02", "Đã kiểm đếm").PressAsync("Lưu");

        var page = await survey.UploadAsync(portal, book.Type((SurveyWorkbooks.A, "E4", 120), (SurveyWorkbooks.A, "E5", 60), (SurveyWorkbooks.A, "F5", "Ước tính"), (SurveyWorkbooks.A, "E6", 7)));

        var name = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.nhaplieu").Select(u => u.DisplayName).SingleAsync());
        var conflicts = page.Lines("Đã đổi trên web từ khi tải xuống");
        Assert.Equal(["A01Số cán bộ, công chức", "A02, ghi chúSố máy tính"], conflicts.Select(c => c[0]));
        Assert.StartsWith($"110 người {name} lúc ", conflicts[0][1]);
        Assert.Equal("120 người", conflicts[0][2]);
        Assert.StartsWith($"Đã kiểm đếm {name} lúc ", conflicts[1][1]);
        // Of A02 only the note was changed there; A03 came to say the same on both sides.
        Assert.Equal(["A02Số máy tính"], page.Lines("Thay đổi").Select(l => l[0]));
        Assert.Equal(("", ""), (page.ValueOf("Ghi câu A01"), page.ValueOf("Ghi ghi chú câu A02")));

        var done = await page.PressAsync("Ghi các ô đã chọn");

        Assert.Equal("Đã ghi 1 câu từ phiếu Excel: A02.", done.Notice);
        Assert.Equal(("110", "60", "Đã kiểm đếm"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02"), (await survey.AnswerAsync("A02"))!.Note));
        // Chosen on purpose, the workbook's value replaces the other.
        await (await survey.UploadAsync(portal, book.Type((SurveyWorkbooks.A, "E4", 120)))).Fill("Ghi câu A01", "true").PressAsync("Ghi các ô đã chọn");
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task What_is_changed_between_preview_and_choice_is_a_conflict_and_not_overwritten()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.UploadAsync(portal, (await survey.WorkbookAsync(portal)).Type((SurveyWorkbooks.A, "E4", 120), (SurveyWorkbooks.A, "E5", 60)));
        await survey.AnswerAsync("stc.nhaplieu", ("A01", "115"));

        var conflict = (await page.PressAsync("Ghi các ô đã chọn")).Expect(409);

        Assert.Equal(["A01. Vừa được người khác đổi trên web sau khi xem trước; chưa ghi, cần chọn lại"], conflict.Problems);
        Assert.Contains("Đã ghi 1 câu: A02.", conflict.Text);
        Assert.StartsWith("115 người", conflict.Lines("Đã đổi trên web từ khi tải xuống").Single()[1]);
        Assert.Equal(("115", "60"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02")));
        await conflict.Fill("Ghi câu A01", "true").PressAsync("Ghi các ô đã chọn");
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task A_form_that_was_presented_meanwhile_takes_nothing_and_says_so()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var book = (await survey.WorkbookAsync(portal)).Type((SurveyWorkbooks.A, "E4", 125));
        var page = await survey.UploadAsync(portal, book);
        await survey.PresentAsync();

        var refused = (await page.PressAsync("Ghi các ô đã chọn")).Expect(409);
        Assert.Equal(["Không thể nhập câu trả lời khi phiếu ở trạng thái “Chờ thủ trưởng duyệt”. Chưa có ô nào được ghi từ phiếu Excel."], refused.Problems);
        var closed = (await survey.UploadAsync(portal, book)).Expect(422);
        Assert.Equal(["Không thể nhập câu trả lời khi phiếu ở trạng thái “Chờ thủ trưởng duyệt”."], closed.Problems);
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task A_returned_form_opens_only_the_named_questions_in_the_workbook_and_on_import()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A01");
        var book = await survey.WorkbookAsync(portal);
        var page = await survey.UploadAsync(portal, book.Type((SurveyWorkbooks.A, "E4", 125), (SurveyWorkbooks.A, "E5", 100)));

        book.Edit(b =>
        {
            Assert.Equal((false, true), (b.Worksheet(SurveyWorkbooks.A).Cell("E4").Style.Protection.Locked, b.Worksheet(SurveyWorkbooks.A).Cell("E5").Style.Protection.Locked));
            Assert.Contains("Lý do trả lại: Kiểm tra lại A01.", b.Worksheet(SurveyWorkbooks.A).Cell("B4").GetString());
        });
        Assert.Equal(["A01"], page.Lines("Thay đổi").Select(l => l[0][..3]));
        Assert.Contains("Câu A02 không nằm trong các mục được trả lại", page.Lines("Không hợp lệ").Single()[3]);
        await page.PressAsync("Ghi các ô đã chọn");
        Assert.Equal(("125", "90"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02")));
    }

    [Fact]
    public async Task A_preview_serves_one_person_one_form_and_half_an_hour()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.UploadAsync(portal, (await survey.WorkbookAsync(portal)).Type((SurveyWorkbooks.A, "E4", 120)));
        var ticket = page.One("input[name=ticket]").GetAttribute("value")!;
        var colleague = await portal.BrowserOfAsync("stc.nhaplieu");
        foreach (var (browser, sent) in new[] { (colleague, ticket), (await portal.BrowserOfAsync("stc.daumoi"), ticket[..^8] + "AAAAAAA="), (await portal.BrowserOfAsync("stc.daumoi"), "không phải") })
        {
            var refused = (await browser.PostAsync(survey.Path("workbook/apply"), new KeyValuePair<string, string>("ticket", sent), new("cells", "A01"))).Expect(422);
            Assert.Contains("Bản xem trước đã quá 30 phút hoặc không còn dùng được", refused.Problems.Single());
        }

        var now = portal.Clock.GetUtcNow();
        portal.Clock.Set(now.AddMinutes(31));
        var late = (await page.PressAsync("Ghi các ô đã chọn")).Expect(422);
        portal.Clock.Set(now);
        Assert.Contains("Chọn lại tệp để xem trước lần nữa.", late.Problems.Single());
        Assert.Null(await survey.AnswerAsync("A01"));
    }

    [Fact]
    public async Task The_form_of_another_agency_is_not_found()
    {
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        Assert.Equal(404, (await browser.GetAsync(survey.Path("workbook", "sct"))).Status);
        Assert.Equal(404, (await browser.UploadAsync(survey.Path("workbook", "sct"), "file", "phieu.xlsx", await survey.WorkbookAsync(portal))).Status);
        Assert.Equal(404, (await browser.PostAsync(survey.Path("workbook/apply", "sct"))).Status);
    }
}
