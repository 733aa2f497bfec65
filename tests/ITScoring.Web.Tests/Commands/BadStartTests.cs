using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Commands;

/// <summary>A site that cannot start says why in one sentence, on standard error and nowhere else, and ends with 2.</summary>
public sealed class BadStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_provider_that_does_not_exist() =>
        await AssertEndsAsync("Cấu hình Database:Provider là “Oracle”, nhưng chỉ nhận Sqlite hoặc SqlServer.", ("Database__Provider", "Oracle"));

    [Fact]
    public async Task A_server_without_an_address() =>
        await AssertEndsAsync("Database:Provider là SqlServer nhưng chưa có chuỗi kết nối ConnectionStrings:Default.", ("Database__Provider", "SqlServer"), ("ConnectionStrings__Default", ""));

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        var sentence = await AssertEndsAsync(
            "Không dùng được cơ sở dữ liệu SQL Server “127.0.0.1,1/ITScoring”",
            ("Database__Provider", "SqlServer"), ("ConnectionStrings__Default", "Server=127.0.0.1,1;Database=ITScoring;User Id=sa;Password=bi-mat-1;Connect Timeout=1;Encrypt=false"));
        Assert.DoesNotContain("bi-mat-1", sentence);
    }

    [Fact]
    public async Task A_database_folder_that_cannot_be_written() =>
        await AssertEndsAsync("Không ghi được vào cơ sở dữ liệu “", ("ConnectionStrings__Default", $"Data Source={Path.Combine(Obstacle(), "itscoring.db")}"));

    [Fact]
    public async Task Mail_that_is_switched_on_without_a_server() =>
        await AssertEndsAsync("Thiếu cấu hình Mail:Host (máy chủ thư). Thiếu cấu hình Mail:From", ("Mail__Enabled", "true"));

    [Fact]
    public async Task A_limit_that_would_let_nobody_in() =>
        await AssertEndsAsync("Cấu hình RateLimits:SignInsPerMinute và RateLimits:PackageChecksPerMinute phải từ 1 trở lên.", ("RateLimits__SignInsPerMinute", "0"));

    [Theory]
    [InlineData("", "Proxy:ForwardedHeaders đang bật nhưng Proxy:Trusted trống")]
    [InlineData("0.0.0.0/0", "Cấu hình Proxy:Trusted có “0.0.0.0/0”, tức là tin mọi địa chỉ")]
    [InlineData("proxy.example", "Cấu hình Proxy:Trusted có “proxy.example”, nhưng chỉ nhận địa chỉ")]
    public async Task A_proxy_whose_word_would_count_from_anywhere(string trusted, string why) =>
        Assert.Contains(why, await AssertEndsAsync("", ("Proxy__ForwardedHeaders", "true"), ("Proxy__Trusted__0", trusted), ("Proxy__Trusted__1", "")));

    [Fact]
    public async Task A_folder_of_secrets_that_is_not_there() =>
        await AssertEndsAsync($"Không đọc được thư mục bí mật {Path.Combine(_folder, "bi-mat")} (cấu hình Secrets:Folder)", ("Secrets__Folder", Path.Combine(_folder, "bi-mat")));

    [Fact]
    public async Task A_secret_from_a_file_counts()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bi-mat"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "bi-mat", "Database__Provider"), "Oracle\n");
        await AssertEndsAsync("Cấu hình Database:Provider là “Oracle”", ("Secrets__Folder", Path.Combine(_folder, "bi-mat")));
    }

    [Fact]
    public async Task A_certificate_that_is_not_there()
    {
        var path = Path.Combine(_folder, "chung-thu.p12");
        await AssertEndsAsync($"Tệp chứng thư “{path}” (cấu hình Publication:CertificatePath) không có", ("Publication__CertificatePath", path));
        // Told before anything was made.
        Assert.False(File.Exists(Path.Combine(_folder, "itscoring.db")));
    }

    [Theory]
    [InlineData("sai-mat-khau", true, "không mở được: kiểm tra mật khẩu")]
    [InlineData("bi-mat-2", false, "không có khóa bí mật")]
    public async Task A_certificate_that_cannot_sign(string password, bool withKey, string why)
    {
        var path = Certificate("bi-mat-2", withKey);
        var sentence = await AssertEndsAsync($"Tệp chứng thư “{path}”", ("Publication__CertificatePath", path), ("Publication__CertificatePassword", password));
        Assert.Contains(why, sentence);
        Assert.DoesNotContain(password, sentence);
    }

    [Fact]
    public async Task A_certificate_file_that_is_none()
    {
        var path = Path.Combine(_folder, "thu.p12");
        await File.WriteAllTextAsync(path, "Xin chào");
        Assert.Contains("phải theo dạng PKCS #12", await AssertEndsAsync($"Tệp chứng thư “{path}”", ("Publication__CertificatePath", path)));
    }

    [Fact]
    public void A_certificate_that_can_sign_is_taken()
    {
        var options = new PublicationOptions { CertificatePath = Certificate("bi-mat-2", withKey: true), CertificatePassword = "bi-mat-2" };
        Assert.True(new PublicationOptionsCheck().Validate(null, options).Succeeded);
    }

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        var file = Path.Combine(_folder, "notes.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        await AssertEndsAsync($"Tệp “{file}” không phải cơ sở dữ liệu SQLite hoặc đã hỏng", ("ConnectionStrings__Default", $"Data Source={file}"));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
        // What lies behind the sentence is for whoever looks into the log.
        Assert.Contains("SqliteException", await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_folder, "logs")).Single()));
    }

    [Fact]
    public async Task A_log_folder_that_cannot_be_written() =>
        await AssertEndsAsync("Không ghi được vào thư mục nhật ký ", ("Logs__Folder", Path.Combine(Obstacle(), "logs")));

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await AssertEndsAsync("Địa chỉ hoặc cổng mạng của trang đang được chương trình khác dùng", ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));
    }

    [Theory]
    [InlineData("create-user", "--user-name", "quan.tri", "--display-name", "Quản Trị", "--generate")]
    [InlineData("migrate")]
    public async Task A_command_says_the_same(params string[] arguments)
    {
        var run = await CommandRun.WithAsync(Environment(("ConnectionStrings__Default", $"Data Source={Path.Combine(Obstacle(), "itscoring.db")}")), arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Không ghi được vào cơ sở dữ liệu “", Assert.Single(run.Errors));
    }

    private async Task<string> AssertEndsAsync(string begins, params (string Name, string Value)[] settings)
    {
        var run = await CommandRun.WithAsync(Environment(settings));

        Assert.True(run.ExitCode == 2, $"Exit code {run.ExitCode}:\n{run.Output}\n{string.Join('\n', run.Errors)}");
        var sentence = Assert.Single(run.Errors);
        Assert.StartsWith(begins, sentence);
        Assert.DoesNotContain("   at ", run.Output);
        return sentence;
    }

    /// <summary>A usable site but for the settings given.</summary>
    private Dictionary<string, string> Environment(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(_folder, "itscoring.db")}",
            ["Logs__Folder"] = Path.Combine(_folder, "logs"),
            ["Demo__Enabled"] = "false",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return all;
    }

    /// <summary>A PKCS #12 file of the test's own.</summary>
    private string Certificate(string password, bool withKey)
    {
        using var key = RSA.Create(2048);
        using var whole = new CertificateRequest("CN=Thử", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(PortalTemplates.Start.AddDays(-1), PortalTemplates.Start.AddDays(1));
        using var bare = X509CertificateLoader.LoadCertificate(whole.RawData);
        var path = Path.Combine(_folder, "chung-thu.p12");
        File.WriteAllBytes(path, (withKey ? whole : bare).Export(X509ContentType.Pkcs12, password));
        return path;
    }

    /// <summary>A file where a folder should be: stops root too, whom permissions do not stop.</summary>
    private string Obstacle()
    {
        var file = Path.Combine(_folder, "obstacle");
        File.WriteAllText(file, "");
        return file;
    }
}
