using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;

namespace ITScoring.Domain.Periods;

/// <summary>
/// Văn bản của kỳ đánh giá: a signed PDF that everybody may read beside the guidance, from the day the period opens. One of each kind stands; another one of
/// the kind takes its place, and what was withdrawn stays as a row.
/// </summary>
public sealed class GuidanceDocument : IVersioned
{
    /// <summary>Longest number.</summary>
    public const int MostNumber = 100;

    private GuidanceDocument()
    {
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public GuidanceDocumentKind Kind { get; private set; }

    /// <summary>Số, ký hiệu; null: an annex that has none of its own.</summary>
    public string? Number { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>Trích yếu.</summary>
    public string? Abstract { get; private set; }

    public int FileId { get; private set; }

    public StoredFile? File { get; private set; }

    /// <summary>As it was sent; it never becomes part of a path.</summary>
    public string FileName { get; private set; } = "";

    public int AttachedById { get; private set; }

    public DateTime AttachedAt { get; private set; }

    /// <summary>When it was taken from the page, or another one took its place; null: it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public int? WithdrawnById { get; private set; }

    public int Version { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>Whether the kind is a document of its own, which has a number and a date.</summary>
    public static bool NeedsNumber(GuidanceDocumentKind kind) => kind is GuidanceDocumentKind.CallLetter or GuidanceDocumentKind.Decision;

    /// <summary>What stands against attaching, asked before the file is kept.</summary>
    /// <param name="document">Null: without number and date, as annexes may be.</param>
    public static Outcome Check(Actor by, Period period, GuidanceDocumentKind kind, DocumentReference? document, DateTime now)
    {
        if (MayManage(by, period) is { Ok: false } refused)
            return refused;
        if (NeedsNumber(kind) && document is null)
            return Outcome.InputAt("number", $"Nhập số, ký hiệu và ngày: “{kind.Name()}” là văn bản có số riêng.");
        if (document is { Number.Length: > MostNumber })
            return Outcome.InputAt("number", $"Số, ký hiệu dài quá {MostNumber} ký tự.");
        return document is { } reference && reference.Date > Deadline.LocalDay(now) ? Outcome.InputAt("date", "Ngày của văn bản không thể sau ngày hôm nay.") : Outcome.Done;
    }

    /// <inheritdoc cref="Check"/>
    /// <param name="file">The PDF, stored.</param>
    /// <param name="standing">Those of the period that stand; the one of the same kind gives way.</param>
    public static (Outcome Outcome, GuidanceDocument? Document) Attach(
        Actor by, Period period, GuidanceDocumentKind kind, DocumentReference? document, StoredFile file, string fileName, IEnumerable<GuidanceDocument> standing, DateTime now)
    {
        if (Check(by, period, kind, document, now) is { Ok: false } refused)
            return (refused, null);
        if (file.Kind != FileKind.Pdf)
            return (Outcome.InputAt("file", "Văn bản phải là tệp PDF."), null);
        foreach (var former in standing.Where(d => d.Kind == kind && d.Stands))
            (former.WithdrawnAt, former.WithdrawnById) = (now, by.UserId);
        return (Outcome.Done, new GuidanceDocument
        {
            PeriodId = period.Id,
            Kind = kind,
            Number = document?.Number.Trim(),
            Date = document?.Date,
            Abstract = document?.Abstract,
            FileId = file.Id,
            File = file,
            FileName = fileName,
            AttachedById = by.UserId,
            AttachedAt = now,
        });
    }

    /// <summary>Takes it from the page of guidance.</summary>
    public Outcome Withdraw(Actor by, Period period, DateTime now)
    {
        if (MayManage(by, period) is { Ok: false } refused)
            return refused;
        if (!Stands)
            return Outcome.WrongState("Văn bản này đã được gỡ hoặc đã được thay. Tải lại trang.");
        (WithdrawnAt, WithdrawnById) = (now, by.UserId);
        return Outcome.Done;
    }

    private static Outcome MayManage(Actor by, Period period) =>
        by.Role != Role.PeriodManager ? Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được gắn, gỡ văn bản trên trang Hướng dẫn thực hiện.")
        : period.IsPublished ? Outcome.WrongState("Kết quả đã công bố: không đổi văn bản trên trang Hướng dẫn thực hiện nữa.")
        : Outcome.Done;
}
