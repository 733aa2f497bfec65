using ITScoring.Domain.Files;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Shared;

/// <summary>What the check of digital signatures found, in sentences that also say what was not checked.</summary>
public static class SignatureWords
{
    /// <summary>Kind and icon of the state's tag.</summary>
    public static (string Kind, string Icon) Tag(SignatureState state) => state switch
    {
        SignatureState.Intact => ("good", "check"),
        SignatureState.None => ("line", "circle"),
        SignatureState.Altered => ("bad", "warning"),
        _ => ("mid", "warning"),
    };

    /// <summary>“Chữ ký số nguyên vẹn” or “Tệp không mang chữ ký số”, without a full stop.</summary>
    public static string Short(SignatureState state) => state switch
    {
        SignatureState.None => "Tệp không mang chữ ký số",
        SignatureState.Unreadable => "Không đọc được chữ ký số",
        _ => $"Chữ ký số {state.Name()}",
    };

    /// <summary>Whether the signature is right for the bytes of the file.</summary>
    /// <param name="file">The state of the file as a whole.</param>
    public static string OfContent(FileSignature signature, SignatureState file) => signature.State switch
    {
        SignatureState.Intact => "Chữ ký đúng với nội dung tệp.",
        SignatureState.AddedTo => $"Chữ ký đúng với nội dung lúc ký. {signature.Problem}{(file == SignatureState.Intact ? " Phần thêm vào do chữ ký sau bảo đảm." : "")}",
        _ => signature.Problem ?? "",
    };

    /// <summary>What is and is not known of the certificate; null: the signature is not right, so nothing follows from it.</summary>
    public static string? OfCertificate(FileSignature signature) => signature.State is not (SignatureState.Intact or SignatureState.AddedTo) ? null : signature.Trust switch
    {
        CertificateTrust.Trusted => "Chứng thư số do tổ chức trong danh sách tin cậy của cổng cấp. Chưa kiểm tra chứng thư số có bị thu hồi hay không.",
        CertificateTrust.NotTrusted => "Chứng thư số không do tổ chức nào trong danh sách tin cậy của cổng cấp.",
        CertificateTrust.NotValidThen => "Chứng thư số không có hiệu lực vào thời điểm ký.",
        _ => "Chưa kiểm tra chứng thư số có còn hiệu lực và do tổ chức nào cấp.",
    };

    /// <summary>Validity of the certificate against the claimed time; null: unknown.</summary>
    public static string? Validity(FileSignature signature) => signature is not { ValidFrom: { } from, ValidThrough: { } through } ? null
        : $"Chứng thư số ghi hiệu lực từ {VietnamTime.Day(from)} đến {VietnamTime.Day(through)}{signature.WasValidThen switch { true => ", gồm thời điểm ký", false => ", không gồm thời điểm ký", null => "" }}.";

    /// <summary>For everybody, without names: the file as a whole, and how far the check went.</summary>
    public static string ForPublic(SignatureReport report) => report.State switch
    {
        SignatureState.Intact or SignatureState.AddedTo when report.Signatures.All(s => s.Trust == CertificateTrust.Trusted) => $"{Short(report.State)}; chứng thư số do tổ chức được tin cậy cấp, chưa kiểm tra có bị thu hồi hay không",
        SignatureState.Intact or SignatureState.AddedTo => $"{Short(report.State)}; chưa kiểm tra chứng thư số của người ký",
        _ => Short(report.State),
    };
}
