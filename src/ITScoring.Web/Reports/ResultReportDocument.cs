using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Báo cáo kết quả with its three annexes. Every figure is counted from the record; what only people can say is a place in brackets.</summary>
public static class ResultReportDocument
{
    /// <summary>Criteria that the body names; the annex has them all.</summary>
    private const int MostLosses = 10;

    private const int LowestGroups = 2;

    public static OfficialDocument Of(ResultDossier dossier, PortalOptions portal)
    {
        var number = $"{OfficialWords.Open}/BC-{portal.Documents.LeadAgencySymbol}";
        var belongsTo = $"Kèm theo Báo cáo số {number} {OfficialWords.Date(null)} của {portal.LeadAgency}";
        List<DocumentBlock> body =
        [
            new TitleBlock("BÁO CÁO", [$"Kết quả {OfficialWords.Within(dossier.Record.Period.Title)}"]),
            .. Basis(dossier, portal),
            .. Method(dossier),
            .. General(dossier),
            .. ByGroup(dossier),
            .. Stages(dossier),
            .. Shortcomings(dossier),
            new HeadingBlock("V. KIẾN NGHỊ, ĐỀ XUẤT"),
            new ParagraphBlock("[Cơ quan soạn thảo điền kiến nghị, đề xuất]"),
            new ParagraphBlock($"Trên đây là báo cáo kết quả {OfficialWords.Within(dossier.Record.Period.Title)}, {portal.LeadAgency} kính báo cáo./."),
            new SignatureBlock(portal.Documents.Recipients, null, new Signer(OfficialWords.Capitals(portal.Documents.LeadAgencyHead))),
        ];
        return new OfficialDocument(
            $"Báo cáo kết quả {OfficialWords.Within(dossier.Record.Period.Title)}",
            dossier.Notice,
            new DocumentHead(portal.ProvinceBody, portal.LeadAgency, $"Số: {number}", OfficialWords.PlaceAndDate(portal, null)),
            [
                new DocumentPart(body),
                ResultAnnexes.Ranking(dossier, "PHỤ LỤC 1", belongsTo),
                ResultAnnexes.Criteria(dossier, "PHỤ LỤC 2", belongsTo),
                ResultAnnexes.Explanations(dossier, "PHỤ LỤC 3", belongsTo),
            ]);
    }

    private static IEnumerable<DocumentBlock> Basis(ResultDossier dossier, PortalOptions portal)
    {
        yield return new HeadingBlock("I. CĂN CỨ");
        foreach (var basis in portal.Documents.LegalBases)
            yield return new ParagraphBlock($"- {basis};");
        foreach (var letter in dossier.Period.Letters.Where(l => l.Verb is Verb.Open or Verb.CloseCollecting or Verb.SendPreliminary).OrderBy(l => l.Id))
            yield return new ParagraphBlock($"- Văn bản số {letter.Number} ngày {VietnamTime.Day(letter.Date)}{(letter.Abstract is null ? "" : $" {OfficialWords.Within(letter.Abstract)}")};");
        if (dossier.Council is { } council)
            yield return new ParagraphBlock($"- Quyết định số {council.Number} ngày {VietnamTime.Day(council.Date)}{(council.Abstract is null ? "" : $" {OfficialWords.Within(council.Abstract)}")};");
        yield return new ParagraphBlock($"- Bộ tiêu chí “{dossier.Record.CriteriaSet.Title}” (mã {dossier.Record.CriteriaSet.Code}, phiên bản {dossier.Record.CriteriaSet.Version}).");
    }

