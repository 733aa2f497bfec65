using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Home of the form: its sections, deadline and what changed lately.</summary>
public sealed class SubmissionPage
{
    public required OwnForm Form { get; init; }

    public required IReadOnlyList<SectionRow> Sections { get; init; }

    public required ScoreSheet Sheet { get; init; }

    public required bool IsProvisional { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required FormDeadline Deadline { get; init; }

    /// <summary>Who signed the last official submission.</summary>
    public required string? SignedBy { get; init; }

    /// <summary>Latest changes, newest first.</summary>
    public required IReadOnlyList<RecentChange> Changes { get; init; }

    public required IReadOnlyList<(SubmissionMove Move, string By)> Moves { get; init; }

    /// <summary>Sections that were given to whoever looks come first; the others keep the order of the set.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<SectionRow> Rows)> Parts => Sections.Any(s => s.IsMine)
        ? [("Phần được giao cho anh/chị", [.. Sections.Where(s => s.IsMine)]), ("Các phần khác của phiếu", [.. Sections.Where(s => !s.IsMine)])]
        : [("Các phần của phiếu", Sections)];

    public int Answered => Sections.Sum(s => s.Answered);

    public int Asked => Sections.Sum(s => s.Asked);
}
