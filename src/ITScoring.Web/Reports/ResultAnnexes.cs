using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.SettlementRecords;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;
using static ITScoring.Web.Features.Shared.ResultDossier;

namespace ITScoring.Web.Reports;

/// <summary>The annexes of a result, across: ranking, points by criterion and agency, explanations.</summary>
internal static class ResultAnnexes
{
    /// <summary>Bảng xếp hạng: points of every group, total, share, rank, class, last year's rank.</summary>
    /// <param name="kind"><c>PHỤ LỤC</c>, with a number where there are several.</param>
    /// <param name="belongsTo">The document that it is an annex of.</param>
    public static DocumentPart Ranking(ResultDossier dossier, string kind, string belongsTo)
    {
        var set = dossier.Record.CriteriaSet;
        List<TableColumn> columns =
        [
            new("TT", 9, TextAlign.Centre), new("Cơ quan, đơn vị", 52), .. set.Groups.Select(g => new TableColumn($"Nhóm\n{g.Code}", 16, TextAlign.Right)), new("Tổng điểm", 18, TextAlign.Right),
        ];
        if (dossier.HasRescaled)
            columns.Add(new("Điểm\nxếp hạng", 19, TextAlign.Right));
        columns.AddRange([new("Tỷ lệ", 16, TextAlign.Right), new("Hạng", 13, TextAlign.Centre), new("Xếp loại", 24, TextAlign.Centre), new(dossier.Before is { } b ? $"Hạng năm {b.Period.Year}" : "Hạng năm trước", 15, TextAlign.Centre)]);
        List<DocumentBlock> blocks = [Title(dossier, kind, "Bảng xếp hạng", belongsTo), new TableBlock(columns, [.. dossier.Record.Blocks.SelectMany(block => RankingRows(dossier, block))])];
        blocks.Add(new ParagraphBlock($"Các nhóm tiêu chí: {string.Join("; ", set.Groups.Select(g => $"{g.Code}. {g.Name} (tối đa {Display.Short(Points.Parse(g.Max))} điểm)"))}.", ParagraphKind.Small));
        foreach (var note in RankingNotes(dossier))
            blocks.Add(new ParagraphBlock(note, ParagraphKind.Small));
        return new DocumentPart(blocks, IsLandscape: true);
    }

    /// <summary>Points of every criterion, agency by agency: maximum, self, verified, difference, why.</summary>
    /// <param name="belongsTo">The document that it is an annex of.</param>
    public static DocumentPart Criteria(ResultDossier dossier, string kind, string belongsTo)
    {
        List<TableColumn> columns = [new("Tiêu chí", 74), new("Tối đa", 18, TextAlign.Right), new("Tự chấm", 18, TextAlign.Right), new("Thẩm tra", 18, TextAlign.Right), new("Chênh lệch", 18, TextAlign.Right)];
        if (dossier.HasFinal)
            columns.Add(new("Sau giải trình", 18, TextAlign.Right));
        columns.Add(new("Lý do", 88));
        List<DocumentBlock> blocks = [Title(dossier, kind, "Điểm theo từng tiêu chí của từng cơ quan, đơn vị", belongsTo)];
        foreach (var (i, agency) in dossier.Assessed.Index())
        {
            blocks.Add(new HeadingBlock($"{i + 1}. {agency.Name}", 2, IsFlush: true));
            blocks.Add(new TableBlock(columns, [.. dossier.Record.CriteriaSet.Groups.SelectMany(g => CriteriaRows(dossier, agency, g))], 10));
        }

        return new DocumentPart(blocks, IsLandscape: true);
    }

    /// <summary>Explanations received and how each was settled.</summary>
    /// <param name="belongsTo">The document that it is an annex of.</param>
    public static DocumentPart Explanations(ResultDossier dossier, string kind, string belongsTo)
    {
        var rows = new List<TableRow>();
        foreach (var agency in dossier.Record.Agencies)
        {
            var inside = dossier.InsideOf(agency);
            foreach (var e in inside.Explanations)
            {
                var points = inside.Criteria.First(c => c.Code == e.Criterion);
                rows.Add(new TableRow(
                    $"{rows.Count + 1}",
                    agency.Name,
                    $"{e.Criterion}. {dossier.Set.FindCriterion(e.Criterion)!.Name}",
                    string.Join("\n", (e.Contested ?? []).Select(c => Contested(dossier.Set, inside, c, e.State))),
                    e.Text + (e.Evidence is { Count: > 0 } documents ? $"\nTài liệu kèm theo: {string.Join("; ", documents)}." : ""),
                    RecordCsv.NameOf(Enum.Parse<ExplanationState>(e.State)) + (e.SettlementReason is null ? "" : $". {e.SettlementReason}"),
                    Shown(points.Verified),
                    Shown(points.Final)));
            }
        }

        return new DocumentPart(
            [
                Title(dossier, kind, "Giải trình của các cơ quan, đơn vị và kết luận", belongsTo),
                rows.Count == 0
                    ? new ParagraphBlock("Không có giải trình nào được gửi trong thời hạn.")
                    : new TableBlock(
                        [
                            new("TT", 8, TextAlign.Centre), new("Cơ quan, đơn vị", 36), new("Tiêu chí", 38), new("Số liệu", 52), new("Nội dung giải trình", 52), new("Kết luận", 40), new("Điểm thẩm tra", 15, TextAlign.Right),
                            new("Điểm sau giải trình", 15, TextAlign.Right),
                        ],
                        rows),
            ],
            IsLandscape: true);
    }

