using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;

namespace ITScoring.Domain.Submissions;

/// <summary>Makes documents from what people type and send, the same for a form's answers and for explanations; whether they may be added now is asked before.</summary>
internal static class NewEvidence
{
    public static Outcome Citation(Submission form, Actor actor, string? number, DateOnly? date, string? issuer, string? @abstract, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(number))
            problems.Add(new("Nhập số, ký hiệu văn bản.", "number"));
        if (date is null)
            problems.Add(new("Nhập ngày ban hành.", "date"));
        if (string.IsNullOrWhiteSpace(issuer))
            problems.Add(new("Nhập cơ quan ban hành.", "issuer"));
        if (string.IsNullOrWhiteSpace(@abstract))
            problems.Add(new("Nhập trích yếu.", "abstract"));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        evidence = Evidence.Citation(form.Id, number!.Trim(), date!.Value, issuer!.Trim(), @abstract!.Trim(), actor.UserId, now);
        return Outcome.Done;
    }

    public static Outcome Link(Submission form, Actor actor, string? url, string? title, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        var typed = url?.Trim();
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return Outcome.InputAt("url", "Nhập đường dẫn đầy đủ, bắt đầu bằng http:// hoặc https://.");
        // As typed: written anew, an escaped address would become another one.
        evidence = Evidence.Link(form.Id, typed, string.IsNullOrWhiteSpace(title) ? null : title.Trim(), actor.UserId, now);
        return Outcome.Done;
    }

    public static Outcome File(Submission form, Actor actor, StoredFile file, string name, string? title, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        if (file.AgencyId != form.AgencyId)
            return Outcome.NotAllowed("Tệp này không thuộc cơ quan của anh/chị.");
        if (file.Scan == ScanState.Infected)
            return Outcome.Input($"Tệp “{name}” có mã độc ({file.Malware}) nên đã bị cách ly. Làm sạch máy tính, tạo lại tệp rồi tải lên.");
        evidence = Evidence.OfFile(form.Id, file, name, string.IsNullOrWhiteSpace(title) ? null : title.Trim(), actor.UserId, now);
        return Outcome.Done;
    }
}
