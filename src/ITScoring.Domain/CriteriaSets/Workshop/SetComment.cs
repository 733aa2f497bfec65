using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>A reviewer's comment on one item of a draft, until it is resolved.</summary>
public sealed class SetComment : IVersioned
{
    public const int MostCharacters = 2000;

    private SetComment()
    {
    }

    private SetComment(int criteriaSetVersionId, string itemKey, int authorId, string text, DateTime at) =>
        (CriteriaSetVersionId, ItemKey, AuthorId, Text, At) = (criteriaSetVersionId, itemKey, authorId, text, at);

    public int Id { get; private set; }

    public int CriteriaSetVersionId { get; private set; }

    /// <summary>Key of the item it speaks of.</summary>
    public string ItemKey { get; private set; } = "";

    public int AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public int? ResolvedById { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Resolution { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => ResolvedAt is null;

    /// <param name="set">With its reviewers.</param>
    /// <returns>The comment, when the outcome is done.</returns>
    public static (Outcome Outcome, SetComment? Comment) Write(CriteriaSetVersion set, Actor author, SetItem item, string? text, DateTime at)
    {
        if (!set.State.IsDraft())
            return (Outcome.WrongState($"Bộ tiêu chí {set.State.Name().ToLowerInvariant()}: không ghi ý kiến rà soát nữa."), null);
        if (author.Role != Role.PeriodManager && set.Reviewers.All(reviewer => reviewer.UserId != author.UserId))
            return (Outcome.NotAllowed("Chỉ người được mời rà soát và người quản lý kỳ đánh giá được ghi ý kiến."), null);
        if (string.IsNullOrWhiteSpace(text))
            return (Outcome.InputAt("comment", "Nhập ý kiến."), null);
        return text.Length > MostCharacters
            ? (Outcome.InputAt("comment", $"Ý kiến dài {text.Length} ký tự, quá {MostCharacters} ký tự; hãy rút gọn."), null)
            : (Outcome.Done, new SetComment(set.Id, item.Key, author.UserId, text.Trim(), at));
    }

    /// <summary>The author or the manager says what came of it.</summary>
    public Outcome Resolve(Actor who, string? resolution, DateTime at)
    {
        if (who.Role != Role.PeriodManager && who.UserId != AuthorId)
            return Outcome.NotAllowed("Chỉ người ghi ý kiến hoặc người quản lý kỳ đánh giá được kết thúc ý kiến này.");
        if (!IsOpen)
            return Outcome.WrongState("Ý kiến này đã được giải quyết.");
        if (resolution?.Length > MostCharacters)
            return Outcome.InputAt("resolution", $"Nội dung dài quá {MostCharacters} ký tự; hãy rút gọn.");
        (ResolvedById, ResolvedAt, Resolution) = (who.UserId, at, string.IsNullOrWhiteSpace(resolution) ? null : resolution.Trim());
        return Outcome.Done;
    }
}
