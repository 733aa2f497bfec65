using System.Text;
using System.Text.Json.Nodes;
using ClosedXML.Excel;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A whole set goes out as a workbook and comes back, is tried on a period, and corrects a running one.</summary>
public sealed class SetImportsTests
{
    [Fact]
    public async Task The_default_set_exported_to_Excel_thrown_away_and_imported_is_the_original_byte_for_byte()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var manager = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Id).SingleAsync());
        var workbook = await manager.Http.GetByteArrayAsync($"/criteria-sets/{id}/file.xlsx");
        await manager.PostAsync($"/criteria-sets/{id}/delete");

        var preview = (await manager.UploadAsync("/set-imports", "file", "bo.xlsx", workbook)).Expect(200);
        Assert.Contains("60 tiêu chí", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.CriteriaSetVersions.CountAsync()));
        var taken = await preview.PressAsync("Nhập thành bản nháp");
        Assert.Equal("Đã nhập thành bản nháp QB-2018, phiên bản 1.", taken.Notice);

        var original = File.ReadAllBytes(Path.Combine(SourceFolder.Root, "docs", "format", "qb-2018.json"));
        var again = await manager.Http.GetByteArrayAsync(taken.Path + "/file.json");
        Assert.Equal(CanonicalJson.Of(Encoding.UTF8.GetString(original)), CanonicalJson.Of(Encoding.UTF8.GetString(again)));
    }

    [Fact]
    public async Task Every_mistake_of_a_workbook_is_named_by_sheet_and_cell_and_nothing_is_taken()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var manager = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Id).SingleAsync());
        var workbook = await manager.Http.GetByteArrayAsync($"/criteria-sets/{id}/file.xlsx");
        using var book = new XLWorkbook(new MemoryStream(workbook));
        var sheet = book.Worksheet("Tiêu chí");
        var row = sheet.RowsUsed().First(r => r.CellsUsed().Any(c => c.GetString() == "I.1"));
        row.CellsUsed().First(c => c.DataType == XLDataType.Number).Value = "nhiều";
        book.Worksheet("Câu hỏi").LastRowUsed()!.CellsUsed().First().Value = "sai mã";
        using var saved = new MemoryStream();
        book.SaveAs(saved);

        var refused = (await manager.UploadAsync("/set-imports", "file", "bo.xlsx", saved.ToArray())).Expect(422);
        var rows = refused.Table();
        Assert.Contains(rows, r => r[0] == "Tiêu chí" && r[1].Length > 1);
        Assert.Contains(rows, r => r[0] == "Câu hỏi" && r[1].Length > 1);
        Assert.StartsWith("Lỗi:", refused.Title, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.CriteriaSetVersions.CountAsync()));
        Assert.Equal(422, (await manager.UploadAsync("/set-imports", "file", "bo.xlsx", [1, 2, 3])).Status);
        Assert.Equal(422, (await manager.PostAsync("/set-imports/taken", Workshop.Fields(("ticket", "cu")))).Status);
    }

    [Fact]
    public async Task A_changed_set_tried_on_an_earlier_period_shows_who_moves_and_stores_nothing()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.Periods.Select(p => p.CriteriaSetVersionId!.Value).FirstAsync());
        Assert.Contains("Không cơ quan nào thay đổi", (await manager.GetAsync($"/set-trials/{id}")).Text, StringComparison.Ordinal);
        var next = new Workshop(portal, manager, Workshop.Id(await manager.PostAsync($"/criteria-sets/{id}/next", Workshop.Fields(("reason", "Thử")))));
        var set = JsonNode.Parse(await next.FileAsync())!;
        var criterion = set["groups"]!.AsArray().SelectMany(g => g!["criteria"]!.AsArray()).First(c => c!["rule"]!["kind"]!.ToString() == "ratio")!["code"]!.ToString();
        await next.SaveAsync(await next.KeyOfAsync(Domain.CriteriaSets.Workshop.SetItemKind.Criterion, criterion), ("/rule/value", "0"));

        var tried = (await manager.GetAsync($"/set-trials/{next.Set}")).Expect(200);
        Assert.NotEmpty(tried.TableUnder("Ai thay đổi"));
        Assert.Contains(tried.TableUnder("Tiêu chí đáng xem lại"), r => r[0].StartsWith(criterion + ".", StringComparison.Ordinal) && r[1] == "không ai có điểm");
        Assert.Equal(404, (await manager.GetAsync($"/set-trials/{next.Set}?period=khong-co")).Status);
    }

    [Fact]
    public async Task A_running_period_goes_over_to_a_corrected_version_with_its_answers_and_touched_verdicts_are_looked_at_again()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var manager = await portal.SignedInAsync("quanly");
        var (period, id) = await portal.ReadAsync(db => db.Periods.Select(p => ValueTuple.Create(p.Code, p.CriteriaSetVersionId!.Value)).FirstAsync());
        Assert.True((await manager.GetAsync($"/period-sets/{period}")).HasHeading("Chưa có phiên bản mới nào có hiệu lực"));
        var verdict = await portal.ReadAsync(db => db.CriterionVerdicts.FirstAsync());
        var answers = await portal.ReadAsync(db => db.Answers.CountAsync());

        // The next version differs in the verdict's criterion only; it is put in force as its own tests show elsewhere.
        var json = await portal.ReadAsync(db => db.CriteriaSetVersions.Where(v => v.Id == id).Select(v => v.Json).SingleAsync());
        var root = JsonNode.Parse(json)!;
        root["version"] = 2;
        var changed = root["groups"]!.AsArray().SelectMany(g => g!["criteria"]!.AsArray()).Single(c => c!["code"]!.ToString() == verdict.CriterionCode)!;
        changed["rule"] = new JsonObject { ["kind"] = "yesNo", ["value"] = "true" };
        var text = root.ToJsonString();
        var code = root["code"]!.ToString();
        var later = await portal.ReadAsync(async db =>
        {
            var version = new Domain.CriteriaSets.CriteriaSetVersion(code, 2, "Đính chính", text, Domain.CriteriaSets.CriteriaSetVersion.Hash(Encoding.UTF8.GetBytes(text)), Domain.CriteriaSets.CriteriaSetState.InForce);
            db.Add(version);
            await db.SaveChangesAsync();
            return version.Id;
        });

        var page = (await manager.GetAsync($"/period-sets/{period}")).Expect(200);
        Assert.Contains($"1 tiêu chí có thể đổi điểm: {verdict.CriterionCode}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mọi câu trả lời đã có vẫn dùng được", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await manager.PostAsync($"/period-sets/{period}?to={later}")).Status);
        var done = await manager.PostAsync($"/period-sets/{period}?to={later}", Workshop.Fields(("reason", "Công văn đính chính số 5")));
        Assert.Equal($"Kỳ đánh giá nay dùng {code}, phiên bản 2.", done.Expect(200).Notice);

        var after = await portal.ReadAsync(db => db.CriterionVerdicts.Where(v => v.CriterionCode == verdict.CriterionCode).ToListAsync());
        Assert.All(after, v => Assert.Equal(Domain.Reviews.VerdictKind.NeedsReview, v.Kind));
        Assert.Equal(answers, await portal.ReadAsync(db => db.Answers.CountAsync()));
        Assert.Equal(later, await portal.ReadAsync(db => db.Periods.Where(p => p.Code == period).Select(p => p.CriteriaSetVersionId!.Value).SingleAsync()));
        Assert.Equal(404, (await manager.PostAsync($"/period-sets/{period}?to={later}", Workshop.Fields(("reason", "Lần nữa")))).Status);
    }
}
