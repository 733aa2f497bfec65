using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// Draws the sample that is judged twice. The order is that of SHA-256 over seed, agency and criterion: nobody can steer it, and with the seed
/// (it stands in the audit) anybody can draw it again.
/// </summary>
public static class SecondReviewSample
{
    /// <summary>A share of what could be drawn, rounded up; at least one when there is any and the share is not 0.</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    public static IReadOnlyList<T> Draw<T>(IEnumerable<T> all, Func<T, (string Agency, string Criterion)> key, decimal percent, string seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        var ordered = all.OrderBy(x => Place(seed, key(x)), StringComparer.Ordinal).ToList();
        return [.. ordered.Take((int)Math.Ceiling(ordered.Count * percent / 100m))];
    }

    /// <summary>Gives each drawn criterion to the reviewer with the least to do among those who may have it; what nobody may have comes back apart.</summary>
    /// <param name="may">Whether a reviewer may judge the criterion a second time.</param>
    public static (IReadOnlyList<(T Item, int ReviewerId)> Given, IReadOnlyList<T> Left) Share<T>(IEnumerable<T> drawn, IReadOnlyList<int> reviewers, Func<int, T, bool> may)
    {
        var load = reviewers.Distinct().ToDictionary(r => r, _ => 0);
        var (given, left) = (new List<(T, int)>(), new List<T>());
        foreach (var item in drawn)
        {
            var able = load.Where(r => may(r.Key, item)).OrderBy(r => r.Value).ThenBy(r => r.Key).Select(r => (int?)r.Key).FirstOrDefault();
            if (able is not { } reviewer)
            {
                left.Add(item);
                continue;
            }

            load[reviewer]++;
            given.Add((item, reviewer));
        }

        return (given, left);
    }

    private static string Place(string seed, (string Agency, string Criterion) key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{key.Agency}\n{key.Criterion}"))));
}