    private static IEnumerable<DocumentBlock> Method(ResultDossier dossier)
    {
        var (record, set, period) = (dossier.Record, dossier.Record.CriteriaSet, dossier.Record.Period);
        yield return new HeadingBlock("II. ĐỐI TƯỢNG, PHƯƠNG PHÁP");
        yield return new HeadingBlock("1. Đối tượng", 2);
        yield return new ParagraphBlock(
            $"Kỳ đánh giá có {record.Agencies.Count} cơ quan, đơn vị tham gia: {string.Join("; ", record.Blocks.Select(b => $"{OfficialWords.Within(b.Name)} ({record.Agencies.Count(a => a.Block == b.Code)})"))}. "
            + $"Có {dossier.Assessed.Count}/{record.Agencies.Count} cơ quan, đơn vị nộp phiếu khảo sát, trong đó {record.Agencies.Count(a => a.Timeliness == "a")} nộp đúng hạn.");
        foreach (var text in NotRanked(record))
            yield return new ParagraphBlock(text);
        yield return new HeadingBlock("2. Phương pháp", 2);
        yield return new ParagraphBlock(
            $"Bộ tiêu chí gồm {set.Groups.Count} nhóm, {set.Groups.Sum(g => g.Criteria.Count)} tiêu chí, thang điểm {Short(set.Scale)}. "
            + $"Số liệu được lấy từ ngày {OfficialWords.Day(period.DataFrom)} đến hết ngày {OfficialWords.Day(period.DataThrough)}; hạn nộp phiếu khảo sát {period.Deadline}. "
            + "Điểm được tính từ số liệu trong phiếu khảo sát theo quy tắc của từng tiêu chí: điểm tự chấm từ số liệu cơ quan kê khai, điểm thẩm tra từ số liệu sau thẩm tra. "
            + "Kết quả sơ bộ được gửi các cơ quan, đơn vị để giải trình; số liệu của giải trình được chấp nhận dùng để tính điểm cuối cùng. Thứ hạng được xếp trong từng khối.");
        if (dossier.HasRescaled)
            yield return new ParagraphBlock("Đối với cơ quan, đơn vị có tiêu chí không áp dụng, tổng điểm được quy đổi về cùng thang điểm để xếp hạng.");
        if (set.Classes.Count > 0)
            yield return new ParagraphBlock($"Xếp loại theo tỷ lệ điểm xếp hạng trên thang điểm: {string.Join("; ", set.Classes.Select((c, i) => Limit(set.Classes, i)))}.");
    }

    /// <summary>From which share on a class begins; the last one is what is below the one before.</summary>
    private static string Limit(IReadOnlyList<RecordClass> classes, int at) => at > 0 && Rational.Parse(classes[at].From) == Rational.Zero
        ? $"{classes[at].Name} dưới {Percent(classes[at - 1])}"
        : $"{classes[at].Name} từ {Percent(classes[at])}";

    private static string Percent(RecordClass level) => $"{Display.Of(Rational.Parse(level.From) * 100)} %";

    private static IEnumerable<string> NotRanked(PublicRecord record)
    {
        var silent = record.Agencies.Where(a => !a.Submitted).Select(a => a.Name).ToList();
        if (silent.Count > 0)
            yield return $"Không nộp phiếu khảo sát, không được đánh giá: {string.Join(", ", silent)}.";
        var late = record.Agencies.Where(a => a.Submitted && a.Timeliness != "a").Select(a => a.Name).ToList();
        if (late.Count > 0)
            yield return $"Nộp phiếu khảo sát sau thời hạn: {string.Join(", ", late)}.";
        var apart = record.Agencies.Where(a => a.Submitted && !a.Ranked).ToList();
        if (apart.Count > 0)
            yield return $"Được đánh giá, không xếp hạng: {string.Join("; ", apart.Select(a => $"{a.Name} ({OfficialWords.Within(a.NotRankedReason ?? "")})"))}.";
    }

    private static IEnumerable<DocumentBlock> General(ResultDossier dossier)
    {
        var record = dossier.Record;
        yield return new HeadingBlock("III. KẾT QUẢ");
        yield return new HeadingBlock("1. Kết quả chung", 2);
        foreach (var block in record.Blocks)
        {
            var ranked = dossier.Ranking(block).Where(a => a.Rank is not null).ToList();
            if (ranked.Count == 0)
                continue;
            var scores = ranked.Select(a => Points.Parse(a.RankingScore!)).ToList();
            var (first, last) = (ranked.Where(a => a.Rank == 1).ToList(), ranked.Where(a => a.Rank == ranked[^1].Rank).ToList());
            yield return new ParagraphBlock(
                $"{block.Name}: {ranked.Count} cơ quan, đơn vị được xếp hạng; điểm trung bình {Display.Of(ResultStatistics.Mean(scores))}, trung vị {Display.Of(ResultStatistics.Median(scores))}. "
                + $"Cao nhất là {Names(first)} với {ResultDossier.Shown(first[0].RankingScore)} điểm, thấp nhất là {Names(last)} với {ResultDossier.Shown(last[0].RankingScore)} điểm."
                + (record.CriteriaSet.Classes.Count == 0 ? "" : $" Xếp loại: {string.Join("; ", record.CriteriaSet.Classes.Select(c => $"{c.Name} {ranked.Count(a => a.Class == c.Name)}"))}."));
        }

        yield return new ParagraphBlock("Điểm và thứ hạng của từng cơ quan, đơn vị ở Phụ lục 1; điểm theo từng tiêu chí ở Phụ lục 2.");
    }

