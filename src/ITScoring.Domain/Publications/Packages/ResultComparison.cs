using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>Holds what a file states against what was computed, number by number.</summary>
internal sealed class ResultComparison(string file, List<PackageFinding> findings)
{
    /// <summary>Numbers, ranks and classes that were compared.</summary>
    public int Numbers { get; private set; }

    public void Compare(IReadOnlyList<StatedAgency> stated, IReadOnlyList<StatedAgency> computed)
    {
        var known = ByCode(stated);
        foreach (var agency in computed)
        {
            if (known.Remove(agency.Code, out var found))
                Compare(found, agency);
            else
                Find($"thiếu cơ quan {agency.Code}");
        }

        foreach (var code in known.Keys)
            Find($"có cơ quan {code} không có trong dữ liệu để tính");
    }

    private void Compare(StatedAgency stated, StatedAgency computed)
    {
        var agency = $"cơ quan {computed.Code}";
        Same($"{agency}, khối", stated.Block, computed.Block);
        Same($"{agency}, tổng điểm", stated.Total, computed.Total);
        Same($"{agency}, điểm tối đa áp dụng", stated.ApplicableMax, computed.ApplicableMax);
        Same($"{agency}, điểm xếp hạng", stated.RankingScore, computed.RankingScore);
        Same($"{agency}, hạng", $"{stated.Rank}", $"{computed.Rank}");
        Same($"{agency}, xếp loại", stated.Class, computed.Class);
        foreach (var (group, other) in Pairs($"{agency}, nhóm", stated.Groups, computed.Groups, g => g.Code))
        {
            Same($"{agency}, nhóm {other.Code}, điểm", group.Points, other.Points);
            Same($"{agency}, nhóm {other.Code}, điểm tối đa áp dụng", group.ApplicableMax, other.ApplicableMax);
            Same($"{agency}, nhóm {other.Code}, hạng", $"{group.Rank}", $"{other.Rank}");
        }

        foreach (var (criterion, other) in Pairs($"{agency}, tiêu chí", stated.Criteria, computed.Criteria, c => c.Code))
        {
            Same($"{agency}, tiêu chí {other.Code}, điểm", criterion.Points, other.Points);
            Same($"{agency}, tiêu chí {other.Code}, điểm tối đa", criterion.Max, other.Max);
            Same($"{agency}, tiêu chí {other.Code}, áp dụng", criterion.Applicable ? "có" : "không", other.Applicable ? "có" : "không");
        }
    }

    private IEnumerable<(T Stated, T Computed)> Pairs<T>(string what, IReadOnlyList<T> stated, IReadOnlyList<T> computed, Func<T, string> code)
    {
        if (stated.Select(code).SequenceEqual(computed.Select(code)))
            return stated.Zip(computed);
        Find($"{what}: tệp có {string.Join(", ", stated.Select(code))}; bộ tiêu chí có {string.Join(", ", computed.Select(code))}");
        return from s in stated join c in computed on code(s) equals code(c) select (s, c);
    }

    private Dictionary<string, StatedAgency> ByCode(IReadOnlyList<StatedAgency> agencies)
    {
        var known = new Dictionary<string, StatedAgency>();
        foreach (var agency in agencies)
        {
            if (!known.TryAdd(agency.Code, agency))
                Find($"cơ quan {agency.Code} có hai lần");
        }

        return known;
    }

    private void Same(string place, string? stated, string? computed)
    {
        Numbers++;
        if (stated != computed)
            Find($"{place}: trong gói là {Shown(stated)}, tính lại được {Shown(computed)}");
    }

    private void Find(string message) => findings.Add(new(PackageVerdict.Differs, file, message));

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "không có" : value;
}
