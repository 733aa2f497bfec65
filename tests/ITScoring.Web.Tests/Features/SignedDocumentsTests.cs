using System.Net;
using System.Security.Cryptography;
using ITScoring.Data.Identity;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Files;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>Signed documents: who attaches and reads which, what is shown of their signatures, what the public gets and when.</summary>
public sealed class SignedDocumentsTests
{
    private const string Page = "/signed-documents/2026";
    private const string Public = "/publications/2026/1/signed-decision.pdf";

    private static readonly (string Name, string Value)[] Decision = [("kind", "Decision"), ("number", "1234/QĐ-UBND"), ("date", "20/10/2026"), ("abstract", "Phê duyệt kết quả")];

    private static readonly (string Name, string Value)[] Letter = [("kind", "Letter"), ("number", "99/STTTT-CNTT"), ("date", "9/10/2026")];

    [Fact]
    public async Task The_signed_decision_of_a_published_result_is_for_everybody_and_names_nobody()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var stranger = portal.Browser();
        using var manager = await portal.SignedInAsync("quanly");
        string[] pages = ["/results/2026", "/publications/2026", "/publications/2026/1"];
        foreach (var path in pages)
            Assert.DoesNotContain("bản đã ký", (await stranger.GetAsync(path)).Text);
        Assert.Equal(404, (await stranger.GetAsync(Public)).Status);

        var file = SignedPdf.Of("Quyết định 1234");
        var list = (await AttachAsync(manager, Decision, ("quyết định đã ký.pdf", file))).Expect(200);

        Assert.Equal((Page, "Đã gắn văn bản số 1234/QĐ-UBND. Chữ ký số nguyên vẹn."), (list.Path, list.Notice));
        var row = Assert.Single(list.TableUnder("Đã gắn"));
        Assert.Equal("Quyết định phê duyệt, đính chính Số 1234/QĐ-UBND ngày 20/10/2026 Phê duyệt kết quả", row[0]);
        Assert.Contains(Sha(file), row[1]);
        Assert.Contains("chưa kiểm tra vi-rút", row[1]);
        foreach (var said in new[] { "Chữ ký số nguyên vẹn", "Trần Văn Ký, Ủy ban nhân dân tỉnh Quảng Bình", "08:00 ngày 20/10/2026", "Chữ ký đúng với nội dung tệp. Chưa kiểm tra chứng thư số có còn hiệu lực và do tổ chức nào cấp.", SignedPdf.Leader.SerialNumber, "hiệu lực từ 01/01/2026 đến 01/01/2028, gồm thời điểm ký" })
            Assert.Contains(said, row[2]);
        var manages = await UserAsync(portal, "quanly");
        Assert.StartsWith(manages.DisplayName, row[3]);
        foreach (var path in pages)
        {
            var page = await stranger.GetAsync(path);
            Assert.Contains("Quyết định số 1234/QĐ-UBND ngày 20/10/2026, bản đã ký", page.Text);
            Assert.Contains($"Chữ ký số nguyên vẹn; chưa kiểm tra chứng thư số của người ký. SHA-256 {Sha(file)}", page.Text);
            Assert.DoesNotContain("Trần Văn Ký", page.Html);
            Assert.DoesNotContain(manages.DisplayName, page.Html);
        }

