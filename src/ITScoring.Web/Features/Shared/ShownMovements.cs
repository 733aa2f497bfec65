using System.Text.Json;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ITScoring.Web.Features.Shared;

/// <summary>Carries to the next page whose points and ranks the last save moved.</summary>
public sealed class ShownMovements(IHttpContextAccessor http)
{
    private const string Key = "Movements";

    /// <summary>Most agencies named; a cookie carries them.</summary>
    private const int Most = 25;

    /// <summary>Outside a request (demonstration data) nobody looks.</summary>
    public void Note(Period period, IReadOnlyList<ScoreMovement> movements)
    {
        if (http.HttpContext is not { } context)
            return;
        var lines = movements.OrderByDescending(m => Math.Abs((m.ScoreAfter?.Hundredths ?? 0) - (m.ScoreBefore?.Hundredths ?? 0))).Take(Most)
            .Select(m => new Line(period.FindAgency(m.AgencyCode)!.Name, m.ScoreBefore?.Hundredths, m.ScoreAfter?.Hundredths, m.RankBefore, m.RankAfter)).ToList();
        context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context)[Key] = JsonSerializer.Serialize(new Content(movements.Count, lines));
    }

    /// <summary>What the last save moved; shown once. Null: the last request changed no value.</summary>
    public static Content? Take(ITempDataDictionary data) => data[Key] is string json ? JsonSerializer.Deserialize<Content>(json) : null;

    /// <param name="Count">Of all agencies that moved.</param>
    public sealed record Content(int Count, IReadOnlyList<Line> Lines);

    /// <summary>One agency: ranking scores in hundredths and ranks, before and after.</summary>
    public sealed record Line(string Agency, long? ScoreBefore, long? ScoreAfter, int? RankBefore, int? RankAfter);
}
