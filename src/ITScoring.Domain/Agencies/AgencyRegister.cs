using System.Globalization;

namespace ITScoring.Domain.Agencies;

/// <summary>What a change of one agency has to know of all others: who took over from whom, and who takes part in a running period.</summary>
public sealed class AgencyRegister(IEnumerable<(int Successor, int Predecessor)> links, IEnumerable<AgencyEngagement> engagements)
{
    private readonly ILookup<int, int> _predecessors = links.ToLookup(l => l.Successor, l => l.Predecessor);
    private readonly ILookup<int, AgencyEngagement> _engagements = engagements.ToLookup(e => e.AgencyId);

    /// <summary>Whether an agency took over from another, directly or through those in between.</summary>
    public bool TookOverFrom(Agency agency, Agency predecessor)
    {
        var (seen, next) = (new HashSet<int>(), new Queue<int>([agency.Id]));
        while (next.TryDequeue(out var at))
        {
            foreach (var before in _predecessors[at])
            {
                if (before == predecessor.Id)
                    return true;
                if (seen.Add(before))
                    next.Enqueue(before);
            }
        }

        return false;
    }

    /// <summary>Why the agency cannot end on a day; null: it can.</summary>
    public string? Holds(Agency agency, DateOnly lastDay) => _engagements[agency.Id].OrderByDescending(e => e.Through).FirstOrDefault(e => lastDay < e.Through) is { } held
        ? $"{agency.Name} đang tham gia “{held.Title}”, chưa công bố; không thể kết thúc giữa kỳ. Chọn ngày kết thúc từ {Day(held.Through)} trở đi, hoặc ghi sau khi kết quả của kỳ được công bố."
        : null;

    internal static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
