using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Commands.Doctor;

/// <summary>Certificates, the way by which browsers come, and whose word about it counts.</summary>
internal static class SecurityExam
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static IEnumerable<Finding> Of(IServiceProvider services, WebApplication site)
    {
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        yield return Signing(services.GetRequiredService<IOptions<PublicationOptions>>().Value, now);
        var proxy = services.GetRequiredService<IOptions<ProxyOptions>>().Value;
        yield return Https(site, proxy, now);
        yield return proxy.ForwardedHeaders
            ? Finding.Good($"Tin tiêu đề chuyển tiếp của {string.Join(", ", proxy.Networks())}.")
            : Finding.Good("Không đọc tiêu đề chuyển tiếp của máy chủ nào.");
        yield return Finding.Mind(
            "Khóa bảo vệ dữ liệu (phiên đăng nhập, mã mời) nằm trong cơ sở dữ liệu, không mã hóa riêng.", "Giữ cơ sở dữ liệu và bản sao lưu như bí mật: ổ đĩa mã hóa, quyền đọc hẹp.");
        if (services.GetRequiredService<IOptions<SecurityTxtOptions>>().Value is not { Contact.Length: > 0, ExpiresOn: { } expires })
            yield return Finding.Mind("Chưa có nơi nhận báo cáo lỗ hổng (security.txt).", "Đặt SecurityTxt:Contact và SecurityTxt:Expires ở trang Cài đặt.");
        else if (expires < VietnamTime.DayOf(now))
            yield return Finding.Wrong($"security.txt hết hiệu lực từ {VietnamTime.Day(expires)}.", "Kiểm tra nơi nhận rồi đổi SecurityTxt:Expires.");
    }

    private static Finding Signing(PublicationOptions options, DateTime now)
    {
        if (options.CertificatePath.Length == 0)
            return Finding.Mind("Gói kết quả công bố không được ký số.", "Nêu chứng thư PKCS #12 ở Publication:CertificatePath nếu muốn ký.");
        try
        {
            using var certificate = options.OpenCertificate()!;
            return Judge("Chứng thư ký gói kết quả", certificate, now, "Xin chứng thư mới và đổi Publication:CertificatePath.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong("Chứng thư ký gói kết quả không mở được.", "Kiểm tra Publication:CertificatePath, mật khẩu và quyền đọc tệp.");
        }
    }

    private static Finding Https(WebApplication site, ProxyOptions proxy, DateTime now)
    {
        const string path = "Kestrel:Certificates:Default:Path";
        if (site.Configuration[path] is { Length: > 0 } file)
        {
            try
            {
                var whole = Path.GetFullPath(file, site.Environment.ContentRootPath);
                using var certificate = site.Configuration["Kestrel:Certificates:Default:KeyPath"] is { Length: > 0 }
                    ? X509CertificateLoader.LoadCertificateFromFile(whole)
                    : X509CertificateLoader.LoadPkcs12FromFile(whole, site.Configuration["Kestrel:Certificates:Default:Password"]);
                return Judge("Chứng thư HTTPS", certificate, now, "Gia hạn chứng thư.");
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
            {
                return Finding.Wrong("Chứng thư HTTPS không mở được.", $"Kiểm tra {path}, mật khẩu và quyền đọc tệp.");
            }
        }

        var listens = site.Configuration["urls"] ?? "";
        return proxy.ForwardedHeaders ? Finding.Good("HTTPS do máy chủ chuyển tiếp đảm nhiệm; hạn chứng thư kiểm tra ở đó.")
            : listens.Contains("https://", StringComparison.OrdinalIgnoreCase) ? Finding.Mind("Nghe HTTPS nhưng không nêu chứng thư trong cấu hình.", $"Nêu chứng thư ở {path}.")
            : site.Environment.IsDevelopment() ? Finding.Mind("Không có HTTPS.", "Đủ cho máy phát triển.")
            : Finding.Wrong("Không có HTTPS: trình duyệt không giữ được phiên đăng nhập.", $"Đặt sau máy chủ chuyển tiếp (Proxy:ForwardedHeaders=true, Proxy:Trusted), hoặc nêu chứng thư ở {path} và địa chỉ https:// ở urls.");
    }

    private static Finding Judge(string name, X509Certificate2 certificate, DateTime now, string advice)
    {
        var end = certificate.NotAfter.ToUniversalTime();
        return end < now ? Finding.Wrong($"{name} hết hạn từ {VietnamTime.Moment(end)}.", advice)
            : end - now < Soon ? Finding.Mind($"{name} sắp hết hạn, {VietnamTime.Moment(end)}.", advice)
            : Finding.Good($"{name} còn hạn đến {VietnamTime.Moment(end)}.");
    }
}
