using System.Net.Sockets;
using ITScoring.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>A start that cannot succeed ends with one clear sentence on standard error and exit code 2.</summary>
public static class BadStart
{
    public const int ExitCode = 2;

    /// <summary>The sentence for a known cause; null when it is a bug and should show itself.</summary>
    public static string? Explain(Exception problem) => problem switch
    {
        StartupProblem p => p.Message,
        OptionsValidationException p => string.Join(" ", p.Failures),
        IOException { InnerException: AddressInUseException } => "Địa chỉ hoặc cổng mạng của trang đang được chương trình khác dùng; đổi cấu hình urls hoặc dừng chương trình kia.",
        SocketException p => $"Không mở được cổng mạng của trang: {p.Message}.",
        System.Text.Json.JsonException or FormatException or InvalidDataException { InnerException: FormatException } => $"Tệp cấu hình không đọc được: {problem.Message}",
        _ => null,
    };
}
