using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Documents;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Phiếu khảo sát on paper: blank to be filled by hand, or filled with an agency's answers to be signed.</summary>
public static class SurveyDocument
{
    private const string Line = "……………………";
    private const int BlankRows = 4;

    public static OfficialDocument Of(SurveyContent content, PortalOptions portal)
    {
        List<DocumentBlock> blocks =
        [
            new TitleBlock("PHIẾU KHẢO SÁT", [content.Period.Title]),
            new FactsBlock([.. Facts(content)]),
        ];
        foreach (var section in content.Set.Sections)
        {
            var questions = content.Set.QuestionsIn(section.Code).Where(q => q.FilledBy != FilledBy.System).ToList();
            if (questions.Count == 0)
                continue;
            blocks.Add(new HeadingBlock($"Phần {section.Code}. {section.Name}", IsFlush: true));
            blocks.Add(new TableBlock(
                [new("Câu", 11, TextAlign.Centre), new("Nội dung", 52), new("Trả lời", 37)],
                [.. questions.Select(q => new TableRow(q.Code, q.Text, Answer(content, q)))]));
            foreach (var q in questions.Where(q => q.Type == QuestionType.Rows && q.FilledBy == FilledBy.Agency && content.Asked.Contains(q.Code)))
            {
                if (Rows(content, q) is not { Rows.Count: > 0 } table)
                    continue;
                blocks.Add(new HeadingBlock($"Bảng của câu {q.Code}", 2, IsFlush: true));
                blocks.Add(table);
            }
        }

        blocks.Add(new ParagraphBlock("Cơ quan, đơn vị chịu trách nhiệm về tính chính xác của số liệu trong phiếu khảo sát này."));
        blocks.Add(new SignatureBlock([], new Signer("NGƯỜI LẬP PHIẾU", "Ký, ghi rõ họ tên"), new Signer("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Ký, ghi rõ họ tên, đóng dấu")));
        return new OfficialDocument(
            content.IsBlank ? $"Phiếu khảo sát, {content.Period.Title}" : $"Phiếu khảo sát của {content.Agency!.Name}, {content.Period.Title}",
            content.Period.IsDemo ? DemoNotice.Text : null,
            new DocumentHead(portal.ProvinceBody, content.Agency?.Name ?? "[Tên cơ quan, đơn vị]", $"Số: {OfficialWords.Open}", OfficialWords.PlaceAndDate(portal, null)),
            [new DocumentPart(blocks)]);
    }

    private static IEnumerable<(string Name, string Value)> Facts(SurveyContent content)
    {
        yield return ("Cơ quan, đơn vị", content.Agency?.Name ?? Line + Line);
        yield return ("Số liệu", $"từ ngày {VietnamTime.Day(content.Period.DataFrom!.Value)} đến hết ngày {VietnamTime.Day(content.Period.DataThrough!.Value)}");
        yield return ("Hạn nộp", (content.Agency is { } agency ? content.Period.DeadlineOf(agency).Wording : content.Period.DeadlineWording) ?? OfficialWords.Open);
        yield return ("Bộ tiêu chí", $"{content.Set.Code}, phiên bản {content.Set.Version}");
        if (content.Submission is { } submission)
            yield return ("Trạng thái phiếu", submission.LastSubmittedAt is { } at ? $"{submission.State.Name()}, nộp trên cổng lúc {VietnamTime.Moment(at)}" : submission.State.Name());
    }

    private static string Answer(SurveyContent content, Question question)
    {
        if (question.FilledBy == FilledBy.Inspector)
            return "Cơ quan thẩm tra điền";
        if (!content.Asked.Contains(question.Code))
            return "Không phải trả lời";
        if (content.IsBlank)
            return Place(question);
        var answer = content.Answers.GetValueOrDefault(question.Code);
        var words = AnswerText.Value(question, answer?.DeclaredJson) is RowsAnswer { Rows.Count: > 0 } rows ? $"{rows.Rows.Count} dòng, xem bảng của câu {question.Code}" : AnswerText.Of(question, answer?.DeclaredJson);
        return answer?.Note is null ? words : $"{words}\nGhi chú: {answer.Note}";
    }

    /// <summary>Where the answer is written by hand.</summary>
    private static string Place(Question question) => question.Type switch
    {
        QuestionType.YesNo => "□\u00A0Có\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0□\u00A0Không",
        QuestionType.Choice or QuestionType.Multi => string.Join("\n", question.Options.Select(o => $"□ {o.Text}")),
        QuestionType.Rows => $"Ghi vào bảng của câu {question.Code}; không có thì đánh dấu: □",
        QuestionType.Date => "……/……/…………",
        _ => question.Unit is { } unit ? $"{Line} {unit}" : Line,
    };

    private static TableBlock Rows(SurveyContent content, Question question)
    {
        var rows = content.IsBlank
            ? Enumerable.Range(1, BlankRows).Select(i => new TableRow([$"{i}", .. question.Columns.Select(_ => "")]))
            : AnswerText.Value(question, content.Answers.GetValueOrDefault(question.Code)?.DeclaredJson) is RowsAnswer answer
                ? answer.Rows.Select((row, i) => new TableRow([$"{i + 1}", .. question.Columns.Select(c => Cell(row, c))]))
                : [];
        return new TableBlock([new("TT", 8, TextAlign.Centre), .. question.Columns.Select(c => new TableColumn(c.Text, 92.0 / question.Columns.Count))], [.. rows]);
    }

    private static string Cell(AnswerRow row, QuestionColumn column) =>
        row.Cells.GetValueOrDefault(column.Code) is DateAnswer date ? VietnamTime.Day(date.Value) : row.Text(column.Code) ?? "";
}