    private static IEnumerable<DocumentBlock> ByGroup(ResultDossier dossier)
    {
        yield return new HeadingBlock("2. Kết quả theo nhóm tiêu chí", 2);
        yield return new TableBlock(
            [new("Nhóm", 11, TextAlign.Centre), new("Tên nhóm", 40), new("Tối đa", 12, TextAlign.Right), new("Trung bình", 14, TextAlign.Right), new("Tỷ lệ đạt", 13, TextAlign.Right), new("Hạng nhất", 34)],
            [
                .. ResultFindings.Groups(dossier).Select(g => new TableRow(
                    g.Group.Code, g.Group.Name, Display.Of(Points.Parse(g.Group.Max)), Display.Of(g.Mean), Display.Percent(g.Reached, g.Applied), string.Join(", ", g.Best.Select(a => a.Name)))),
            ]);
        yield return new ParagraphBlock("Trung bình và tỷ lệ đạt tính trên các cơ quan, đơn vị đã nộp phiếu; tỷ lệ đạt là tổng điểm đạt được trên tổng điểm tối đa áp dụng.");
    }

    private static IEnumerable<DocumentBlock> Stages(ResultDossier dossier)
    {
        yield return new HeadingBlock("3. Tự chấm, thẩm tra và giải trình", 2);
        var review = ResultFindings.Moves(dossier, a => a.SelfTotal, a => a.VerifiedTotal);
        yield return new ParagraphBlock(
            $"Sau thẩm tra, điểm của {review.Down} cơ quan, đơn vị giảm và của {review.Up} cơ quan, đơn vị tăng so với tự chấm; tổng chênh lệch {Display.Signed(review.Sum)} điểm"
            + (dossier.Set.Questions.Any(q => q.FilledBy == FilledBy.Inspector) ? ", gồm cả điểm của các nội dung do cơ quan thẩm tra điền." : "."));
        var explanations = dossier.Inside.Agencies.SelectMany(a => a.Explanations).ToList();
        var final = ResultFindings.Moves(dossier, a => a.VerifiedTotal, a => a.FinalTotal);
        yield return new ParagraphBlock(explanations.Count == 0
            ? "Không có giải trình nào về kết quả sơ bộ."
            : $"Về kết quả sơ bộ có {explanations.Count} giải trình của {dossier.Inside.Agencies.Count(a => a.Explanations.Count > 0)} cơ quan, đơn vị: chấp nhận {explanations.Count(e => e.State == "Accepted")}, "
              + $"không chấp nhận {explanations.Count(e => e.State == "Declined")} (Phụ lục 3). Sau giải trình, điểm của {final.Up} cơ quan, đơn vị tăng và của {final.Down} cơ quan, đơn vị giảm so với thẩm tra.");
    }

    private static IEnumerable<DocumentBlock> Shortcomings(ResultDossier dossier)
    {
        yield return new HeadingBlock("IV. TỒN TẠI, HẠN CHẾ");
        var groups = ResultFindings.Groups(dossier).Where(g => g.Applied > Points.Zero).OrderBy(g => ResultFindings.Share(g.Reached, g.Applied)).ToList();
        if (groups.Count > LowestGroups)
        {
            yield return new ParagraphBlock(
                $"Nhóm tiêu chí có tỷ lệ đạt thấp nhất: {string.Join("; ", groups.Take(LowestGroups).Select(g => $"nhóm {g.Group.Code} ({g.Group.Name}) đạt {Display.Percent(g.Reached, g.Applied)}"))}.");
        }

        var losses = ResultFindings.Losses(dossier);
        yield return new ParagraphBlock(
            $"Có {losses.Count}/{ResultFindings.ScoreGroups(dossier.Record).Sum(g => g.Criteria.Count)} tiêu chí mà quá nửa số cơ quan, đơn vị được áp dụng không đạt điểm tối đa."
            + (losses.Count == 0 ? "" : losses.Count > MostLosses ? $" {MostLosses} tiêu chí có tỷ lệ đạt thấp nhất:" : " Các tiêu chí đó là:"));
        if (losses.Count > 0)
        {
            yield return new TableBlock(
                [new("Tiêu chí", 62), new("Tối đa", 13, TextAlign.Right), new("Trung bình", 15, TextAlign.Right), new("Tỷ lệ đạt", 14, TextAlign.Right), new("Cơ quan không đạt tối đa", 20, TextAlign.Centre)],
                [
                    .. losses.Take(MostLosses).Select(l => new TableRow(
                        $"{l.Criterion.Code}. {l.Criterion.Name}", Display.Of(Points.Parse(l.Criterion.Max)), Display.Of(l.Mean), Display.Percent(l.Reached, l.Applied), $"{l.Losing}/{l.Applies}")),
                ]);
        }

        yield return new ParagraphBlock("[Cơ quan soạn thảo bổ sung nguyên nhân, nếu có]");
    }

    private static string Names(IEnumerable<RecordAgency> agencies) => string.Join(", ", agencies.Select(a => a.Name));

    private static string Short(string points) => Display.Short(Points.Parse(points));
}
