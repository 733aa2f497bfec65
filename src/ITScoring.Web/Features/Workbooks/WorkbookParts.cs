using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Finds what was changed in a workbook since it was downloaded.</summary>
public static class WorkbookParts
{
    /// <summary>Answers and notes whose cells read differently from when the workbook was made, in the order of the form.</summary>
    public static IReadOnlyList<WorkbookPart> Of(UploadedWorkbook workbook, IReadOnlyList<FormWorkbookPlace> places, FormWorkbookStamp stamp)
    {
        var parts = new List<WorkbookPart>();
        foreach (var place in places)
        {
            var (sheet, mark) = (workbook.Find(place.Sheet)!, stamp.Marks[place.Question.Code]);
            var answer = WorkbookAnswerReader.Read(place, at => sheet[at]);
            if (answer.Fingerprint != mark.Shown)
            {
                parts.Add(new WorkbookPart(place.Question.Code, IsNote: false, Where(place, answer.At), answer.Fields, null, mark.Version, mark.Value)
                {
                    Refused = answer.Problem is { } problem ? (problem, answer.Typed) : null,
                });
            }

            var cell = sheet[place.Note];
            var note = PlainText.Clean(WorkbookText.Of(cell, QuestionType.Text));
            var refused = WorkbookText.Problem(cell, QuestionType.Text);
            if (refused is not null || PostedAnswer.Fingerprint(null, note) != mark.Note)
            {
                parts.Add(new WorkbookPart(place.Question.Code, IsNote: true, Where(place, place.Note), new Dictionary<string, string[]>(), note, mark.Version, mark.Note)
                {
                    Refused = refused is null ? null : (refused, note ?? ""),
                });
            }
        }

        return parts;
    }

    private static string Where(FormWorkbookPlace place, WorkbookAddress at) => $"trang “{place.Sheet}”, ô {at}";
}
