using System.Collections.Concurrent;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Presence;

/// <summary>
/// Who has which section of a form, or which item of a criteria set, open, so that colleagues see each other. It only informs, locks nothing, and forgets whoever was not seen for <see cref="Kept"/>.
/// Kept in memory: a restart or a second process of the site shows fewer people for a minute, and nothing else.
/// </summary>
public sealed class PresenceBoard(TimeProvider clock)
{
    /// <summary>Open pages report each half minute.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(90);

    /// <summary>How long somebody counts as editing after the last save.</summary>
    private static readonly TimeSpan Editing = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, Seen>> _places = new();

    /// <summary>The place of a section of a form.</summary>
    public static string SectionOf(int submissionId, string section) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"form/{submissionId}/{section}");

    /// <summary>The place of an item of a draft criteria set.</summary>
    public static string ItemOf(int setId, string key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"set/{setId}/{key}");

    /// <summary>Somebody has the place open.</summary>
    public void Opened(string place, int userId, string name) => Note(place, userId, name, edited: false);

    /// <summary>Somebody stored something there.</summary>
    public void Edited(string place, int userId, string name) => Note(place, userId, name, edited: true);

    /// <summary>The others at the place, a sentence each, by name.</summary>
    /// <param name="what">What the place is called in the sentence.</param>
    public IReadOnlyList<string> Others(string place, int userId, string what = "phần này")
    {
        if (!_places.TryGetValue(place, out var people))
            return [];
        var now = clock.UtcNow();
        foreach (var (id, seen) in people.Where(p => now - p.Value.At > Kept))
            people.TryRemove(KeyValuePair.Create(id, seen));
        return [.. people.Where(p => p.Key != userId).Select(p => p.Value).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Sentence(p, now, what))];
    }

    private void Note(string place, int userId, string name, bool edited)
    {
        var now = clock.UtcNow();
        _places.GetOrAdd(place, _ => new()).AddOrUpdate(
            userId,
            _ => new Seen(name, now, edited ? now : null),
            (_, before) => new Seen(name, now, edited ? now : before.EditedAt));
    }

    private static string Sentence(Seen seen, DateTime now, string what) => seen.EditedAt is { } edited && now - edited <= Editing
        ? $"{seen.Name} đang sửa {what} ({((int)(now - edited).TotalMinutes is var minutes and > 0 ? $"lưu lần cuối {minutes} phút trước" : "vừa lưu")})"
        : $"{seen.Name} đang mở {what}";

    private sealed record Seen(string Name, DateTime At, DateTime? EditedAt);
}
