using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>Refuses to start with a certificate that would fail only on the day of the publication.</summary>
public sealed class PublicationOptionsCheck : IValidateOptions<PublicationOptions>
{
    public ValidateOptionsResult Validate(string? name, PublicationOptions options)
    {
        if (options.CertificatePath.Length == 0)
            return ValidateOptionsResult.Success;
        var file = $"Tệp chứng thư “{options.CertificatePath}” (cấu hình Publication:CertificatePath)";
        if (!File.Exists(options.CertificatePath))
            return ValidateOptionsResult.Fail($"{file} không có; kiểm tra đường dẫn, hoặc để trống nếu không ký gói kết quả.");
        try
        {
            using var certificate = options.OpenCertificate()!;
            return certificate.HasPrivateKey ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"{file} không có khóa bí mật nên không ký được gói kết quả.");
        }
        catch (CryptographicException)
        {
            return ValidateOptionsResult.Fail($"{file} không mở được: kiểm tra mật khẩu Publication:CertificatePassword và tệp phải theo dạng PKCS #12 (.p12, .pfx).");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"{file} không đọc được: kiểm tra quyền đọc tệp.");
        }
    }
}
