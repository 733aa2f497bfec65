using System.Collections.Concurrent;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Presence;

/// <summary>
/// Who has which section open, so that colleagues see each other. It only informs, locks nothing, and forgets whoever was not seen for <see cref="Kept"/>.
/// Kept in memory: a restart or a second process of the site shows fewer people for a minute, and nothing else.
/// </summary>
public sealed class PresenceBoard(TimeProvider clock)
{
    /// <summary>Open pages report each half minute.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(90);

    /// <summary>How long somebody counts as editing after the last save.</summary>
    private static readonly TimeSpan Editing = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(int Submission, string Section), ConcurrentDictionary<int, Seen>> _sections = new();

    /// <summary>Somebody has the section open.</summary>
    public void Opened(int submissionId, string section, int userId, string name) => Note(submissionId, section, userId, name, edited: false);

    /// <summary>Somebody stored an answer of the section.</summary>
    public void Edited(int submissionId, string section, int userId, string name) => Note(submissionId, section, userId, name, edited: true);

    /// <summary>The others in the section, a sentence each, by name.</summary>
    public IReadOnlyList<string> Others(int submissionId, string section, int userId)
    {
        if (!_sections.TryGetValue((submissionId, section), out var people))
            return [];
        var now = clock.UtcNow();
        foreach (var (id, seen) in people.Where(p => now - p.Value.At > Kept))
            people.TryRemove(KeyValuePair.Create(id, seen));
        return [.. people.Where(p => p.Key != userId).Select(p => p.Value).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Sentence(p, now))];
    }

    private void Note(int submissionId, string section, int userId, string name, bool edited)
    {
        var now = clock.UtcNow();
        _sections.GetOrAdd((submissionId, section), _ => new()).AddOrUpdate(
            userId,
            _ => new Seen(name, now, edited ? now : null),
            (_, before) => new Seen(name, now, edited ? now : before.EditedAt));
    }

    private static string Sentence(Seen seen, DateTime now) => seen.EditedAt is { } edited && now - edited <= Editing
        ? $"{seen.Name} đang sửa phần này ({((int)(now - edited).TotalMinutes is var minutes and > 0 ? $"lưu lần cuối {minutes} phút trước" : "vừa lưu")})"
        : $"{seen.Name} đang mở phần này";

    private sealed record Seen(string Name, DateTime At, DateTime? EditedAt);
}
