using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Domain.Periods;
using ITScoring.Testing;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Tests.Commands;

/// <summary>Each thing that the doctor looks at, brought about.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_sound_installation_is_found_sound_with_a_mail_server_that_gets_no_mail()
    {
        await using var smtp = new SmtpServer();
        using var place = await SoundAsync();
        foreach (var (name, value) in new (string, string)[] { ("Mail__Enabled", "true"), ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{smtp.Port}"), ("Mail__Security", "None"), ("Mail__From", "cong@example.invalid"), ("Mail__PortalAddress", "https://cong.example.invalid") })
            place.Settings[name] = value;
        var run = await place.RunAsync("doctor");

        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        Assert.Empty(run.Errors);
        foreach (var good in (string[])["Cấu hình hợp lệ", "Cơ sở dữ liệu trả lời: Sqlite 3.", "Cơ sở dữ liệu ghi được.", "Đồng hồ:", "Không có dữ liệu minh họa.", "Kho tệp “", "Máy chủ thư 127.0.0.1", "HTTPS do máy chủ chuyển tiếp", "Tin tiêu đề chuyển tiếp của 127.0.0.1/32"])
            Assert.Contains($"✔ {good}", run.Output);
        Assert.EndsWith("Không có gì phải sửa.\n", run.Output);
        Assert.Equal((1, 0), (smtp.Connections, smtp.Mails.Count));
    }

    [Fact]
    public async Task A_mail_server_and_a_scanner_that_do_not_answer_and_no_secret_in_what_is_said()
    {
        using var place = await SoundAsync();
        foreach (var (name, value) in new (string, string)[] { ("Mail__Enabled", "true"), ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{LoopbackPort.Free()}"), ("Mail__Security", "None"), ("Mail__From", "cong@example.invalid"), ("Mail__PortalAddress", "https://cong.example.invalid"), ("Mail__User", "cong"), ("Mail__Password", "bi-mat-3"), ("Scan__Address", $"127.0.0.1:{LoopbackPort.Free()}") })
            place.Settings[name] = value;
        var run = await place.RunAsync("doctor");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Errors.Count);
        Assert.StartsWith("✘ Máy chủ thư 127.0.0.1", run.Errors[0]);
        Assert.StartsWith("✘ Chương trình kiểm tra vi-rút", run.Errors[1]);
        Assert.All(run.Errors, e => Assert.Contains(" → ", e));
        Assert.DoesNotContain("bi-mat-3", run.Output + string.Join('\n', run.Errors));
    }

    [ClamdTheory]
    [InlineData(false)]
    public async Task A_scanner_that_answers_says_its_version(bool bySocket)
    {
        await using var clamd = await Clamd.StartAsync(bySocket);
        using var place = await SoundAsync();
        place.Settings["Scan__Address"] = clamd.Address;
        var run = await place.RunAsync("doctor");
        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        Assert.Contains($"✔ Kiểm tra vi-rút {clamd.Address} trả lời: ClamAV ", run.Output);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used() =>
        await FoundAsync("✘ Cấu hình không dùng được. → Cấu hình Session:Minutes", ("Session__Minutes", "3"));

    [Fact]
    public async Task A_proxy_list_that_trusts_anybody() =>
        await FoundAsync("✘ Cấu hình không dùng được. → Cấu hình Proxy:Trusted có “0.0.0.0/0”", ("Proxy__Trusted__0", "0.0.0.0/0"));

    [Fact]
    public async Task No_HTTPS() => await FoundAsync("✘ Không có HTTPS", ("Proxy__ForwardedHeaders", "false"));

    [Fact]
    public async Task A_database_that_is_not_there()
    {
        using var place = Installation.Make();
        place.Settings["Proxy__ForwardedHeaders"] = "true";
        var run = await place.RunAsync("doctor");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("✘ Chưa có cơ sở dữ liệu “", Assert.Single(run.Errors));
        Assert.False(File.Exists(place.Database));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written()
    {
        using var place = await SoundAsync();
        await File.WriteAllTextAsync(place.In("vat-can"), "");
        place.Settings["Files__Folder"] = place.In("vat-can", "tep");
        Assert.StartsWith("✘ Kho tệp “", Assert.Single((await place.RunAsync("doctor")).Errors));
    }

    [Fact]
    public async Task A_certificate_that_has_expired()
    {
        using var place = await SoundAsync();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Thử", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(SettableClock.At(2001, 1, 1), SettableClock.At(2002, 1, 1));
        await File.WriteAllBytesAsync(place.In("ky.p12"), certificate.Export(X509ContentType.Pkcs12, "bi-mat-4"));
        (place.Settings["Publication__CertificatePath"], place.Settings["Publication__CertificatePassword"]) = (place.In("ky.p12"), "bi-mat-4");
        var run = await place.RunAsync("doctor");
        Assert.StartsWith("✘ Chứng thư ký gói kết quả hết hạn", Assert.Single(run.Errors));
    }

    [Fact]
    public async Task Invented_data_in_production_and_a_log_line_of_tomorrow()
    {
        using var place = Installation.Make(await SmallPeriod.At(PeriodState.Draft));
        place.Settings["Proxy__ForwardedHeaders"] = "true";
        await using (var connection = new SqliteConnection($"Data Source={place.Database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Periods SET IsDemo = 1; INSERT INTO AuditEntries (At, Action, Subject) VALUES ('2100-01-01 00:00:00', 'thu', 'thu');";
            await command.ExecuteNonQueryAsync();
        }

        var run = await place.RunAsync("doctor");
        Assert.Equal(2, run.Errors.Count);
        Assert.Contains(run.Errors, e => e.StartsWith("✘ Cơ sở dữ liệu có dữ liệu minh họa.", StringComparison.Ordinal));
        Assert.Contains(run.Errors, e => e.StartsWith("✘ Nhật ký có dòng ghi lúc 07:00 ngày 01/01/2100", StringComparison.Ordinal));
    }

    private static async Task FoundAsync(string begins, params (string Name, string Value)[] settings)
    {
        using var place = await SoundAsync();
        foreach (var (name, value) in settings)
            place.Settings[name] = value;
        var run = await place.RunAsync("doctor");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(begins, Assert.Single(run.Errors));
    }

    /// <summary>Behind a proxy, with a database that nobody has worked with.</summary>
    private static async Task<Installation> SoundAsync()
    {
        var place = Installation.Make();
        place.Settings["Proxy__ForwardedHeaders"] = "true";
        Assert.Equal(0, (await place.RunAsync("migrate")).ExitCode);
        return place;
    }
}
