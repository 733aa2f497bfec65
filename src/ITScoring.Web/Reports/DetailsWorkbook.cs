using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Sheets;

namespace ITScoring.Web.Reports;

/// <summary>The workbook of those who run and approve the evaluation: ranking, every criterion with self, verified and final points and the reason, every answer.</summary>
public static class DetailsWorkbook
{
    public static byte[] Write(ResultDossier dossier, WritingProgress? progress = null) =>
        DataWorkbook.Write(dossier.Period.Title, dossier.Notice, [ResultSheets.Ranking(dossier.Record), Criteria(dossier), Answers(dossier)], progress);

    private static DataSheet Criteria(ResultDossier dossier) => new(
        "Chi tiết tiêu chí",
        "Điểm tự chấm, thẩm tra, sau giải trình của từng tiêu chí",
        [
            new("code", "Mã cơ quan", DataKind.Text, 12),
            new("name", "Cơ quan", DataKind.Text, 34),
            new("criterion", "Tiêu chí", DataKind.Text, 10),
            new("criterion_name", "Tên tiêu chí", DataKind.Text, 46),
            new("max", "Tối đa", DataKind.Points, 9),
            new("self", "Tự chấm", DataKind.Points, 10),
            new("verified", "Thẩm tra", DataKind.Points, 10),
            new("final", "Sau giải trình", DataKind.Points, 10),
            new("difference", "Chênh so với tự chấm", DataKind.Points, 11),
            new("reason", "Lý do", DataKind.Text, 60),
        ],
        [.. dossier.Record.Agencies.SelectMany(agency => Rows(dossier, agency))]);

    private static IEnumerable<IReadOnlyList<object?>> Rows(ResultDossier dossier, RecordAgency agency)
    {
        var inside = dossier.InsideOf(agency);
        var answers = inside.Answers.ToDictionary(a => a.Question);
        var names = dossier.Record.CriteriaSet.Groups.SelectMany(g => g.Criteria).ToDictionary(c => c.Code, c => c.Name);
        foreach (var (shown, points) in agency.Criteria.Zip(inside.Criteria))
        {
            object? difference = DataCell.Points(points.Self) is decimal self && DataCell.Points(points.Final) is decimal final ? final - self : null;
            yield return
            [
                agency.Code, agency.Name, shown.Code, names[shown.Code], DataCell.Points(shown.Max), DataCell.Points(points.Self), DataCell.Points(points.Verified), DataCell.Points(points.Final), difference,
                RecordReasons.Of(dossier.Set, points, shown.Applicable, answers),
            ];
        }
    }

    /// <summary>A line for each question, a column for each agency.</summary>
    private static DataSheet Answers(ResultDossier dossier)
    {
        var inside = dossier.Record.Agencies.ToDictionary(a => a.Code, a => dossier.InsideOf(a).Answers.ToDictionary(x => x.Question, x => x.Final));
        return new DataSheet(
            "Số liệu cuối cùng",
            "Số liệu cuối cùng của các cơ quan",
            [new("question", "Câu hỏi", DataKind.Text, 10), new("text", "Nội dung câu hỏi", DataKind.Text, 50), new("unit", "Đơn vị", DataKind.Text, 12), .. dossier.Record.Agencies.Select(a => new DataColumn(a.Code, a.Code, DataKind.Number, 14))],
            [.. dossier.Set.Questions.Select(question => (IReadOnlyList<object?>)
            [
                question.Code, question.Text, question.Unit ?? "",
                .. dossier.Record.Agencies.Select(a => Cell(question, inside[a.Code].GetValueOrDefault(question.Code))),
            ])]);
    }

    private static object? Cell(Domain.CriteriaSets.Question question, string? json) => AnswerText.Value(question, json) switch
    {
        null => null,
        Domain.CriteriaSets.NumberAnswer number => decimal.Parse(number.Value.ToDecimalString(), System.Globalization.CultureInfo.InvariantCulture),
        var other => Domain.Scoring.AnswerWords.Of(question, other),
    };
}
