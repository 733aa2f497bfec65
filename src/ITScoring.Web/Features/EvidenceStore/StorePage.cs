using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.EvidenceStore;

/// <summary>The agency's documents of all periods, to choose from for a question.</summary>
/// <param name="Search">As typed.</param>
/// <param name="Count">All that match.</param>
/// <param name="Number">Of the page shown, from 1.</param>
public sealed record StorePage(OwnForm Form, Question Question, IReadOnlyList<StoreRow> Rows, string? Search, int Count, int Number, int Pages, bool CanEdit)
{
    public string EvidencePath => $"{Form.Path}/questions/{Question.Code}/evidence";

    public string Path => $"{EvidencePath}/store";

    public string Link(int number) => $"{Path}?page={number}{(string.IsNullOrWhiteSpace(Search) ? "" : $"&search={Uri.EscapeDataString(Search)}")}";
}
