using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>What of the queue is looked at, and how it is sorted; as it stands in the address.</summary>
public sealed class QueueFilter
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["agency", "waiting", "difference", "open"];

    /// <summary><c>mine</c>: what waits for the person; otherwise everything that he may see.</summary>
    public string? View { get; set; }

    /// <summary>In agency and reviewers; marks and case are ignored.</summary>
    public string? Search { get; set; }

    /// <summary>A state of the form, <c>changed</c> (handed in anew after a return) or <c>overdue</c> (the return's deadline is past).</summary>
    public string? State { get; set; }

    public string? Block { get; set; }

    /// <summary>A group of criteria: points and verdicts are those of the group.</summary>
    public string? Group { get; set; }

    /// <summary>A reviewer's account; 0: nobody.</summary>
    public int? Reviewer { get; set; }

    public string? Sort { get; set; }

    public bool IsMine => View == "mine";

    public string SortedBy => Sort is { } sort && Sorts.Contains(sort) ? sort : "agency";

    /// <summary>Whether anything but the view and the order is chosen.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Block) || !string.IsNullOrEmpty(Group) || Reviewer is not null;

    /// <summary>What is chosen, as the address names it.</summary>
    public IReadOnlyList<(string Name, string? Value)> Chosen =>
        [("view", View), ("search", Search), ("state", State), ("block", Block), ("group", Group), ("reviewer", $"{Reviewer}"), ("sort", Sort)];

    /// <summary>The part of the address behind the question mark, without the period.</summary>
    public string ToQuery() => SiteLink.To("", Chosen).TrimStart('?');
}
