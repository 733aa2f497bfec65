using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Publications;

/// <summary>
/// Văn bản đã ký: a document of the procedure that came back from the document system, with its number, date and signed PDF. Never altered: a wrong
/// file is replaced by attaching the right one, and stays listed as replaced.
/// </summary>
public sealed class SignedDocument
{
    private SignedDocument()
    {
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public SignedDocumentKind Kind { get; private set; }

    /// <summary>Số, ký hiệu, as on the document.</summary>
    public string Number { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>Trích yếu.</summary>
    public string? Abstract { get; private set; }

    public int FileId { get; private set; }

    public StoredFile? File { get; private set; }

    /// <summary>As it was sent; it never becomes part of a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What the check of its signatures came to when it was attached.</summary>
    public SignatureState Signature { get; private set; }

    /// <summary>The signatures, as <see cref="SignatureReport"/> writes them.</summary>
    public string SignaturesJson { get; private set; } = "[]";

    public int AttachedById { get; private set; }

    public DateTime AttachedAt { get; private set; }

    /// <summary>The one whose place it takes.</summary>
    public int? ReplacesId { get; private set; }

    public SignatureReport Signatures => SignatureReport.Read(SignaturesJson);

    /// <summary>Which kinds a role may attach: the manager all, the leader the decision.</summary>
    public static IReadOnlyList<SignedDocumentKind> KindsOf(Role role) => role switch
    {
        Role.PeriodManager => Enum.GetValues<SignedDocumentKind>(),
        Role.Leader => [SignedDocumentKind.Decision],
        _ => [],
    };

    /// <summary>The ids of those that another one has taken the place of.</summary>
    /// <param name="documents">All of the period.</param>
    public static IReadOnlySet<int> ReplacedOf(IEnumerable<SignedDocument> documents) => documents.Select(d => d.ReplacesId).OfType<int>().ToHashSet();

    /// <summary>Whether it is the document that somebody means by number and date.</summary>
    public bool Is(string number, DateOnly date) => Date == date && IsNumber(Number, number);

    /// <summary>What stands against attaching a document, asked before its file is kept.</summary>
    /// <param name="decisions">Those by which the period's result was approved or corrected.</param>
    /// <param name="documents">All that the period has, with their files.</param>
    /// <param name="replaces">Id of the one whose place it takes; null: that of the same kind, number and date, if there is one.</param>
    public static Outcome Check(
        Actor by, Period period, SignedDocumentKind kind, DocumentReference document, IReadOnlyList<DocumentReference> decisions, IReadOnlyList<SignedDocument> documents, int? replaces, DateTime now)
    {
        if (!KindsOf(by.Role).Contains(kind))
            return Outcome.NotAllowed(KindsOf(by.Role).Count == 0 ? $"Vai trò {by.Role.Name()} không được gắn văn bản đã ký." : "Lãnh đạo UBND tỉnh chỉ gắn quyết định phê duyệt, đính chính đã ký.");
        if (period.State == PeriodState.Draft)
            return Outcome.WrongState($"Chưa gắn được văn bản đã ký khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
        if (kind == SignedDocumentKind.Decision && decisions.Count == 0)
            return Outcome.WrongState("Kết quả chưa được phê duyệt nên chưa có quyết định để gắn. Phê duyệt kết quả trước, với số và ngày của quyết định.");
        if (string.IsNullOrWhiteSpace(document.Number))
            return Outcome.InputAt("number", "Nhập số, ký hiệu của văn bản.");
        if (document.Date > Deadline.LocalDay(now))
            return Outcome.InputAt("date", "Ngày của văn bản không thể sau ngày hôm nay.");
        // The public reads it as the decision of a publication, so it must be that one.
        if (kind == SignedDocumentKind.Decision && !decisions.Any(d => d.Date == document.Date && IsNumber(d.Number, document.Number)))
            return Outcome.InputAt("number", $"Số và ngày phải đúng quyết định đã ghi khi phê duyệt, đính chính: {string.Join("; ", decisions.Select(InWords).Distinct())}.");
        if (replaces is not { } id)
            return Outcome.Done;
        if (documents.FirstOrDefault(d => d.Id == id) is not { } former)
            return Outcome.Input("Không tìm thấy văn bản cần thay. Tải lại trang.");
        if (ReplacedOf(documents).Contains(id))
            return Outcome.WrongState("Văn bản này vừa được thay bằng văn bản khác. Tải lại trang để xem bản đang dùng.");
        return KindsOf(by.Role).Contains(former.Kind) ? Outcome.Done : Outcome.NotAllowed("Lãnh đạo UBND tỉnh chỉ thay quyết định phê duyệt, đính chính đã ký.");
    }

    /// <inheritdoc cref="Check"/>
    /// <param name="file">The signed PDF, stored.</param>
    public static (Outcome Outcome, SignedDocument? Document) Attach(
        Actor by,
        Period period,
        SignedDocumentKind kind,
        DocumentReference document,
        IReadOnlyList<DocumentReference> decisions,
        IReadOnlyList<SignedDocument> documents,
        int? replaces,
        StoredFile file,
        string fileName,
        SignatureReport signatures,
        DateTime now)
    {
        if (Check(by, period, kind, document, decisions, documents, replaces, now) is { Ok: false } refused)
            return (refused, null);
        if (file.Kind != FileKind.Pdf)
            return (Outcome.InputAt("file", "Văn bản đã ký phải là tệp PDF."), null);
        var replaced = ReplacedOf(documents);
        var former = replaces is { } id
            ? documents.First(d => d.Id == id)
            : documents.Where(d => d.Kind == kind && d.Is(document.Number, document.Date) && !replaced.Contains(d.Id)).MaxBy(d => d.Id);
        if (former is not null && former.File?.Sha256 == file.Sha256 && former.Kind == kind && former.Is(document.Number, document.Date) && former.Abstract == document.Abstract)
            return (Outcome.InputAt("file", "Đúng tệp này đã được gắn với số, ngày này nên không thay gì."), null);
        return (Outcome.Done, new SignedDocument
        {
            PeriodId = period.Id,
            Kind = kind,
            Number = document.Number.Trim(),
            Date = document.Date,
            Abstract = document.Abstract,
            FileId = file.Id,
            File = file,
            FileName = fileName,
            Signature = signatures.State,
            SignaturesJson = signatures.ToJson(),
            AttachedById = by.UserId,
            AttachedAt = now,
            ReplacesId = former?.Id,
        });
    }

    private static bool IsNumber(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string InWords(DocumentReference decision) => $"số {decision.Number} ngày {decision.Date:dd'/'MM'/'yyyy}";
}
