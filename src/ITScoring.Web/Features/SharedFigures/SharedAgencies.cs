using ITScoring.Domain.Periods;
using ITScoring.Web.Input;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>The agencies of a period by what other systems call them: code, name or short name, case and marks aside.</summary>
public sealed class SharedAgencies
{
    private readonly ILookup<string, PeriodAgency> _byName;

    /// <param name="shortNames">By agency; null where the name is short enough.</param>
    public SharedAgencies(Period period, IReadOnlyDictionary<int, string?> shortNames)
    {
        Period = period;
        _byName = period.Agencies
            .SelectMany(a => new[] { a.Code, a.Name, shortNames.GetValueOrDefault(a.AgencyId) }.OfType<string>().Select(Fold).Distinct().Select(name => (Name: name, Agency: a)))
            .ToLookup(n => n.Name, n => n.Agency);
    }

    public Period Period { get; }

    public InputResult<PeriodAgency> Find(string text) => Period.FindAgency(text.Trim()) is { } byCode ? InputResult<PeriodAgency>.Of(byCode) : _byName[Fold(text)].ToList() switch
    {
        [var one] => InputResult<PeriodAgency>.Of(one),
        [] => InputResult<PeriodAgency>.Wrong(
            $"Không có cơ quan này trong kỳ đánh giá. Ghi mã ({string.Join(", ", Period.Agencies.OrderBy(a => a.Order).Take(3).Select(a => a.Code))}…) hoặc đúng tên cơ quan; nếu là dòng tổng hoặc cơ quan ngoài kỳ thì xóa dòng."),
        var several => InputResult<PeriodAgency>.Wrong($"Có {several.Count} cơ quan được gọi như vậy ({string.Join("; ", several.Select(a => $"{a.Code} {a.Name}"))}). Ghi mã cơ quan."),
    };

    /// <summary>Dashes are typed in many ways.</summary>
    private static string Fold(string text) => VietnameseSearch.Fold(text).Replace('–', '-').Replace('—', '-').Replace(" -", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal);
}
