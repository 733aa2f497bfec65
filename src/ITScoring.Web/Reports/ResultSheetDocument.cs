using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;
using static ITScoring.Web.Features.Shared.ResultDossier;

namespace ITScoring.Web.Reports;

/// <summary>Phiếu kết quả: one agency's points by group and criterion, what differs and why, its rank, its class and the decision.</summary>
public static class ResultSheetDocument
{
    public static OfficialDocument Of(ResultDossier dossier, RecordAgency agency, PortalOptions portal)
    {
        var period = dossier.Record.Period;
        var day = dossier.Publication is { } p ? VietnamTime.DayOf(p.PublishedAt) : VietnamTime.DayOf(dossier.FrozenAt);
        List<DocumentBlock> blocks =
        [
            new TitleBlock("PHIẾU KẾT QUẢ", [period.Title]),
            new FactsBlock([.. Facts(dossier, agency)]),
            new HeadingBlock("1. Điểm theo nhóm tiêu chí", IsFlush: true),
            Groups(dossier, agency),
        ];
        foreach (var (i, group) in dossier.Record.CriteriaSet.Groups.Index())
        {
            blocks.Add(new HeadingBlock($"{i + 2}. Nhóm {group.Code}. {group.Name}", IsFlush: true));
            blocks.Add(Criteria(dossier, agency, group));
        }

        blocks.Add(new ParagraphBlock($"Mã SHA-256 của kết quả đã khóa: {dossier.Sha256}", ParagraphKind.Small));
        blocks.Add(new SignatureBlock(["Cơ quan được đánh giá", $"Lưu: {portal.LeadAgency}"], null, new Signer(OfficialWords.Capitals(portal.Documents.LeadAgencyHead), "Ký, ghi rõ họ tên, đóng dấu")));
        return new OfficialDocument(
            $"Phiếu kết quả của {agency.Name}, {period.Title}",
            dossier.Notice,
            new DocumentHead(portal.ProvinceBody, portal.LeadAgency, $"Mã: {period.Code}/{agency.Code}/KQ", OfficialWords.PlaceAndDate(portal, day)),
            [new DocumentPart(blocks)]);
    }

    private static IEnumerable<(string Name, string Value)> Facts(ResultDossier dossier, RecordAgency agency)
    {
        var (set, inside) = (dossier.Record.CriteriaSet, dossier.InsideOf(agency));
        var block = dossier.Record.Blocks.First(b => b.Code == agency.Block);
        yield return ("Cơ quan", agency.Name);
        yield return ("Khối", block.Name);
        yield return ("Bộ tiêu chí", $"{set.Code}, phiên bản {set.Version}");
        yield return ("Điểm tối đa áp dụng", Shown(agency.ApplicableMax));
        yield return ("Điểm tự chấm", Shown(inside.SelfTotal));
        yield return ("Điểm thẩm tra", Shown(inside.VerifiedTotal));
        yield return ("Điểm cuối cùng", $"{Shown(agency.Total)} ({Share(agency)} điểm tối đa áp dụng)");
        if (agency.RankingScore is not null && agency.RankingScore != agency.Total)
            yield return ("Điểm xếp hạng", $"{Shown(agency.RankingScore)} (quy đổi về thang điểm {Short(set.Scale)})");
        yield return ("Hạng", agency.Rank is { } rank
            ? $"{rank}/{dossier.Ranking(block).Count(a => a.Rank is not null)} cơ quan của khối{(dossier.RankBefore(agency) is { } then ? $" (năm {dossier.Before!.Period.Year}: hạng {then})" : "")}"
            : $"Không xếp hạng{(agency.NotRankedReason is null ? "" : $": {agency.NotRankedReason}")}");
        yield return ("Xếp loại", agency.Class ?? "–");
        yield return ("Quyết định phê duyệt", dossier.Decision is var (number, date) ? $"Số {number} ngày {VietnamTime.Day(date)}" : "Chưa có");
        if (dossier.Publication is { Number: > 1 } correction)
            yield return ("Đính chính", correction.Reason!);
    }

    private static TableBlock Groups(ResultDossier dossier, RecordAgency agency)
    {
        var inside = dossier.InsideOf(agency).Groups?.ToDictionary(g => g.Code);
        return new TableBlock(
            [
                new("Nhóm", 8, TextAlign.Centre), new("Tên nhóm", 34), new("Tối đa", 11, TextAlign.Right), new("Tự chấm", 11, TextAlign.Right), new("Thẩm tra", 11, TextAlign.Right), new("Chênh lệch", 11, TextAlign.Right),
                new("Cuối cùng", 11, TextAlign.Right), new("Hạng", 8, TextAlign.Centre),
            ],
            [
                .. from g in dossier.Record.CriteriaSet.Groups
                   let score = agency.Groups.First(s => s.Code == g.Code)
                   let points = inside?.GetValueOrDefault(g.Code)
                   select new TableRow(g.Code, g.Name, Shown(score.ApplicableMax), Shown(points?.Self), Shown(points?.Verified), Difference(points?.Self, points?.Verified), Shown(score.Points), score.Rank?.ToString(VietnamTime.Culture) ?? "–"),
            ]);
    }

    private static TableBlock Criteria(ResultDossier dossier, RecordAgency agency, RecordGroup within)
    {
        var inside = dossier.InsideOf(agency);
        var (points, answers, scored) = (inside.Criteria.ToDictionary(c => c.Code), inside.Answers.ToDictionary(a => a.Question), agency.Criteria.ToDictionary(c => c.Code));
        return new TableBlock(
            [
                new("Tiêu chí", 29), new("Tối đa", 10, TextAlign.Right), new("Tự chấm", 10, TextAlign.Right), new("Thẩm tra", 10, TextAlign.Right), new("Chênh lệch", 10, TextAlign.Right), new("Cuối cùng", 10, TextAlign.Right),
                new("Lý do", 26),
            ],
            [
                .. from c in within.Criteria
                   let p = points[c.Code]
                   select new TableRow(
                       $"{c.Code}. {c.Name}",
                       Shown(c.Max),
                       Shown(p.Self),
                       Shown(p.Verified),
                       Difference(p.Self, p.Verified),
                       Shown(p.Final),
                       RecordReasons.Of(dossier.Set, p, scored[c.Code].Applicable, answers)),
            ]);
    }

    private static string Short(string points) => Display.Short(Domain.Scoring.Points.Parse(points));
}
