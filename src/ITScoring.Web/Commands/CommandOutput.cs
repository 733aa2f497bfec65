using System.Text;

namespace ITScoring.Web.Commands;

/// <summary>Where commands write: the result to standard output or a file, problems and logs to standard error, both UTF-8 whatever the terminal says.</summary>
public sealed class CommandOutput : IDisposable
{
    private readonly StreamWriter _error = new(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };

    public TextWriter Error => _error;

    /// <summary>One problem on one line.</summary>
    public void Problem(string message) => _error.WriteLine(message.ReplaceLineEndings(" "));

    /// <summary>Writes the whole result at once, so that a failure leaves nothing half written.</summary>
    /// <param name="file">Null: standard output.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ResultAsync(byte[] result, string? file)
    {
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(result);
            return ExitCode.Yes;
        }

        var draft = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            await System.IO.File.WriteAllBytesAsync(draft, result);
            System.IO.File.Move(draft, file, overwrite: true);
            return ExitCode.Yes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Problem($"{file}: không ghi được tệp kết quả ({Reason(e)}); hãy chọn một tệp trong thư mục có quyền ghi.");
            Discard(draft);
            return ExitCode.Unusable;
        }
    }

    /// <summary>The bytes of a file; null with a problem noted.</summary>
    public async Task<byte[]?> ReadAsync(string file)
    {
        try
        {
            if (Directory.Exists(file))
                Problem($"{file}: là thư mục; hãy chỉ ra một tệp JSON.");
            else
                return await System.IO.File.ReadAllBytesAsync(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Problem($"{file}: không có tệp này; hãy kiểm tra đường dẫn.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Problem($"{file}: không đọc được tệp ({Reason(e)}); hãy kiểm tra đường dẫn và quyền đọc.");
        }

        return null;
    }

    public void Dispose() => _error.Dispose();

    private static string Reason(Exception e) => e.Message.TrimEnd('.');

    private static void Discard(string draft)
    {
        try
        {
            System.IO.File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The first failure is the one to tell.
        }
    }
}