        using var answer = await stranger.Http.GetAsync(Public);
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment", "quyet-dinh-2026-1.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Contains("sandbox", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(404, (await stranger.GetAsync("/publications/2026/2/signed-decision.pdf")).Status);
        var line = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Action == "signed-document.attach"));
        Assert.Equal((null, $"Quyết định phê duyệt, đính chính; 1234/QĐ-UBND; 20/10/2026; {Sha(file)}; nguyên vẹn"), (line.From, line.To!));
        using var admin = await portal.SignedInAsync("quantri");
        Assert.Contains("Gắn văn bản đã ký", (await admin.GetAsync("/audit")).Text);
    }

    [Fact]
    public async Task What_the_scanner_rejects_is_given_to_nobody_and_what_it_replaced_does_not_come_back()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var stranger = portal.Browser();
        using var manager = await portal.SignedInAsync("quanly");
        await AttachAsync(manager, Decision, ("cũ.pdf", SignedPdf.Of("cũ")));
        await AttachAsync(manager, Decision, ("mới.pdf", SignedPdf.Of("mới")));
        Assert.Contains("bản đã ký", (await stranger.GetAsync("/results/2026")).Text);

        await portal.ReadAsync(async db =>
        {
            var newest = await db.SignedDocuments.Include(d => d.File).OrderByDescending(d => d.Id).FirstAsync();
            newest.File!.MarkInfected("Thử.Mã-độc", portal.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(404, (await stranger.GetAsync(Public)).Status);
        foreach (var path in new[] { "/results/2026", "/publications/2026", "/publications/2026/1" })
            Assert.DoesNotContain("bản đã ký", (await stranger.GetAsync(path)).Text);
        var list = await manager.GetAsync(Page);
        Assert.Contains("Thử.Mã-độc. Không ai mở được tệp.", list.Text);
        Assert.Equal([404, 200], (await Task.WhenAll((await IdsAsync(portal)).OrderDescending().Select(id => manager.Http.GetAsync($"{Page}/{id}/file")))).Select(r => (int)r.StatusCode));
        var again = await AttachAsync(manager, Decision, ("mới.pdf", SignedPdf.Of("mới")));
        Assert.Equal((422, "Tệp này có mã độc và đã bị cách ly từ lần tải trước. Quét máy tính, tạo lại tệp sạch rồi gắn."), (again.Status, again.Problems.Single()));
    }

    [Fact]
    public async Task Before_the_publication_the_leader_attaches_the_decision_and_only_officials_read_it()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var leader = await portal.SignedInAsync("lanhdao");
        using var stranger = portal.Browser();
        var page = await (await leader.GetAsync("/approvals/2026")).FollowAsync("Văn bản đã ký");
        Assert.Equal((Page, "Decision"), (page.Path, page.ValueOf("Loại văn bản")));
        Assert.Contains("số 1234/QĐ-UBND ngày 20/10/2026", page.Text);

        (await AttachAsync(leader, Decision, ("qđ.pdf", Samples.Pdf))).Expect(200);
        Assert.Contains("Tệp không mang chữ ký số", (await leader.GetAsync(Page)).Text);
        // The leader gives no other document, and replaces none.
        Assert.Equal(403, (await AttachAsync(leader, Letter, ("cv.pdf", Samples.Pdf))).Status);
        Assert.Equal(404, (await stranger.GetAsync(Public)).Status);
        await leader.PostAsync("/approvals/2026/publish", new KeyValuePair<string, string>("record", await portal.ReadAsync(db => db.Periods.Where(p => p.Code == "2026").Select(p => p.ApprovedSha256!).SingleAsync())));

        Assert.Equal(HttpStatusCode.OK, (await stranger.Http.GetAsync(Public)).StatusCode);
        Assert.Contains("Tệp không mang chữ ký số. SHA-256", (await stranger.GetAsync("/publications/2026/1")).Text);
    }

    [Fact]
    public async Task Other_documents_are_for_those_who_run_and_approve_the_evaluation()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await portal.SignedInAsync("quanly");
        (await AttachAsync(manager, Letter, ("cv.pdf", Samples.Pdf))).Expect(200);
        var file = $"{Page}/{(await IdsAsync(portal)).Single()}/file";

        foreach (var (user, expected) in new[] { ("quanly", 200), ("lanhdao", 200), ("theodoi", 403), ("thamtra1", 403), ("stc.nhaplieu", 403), ("stc.daumoi", 403), ("stc.thutruong", 403), ("quantri", 403) })
        {
            using var browser = await portal.SignedInAsync(user);
            Assert.Equal((user, expected, expected), (user, (int)(await browser.Http.GetAsync(Page)).StatusCode, (int)(await browser.Http.GetAsync(file)).StatusCode));
            if (expected == 403)
                Assert.Equal((user, 403), (user, (await AttachAsync(browser, Letter, ("cv.pdf", Samples.PdfOf(user)))).Status));
        }

        using var stranger = portal.Browser();
        Assert.Equal(404, (await stranger.GetAsync(Public)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Http.GetAsync(file)).StatusCode);
        foreach (var path in new[] { "/signed-documents/2020", $"{Page}/999/file", "/signed-documents/2020/1/file" })
            Assert.Equal(404, (await manager.GetAsync(path)).Status);
        Assert.Single(await IdsAsync(portal));
    }

    [Fact]
    public async Task Before_the_proposal_only_the_manager_finds_the_page_and_there_is_no_decision_to_attach()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var manager = await portal.SignedInAsync("quanly");
        using var leader = await portal.SignedInAsync("lanhdao");

        Assert.Equal(404, (await leader.GetAsync(Page)).Status);
        Assert.Equal(404, (await AttachAsync(leader, Decision, ("qđ.pdf", Samples.Pdf))).Status);
        var refused = await AttachAsync(manager, Decision, ("qđ.pdf", Samples.Pdf));
        Assert.Equal(409, refused.Status);
        Assert.StartsWith("Kết quả chưa được phê duyệt", refused.Problems.Single());
        var page = await (await manager.GetAsync("/documents/2026")).FollowAsync("Văn bản đã ký");
        Assert.Contains("Chưa có văn bản nào.", page.Text);
        (await AttachAsync(manager, [("kind", "Minutes"), ("number", "1/BB"), ("date", "1/10/2026")], ("bb.pdf", Samples.Pdf))).Expect(200);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await portal.SignedInAsync("quanly");

        var empty = await AttachAsync(manager, [("kind", ""), ("number", ""), ("date", ""), ("abstract", "")]);
        Assert.Equal(422, empty.Status);
        Assert.Equal(["Chọn loại văn bản.", "Chọn tệp PDF của văn bản đã ký.", "Nhập ngày của văn bản.", "Nhập số, ký hiệu của văn bản, không quá 100 ký tự."], empty.Problems.Order(StringComparer.Ordinal));
        Assert.Contains("Chọn tệp PDF", empty.ProblemAt("Tệp PDF đã ký"));

        var typed = await AttachAsync(manager, [("kind", "Letter"), ("number", "45/STTTT <b>"), ("date", "32/13/2026"), ("abstract", "Về việc “thông báo”")], ("cv.pdf", Samples.Pdf));
        Assert.Equal(422, typed.Status);
        Assert.Equal(("Letter", "45/STTTT <b>", "32/13/2026", "Về việc “thông báo”"), (typed.ValueOf("Loại văn bản"), typed.ValueOf("Số, ký hiệu"), typed.ValueOf("Ngày văn bản"), typed.ValueOf("Trích yếu")));
        Assert.Contains("Không đọc được ngày “32/13/2026”", typed.ProblemAt("Ngày văn bản"));
        Assert.Contains("Chọn lại tệp", typed.Text);

        foreach (var (name, content, said) in new[]
        {
            ("ảnh.pdf", Samples.Png, "“ảnh.pdf” là tệp PNG, không phải PDF."), ("văn bản.docx", Samples.Docx, "“văn bản.docx” là tệp DOCX, không phải PDF."), ("x.pdf", Samples.Program, "“x.pdf” là chương trình chạy được"),
            ("rỗng.pdf", [], "“rỗng.pdf” tệp rỗng"), ("lớn.pdf", [.. Samples.Pdf, .. new byte[21 * 1024 * 1024]], "“lớn.pdf” lớn hơn 20,0 MB."),
        })
        {
            var refused = await AttachAsync(manager, Decision, (name, content));
            Assert.Equal((name, 422), (name, refused.Status));
            Assert.StartsWith(said, refused.Problems.Single());
            Assert.Equal("Phê duyệt kết quả", refused.ValueOf("Trích yếu"));
        }

        var other = await AttachAsync(manager, [("kind", "Decision"), ("number", "1235/QĐ-UBND"), ("date", "20/10/2026")], ("qđ.pdf", Samples.Pdf));
        Assert.Equal("Số và ngày phải đúng quyết định đã ghi khi phê duyệt, đính chính: số 1234/QĐ-UBND ngày 20/10/2026.", other.Problems.Single());
        Assert.Contains("Ngày của văn bản không thể sau ngày hôm nay.", (await AttachAsync(manager, [("kind", "Report"), ("number", "1/BC"), ("date", "1/1/2030")], ("bc.pdf", Samples.Pdf))).ProblemAt("Ngày văn bản"));
        Assert.Equal(400, (await manager.PostBodyAsync(Page, Uploads.Form([.. Letter], [("cv.pdf", Samples.Pdf)]))).Status);
        Assert.Empty(await IdsAsync(portal));
        Assert.DoesNotContain(portal.InStore(), f => !f.StartsWith("incoming", StringComparison.Ordinal) && f.EndsWith(Sha(Samples.Pdf), StringComparison.Ordinal));
        Assert.DoesNotContain(portal.InStore(), f => f.StartsWith("incoming/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_file_is_replaced_by_attaching_again_and_stays_listed()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await portal.SignedInAsync("quanly");
        using var stranger = portal.Browser();
        var (wrong, right) = (SignedPdf.Of("nhầm"), SignedPdf.Of("đúng"));
        await AttachAsync(manager, Decision, ("nhầm.pdf", wrong));
        Assert.Equal(422, (await AttachAsync(manager, Decision, ("nhầm lần nữa.pdf", wrong))).Status);

        var list = await AttachAsync(manager, Decision, ("đúng.pdf", right));

        var rows = list.TableUnder("Đã gắn");
        Assert.Equal(2, rows.Count);
        Assert.Contains("đúng.pdf", rows[0][1]);
        Assert.DoesNotContain("Đã thay", rows[0][0]);
        Assert.Contains("Đã thay", rows[1][0]);
        Assert.Equal(right, await stranger.Http.GetByteArrayAsync(Public));
        var ids = await IdsAsync(portal);
        Assert.Equal(wrong, await manager.Http.GetByteArrayAsync($"{Page}/{ids[0]}/file"));

        // One with a wrong number as well is chosen to be replaced: the form starts from what it says.
        await AttachAsync(manager, Letter, ("cv.pdf", Samples.Pdf));
        var letter = (await IdsAsync(portal)).Max();
        var form = await manager.GetAsync($"{Page}?replaces={letter}");
        Assert.Equal(("Letter", "99/STTTT-CNTT", "09/10/2026"), (form.ValueOf("Loại văn bản"), form.ValueOf("Số, ký hiệu"), form.ValueOf("Ngày văn bản")));
        Assert.Contains("Thay Thông báo, công văn số 99/STTTT-CNTT ngày 09/10/2026", form.Text);
        var twice = await AttachAsync(manager, [("replaces", $"{letter}"), ("kind", "Letter"), ("number", ""), ("date", "9/10/2026")], ("cv.pdf", Samples.Pdf));
        Assert.Contains("Thay Thông báo, công văn số 99/STTTT-CNTT", twice.Text);
        (await AttachAsync(manager, [("replaces", $"{letter}"), ("kind", "Letter"), ("number", "98/STTTT-CNTT"), ("date", "9/10/2026")], ("cv.pdf", Samples.Pdf))).Expect(200);
        Assert.Equal(409, (await AttachAsync(manager, [("replaces", $"{letter}"), ("kind", "Letter"), ("number", "97/STTTT-CNTT"), ("date", "9/10/2026")], ("cv.pdf", Samples.Pdf))).Status);
        Assert.Equal(422, (await AttachAsync(manager, [("replaces", "12345"), .. Letter], ("cv.pdf", Samples.Pdf))).Status);
        Assert.Equal(4, (await IdsAsync(portal)).Count);
    }

    [Fact]
    public async Task The_sweep_leaves_the_files_of_signed_documents_alone()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using (var manager = await portal.SignedInAsync("quanly"))
        {
            await AttachAsync(manager, Decision, ("cũ.pdf", SignedPdf.Of("cũ")));
            await AttachAsync(manager, Decision, ("mới.pdf", SignedPdf.Of("mới")));
        }

        portal.Clock.Advance(TimeSpan.FromDays(3));
        await portal.AsAsync("quantri", services => services.GetRequiredService<FileSweep>().RunAsync());

        Assert.All(await portal.StoredAsync(), f => Assert.Null(f.DeletedAt));
        using var later = await portal.SignedInAsync("quanly");
        foreach (var id in await IdsAsync(portal))
            Assert.Equal(HttpStatusCode.OK, (await later.Http.GetAsync($"{Page}/{id}/file")).StatusCode);
    }

    [Fact]
    public async Task The_form_needs_no_script_and_sends_its_token_first()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await portal.SignedInAsync("quanly");
        var form = (await manager.GetAsync(Page)).One("main form");
        Assert.Equal(("post", "multipart/form-data", Page), (form.GetAttribute("method"), form.GetAttribute("enctype"), form.GetAttribute("action")));
        Assert.Equal("__RequestVerificationToken", form.QuerySelector("input, select, textarea")!.GetAttribute("name"));
        // Sent without a file, as the button does when none was chosen.
        var again = await (await manager.GetAsync(Page)).Fill("Số, ký hiệu", "12/BC").PressAsync("Gắn văn bản");
        Assert.Equal((422, "12/BC"), (again.Status, again.ValueOf("Số, ký hiệu")));
    }

    private static async Task<PortalPage> AttachAsync(PortalClient browser, (string Name, string Value)[] fields, params (string Name, byte[] Content)[] files) =>
        await browser.PostBodyAsync(Page, Uploads.Form([("__RequestVerificationToken", await browser.TokenAsync()), .. fields], files));

    private static Task<List<int>> IdsAsync(PortalFactory portal) => portal.ReadAsync(db => db.SignedDocuments.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());

    private static Task<AppUser> UserAsync(PortalFactory portal, string name) => portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.UserName == name));

    private static string Sha(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