    private static TitleBlock Title(ResultDossier dossier, string kind, string name, string belongsTo) => new(kind, [name, dossier.Record.Period.Title], belongsTo);

    private static IEnumerable<TableRow> RankingRows(ResultDossier dossier, RecordBlock block)
    {
        if (dossier.Record.Blocks.Count > 1)
            yield return new TableRow(block.Name);
        foreach (var (i, a) in dossier.Ranking(block).Index())
        {
            List<string> cells =
            [
                $"{i + 1}", a.Name, .. a.Groups.Select(g => a.Submitted ? Shown(g.Points) : "–"), a.Submitted ? Shown(a.Total) : "–",
            ];
            if (dossier.HasRescaled)
                cells.Add(a.Submitted ? Shown(a.RankingScore) : "–");
            cells.AddRange([Share(a), Number(a.Rank), a.Class ?? "–", Number(dossier.RankBefore(a))]);
            yield return new TableRow(cells);
        }
    }

    private static IEnumerable<string> RankingNotes(ResultDossier dossier)
    {
        if (dossier.Record.Agencies.Where(a => a.Rank is not null).GroupBy(a => (a.Block, a.Rank)).Any(g => g.Count() > 1))
            yield return "Các cơ quan bằng điểm có cùng thứ hạng; thứ hạng tiếp theo được bỏ qua tương ứng.";
        if (dossier.HasRescaled)
            yield return "Cơ quan có tiêu chí không áp dụng được quy đổi tổng điểm về cùng thang điểm để xếp hạng.";
        foreach (var a in dossier.Record.Agencies.Where(a => a.Rank is null))
            yield return $"{a.Name}: {(a.Submitted ? $"không xếp hạng{(a.NotRankedReason is null ? "" : $" ({OfficialWords.Within(a.NotRankedReason)})")}" : "không nộp phiếu khảo sát")}.";
    }

    private static IEnumerable<TableRow> CriteriaRows(ResultDossier dossier, RecordAgency agency, RecordGroup group)
    {
        yield return new TableRow($"Nhóm {group.Code}. {group.Name}");
        var inside = dossier.InsideOf(agency);
        var (points, answers, scored) = (inside.Criteria.ToDictionary(c => c.Code), inside.Answers.ToDictionary(a => a.Question), agency.Criteria.ToDictionary(c => c.Code));
        foreach (var c in group.Criteria)
        {
            var p = points[c.Code];
            List<string> cells = [$"{c.Code}. {c.Name}", Shown(c.Max), Shown(p.Self), Shown(p.Verified), Difference(p.Self, p.Verified)];
            if (dossier.HasFinal)
                cells.Add(Shown(p.Final));
            cells.Add(RecordReasons.Of(dossier.Set, p, scored[c.Code].Applicable, answers));
            yield return new TableRow(cells);
        }
    }

    /// <summary>A contested value in words: declared, verified, claimed, and what became of it.</summary>
    public static string Contested(CriteriaSet set, InternalAgency agency, InternalContest contest, string state)
    {
        var question = set.FindQuestion(contest.Question)!;
        var answer = agency.Answers.FirstOrDefault(a => a.Question == contest.Question);
        return $"{contest.Question}: kê khai {AnswerText.Of(question, answer?.Declared)}, thẩm tra {AnswerText.Of(question, answer?.Verified)}, đề nghị {AnswerText.Of(question, contest.Claimed)}"
            + (state == nameof(ExplanationState.Accepted) ? $", cuối cùng {AnswerText.Of(question, contest.Final)}." : ".");
    }

    private static string Number(int? rank) => rank is { } r ? Display.Of(r) : "–";
}
