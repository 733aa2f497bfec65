using System.Globalization;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>What the check of a package says, for page and command alike.</summary>
public static class PackageWords
{
    public static string Name(this PackageVerdict verdict) => verdict switch
    {
        PackageVerdict.Matches => "Khớp",
        PackageVerdict.Differs => "Không khớp",
        PackageVerdict.Altered => "Không khớp: gói đã bị thay đổi",
        PackageVerdict.Damaged => "Gói bị hỏng",
        _ => "Không phải gói kết quả",
    };

    /// <summary>What was checked, in one sentence.</summary>
    public static string Extent(PackageReport report) => report.Agencies == 0 ? ""
        : report.FromAnswers
            ? $"Đã tính lại toàn bộ điểm của {report.Agencies} cơ quan từ câu trả lời trong gói, so {Display.Of(report.Numbers)} giá trị."
            : $"Gói không có câu trả lời của các cơ quan: đã cộng lại nhóm, tổng điểm, hạng, xếp loại của {report.Agencies} cơ quan từ điểm tiêu chí, so {Display.Of(report.Numbers)} giá trị.";

    /// <summary>Of which publication the package is; null: not known.</summary>
    public static string? Subject(PackageReport report) => report.Manifest is not { } m ? null
        : $"{m.Period.Title}, công bố lần {m.Publication.Number}, Quyết định số {m.Publication.DecisionNumber} ngày {Day(m.Publication.DecisionDate)}";

    /// <summary>What is no day stays as it was written: the package may be anybody's.</summary>
    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? VietnamTime.Day(day) : text;

    /// <summary>Where the audit log stood when the package was made; null: the package does not say.</summary>
    public static string? AuditHead(PackageReport report) => report.Manifest?.AuditHead is { } head
        ? string.Create(CultureInfo.InvariantCulture, $"Nhật ký khi lập gói: khối {head.Number}, {head.Head}.")
        : null;

    /// <summary>Said when another version of the engine made the package; null: the same.</summary>
    public static string? Engine(PackageReport report) => report.Manifest is { } m && m.Engine.Version != Scorer.Version
        ? $"Gói được tính bằng phiên bản {m.Engine.Version}, đang kiểm tra bằng phiên bản {Scorer.Version}."
        : null;
}
