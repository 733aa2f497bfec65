using System.Globalization;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Tickets of a workbook's preview: the parts that can be taken, for one person and one form.</summary>
public sealed class WorkbookTickets(SealedTickets tickets)
{
    private const string Purpose = "Workbooks.Preview";

    public string Seal(OwnForm form, IReadOnlyList<WorkbookPart> parts) => tickets.Seal(Purpose, SubjectOf(form), parts);

    /// <returns>The parts; null when the ticket is too old, of another person or form, or was not sealed here.</returns>
    public IReadOnlyList<WorkbookPart>? Open(OwnForm form, string? ticket) => tickets.Open<IReadOnlyList<WorkbookPart>>(Purpose, SubjectOf(form), ticket);

    private static string SubjectOf(OwnForm form) => form.Submission.Id.ToString(CultureInfo.InvariantCulture);
}
