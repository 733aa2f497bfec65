using System.Buffers;
using ITScoring.Domain.Files;

namespace ITScoring.Web.Files;

/// <summary>
/// Looks into a ZIP: every part is unpacked into nothing, so that what it says of itself is checked and nothing large is ever held. Word and
/// Excel files are told apart by their content types.
/// </summary>
internal static class ZipInspector
{
    private const long MostBytes = 400L * 1024 * 1024;
    private const int LongestName = 400;
    private const int DeepestFolder = 20;

    /// <summary>Above this size a part may be at most so many times larger than it is packed.</summary>
    private const long AskedAbove = 8 * 1024 * 1024;
    private const int MostTimes = 200;

    private const string Stored = "Nén lại bằng công cụ nén thông thường của hệ điều hành rồi tải lên.";

    private static readonly string[] Documents = [".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"];

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    public static FileVerdict Inspect(Stream file)
    {
        try
        {
            var parts = ZipDirectory.Read(file);
            if (parts.All(p => p.IsFolder))
                return FileVerdict.Refused("tệp nén không có tệp nào bên trong. Kiểm tra lại rồi nén lại.");
            if (RefuseDirectory(parts) is { } why)
                return FileVerdict.Refused(why);
            return OfficeFile.Read(file, parts) is { } office ? Check(file, parts, office) : Check(file, parts, FileVerdict.Taken(FileKind.Zip));
        }
        catch (InvalidDataException)
        {
            return FileVerdict.Refused($"tệp ZIP hoặc Office bị hỏng, quá nhiều mục (trên {ZipDirectory.MostParts}) hoặc có cấu trúc lạ. {Stored}");
        }
        catch (EndOfStreamException)
        {
            return FileVerdict.Refused($"tệp ZIP hoặc Office bị cắt cụt. {Stored}");
        }
    }

    private static string? RefuseDirectory(IReadOnlyList<ZipPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.IsEncrypted)
                return "có mật khẩu nên không ai đọc được. Bỏ mật khẩu rồi nén và tải lại.";
            if (part.Name.Length is 0 or > LongestName || part.Name.Any(char.IsControl) || IsElsewhere(part.Name) || part.Name.Count(c => c == '/') > DeepestFolder)
                return $"có mục bên trong với đường dẫn lạ (“{Shown(part.Name)}”). {Stored}";
            if (part.Method is not (0 or 8))
                return $"có mục “{Shown(part.Name)}” nén theo kiểu không đọc được ở đây. {Stored}";
        }

        return parts.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"có hai mục cùng tên “{Shown(twice.Key)}”. {Stored}"
            : null;
    }

    private static bool IsElsewhere(string name) => name[0] == '/' || name.Contains(':') || name.Split('/').Contains("..");

    /// <summary>Unpacks everything into nothing; <paramref name="office"/> is the verdict when nothing speaks against it.</summary>
    private static FileVerdict Check(Stream file, IReadOnlyList<ZipPart> parts, FileVerdict office)
    {
        if (office.Kind is null)
            return office;
        var isZip = office.Kind == FileKind.Zip;
        long total = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            foreach (var part in parts.Where(p => !p.IsFolder))
            {
                if (isZip && ExecutableMarks.IsExecutableName(part.Name))
                    return Executable(part);
                if (isZip && ExecutableMarks.IsArchiveName(part.Name))
                    return Nested(part);
                using var content = ZipDirectory.Open(file, part);
                long size = 0;
                int read;
                while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
                {
                    var head = buffer.AsSpan(0, read);
                    if (size == 0 && ExecutableMarks.IsExecutable(head))
                        return Executable(part);
                    if (size == 0 && isZip && (ExecutableMarks.IsOtherArchive(head) || (IsZip(head) && !Documents.Contains(Path.GetExtension(part.Name).ToLowerInvariant()))))
                        return Nested(part);
                    size += read;
                    total += read;
                    if (total > MostBytes || (size > AskedAbove && size / MostTimes > Math.Max(part.PackedSize, 1)))
                        return FileVerdict.Refused("giải nén ra quá lớn so với dung lượng tệp (bom nén). Tải riêng từng tài liệu cần chứng minh.");
                }

                if (size != part.Size)
                    throw new InvalidDataException("A part has another size than the directory says.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return office;
    }

    private static FileVerdict Executable(ZipPart part) =>
        FileVerdict.Refused($"có chương trình hoặc tệp chứa mã chạy được bên trong (“{Shown(part.Name)}”). Bỏ tệp đó rồi nén lại, hoặc gửi bản PDF.");

    private static FileVerdict Nested(ZipPart part) =>
        FileVerdict.Refused($"có tệp nén khác bên trong (“{Shown(part.Name)}”). Đưa các tệp ở trong ra ngoài rồi nén lại một lần.");

    private static string Shown(string name) => name.Length > 80 ? name[..80] + "…" : string.Concat(name.Where(c => !char.IsControl(c)));
}
