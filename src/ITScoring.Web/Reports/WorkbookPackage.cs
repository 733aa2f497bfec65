using System.IO.Compression;
using System.Text;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Looks at an uploaded file before anything in it is read: what it is, and whether it is small enough when unpacked.</summary>
public static class WorkbookPackage
{
    /// <summary>Greatest size of the file; a form's workbook has about 60 KB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int MaxParts = 300;
    private const long MaxUnpacked = 40L * 1024 * 1024;
    private const long MaxPart = 20L * 1024 * 1024;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Why a file is not read; null: it may be.</summary>
    /// <param name="file">Can be sought; stands at its beginning afterwards.</param>
    /// <param name="form">What the portal offers to fill instead, in the middle of a sentence: <c>phiếu</c>.</param>
    public static string? Problem(Stream file, string form)
    {
        if (file.Length > MaxBytes)
            return $"Tệp lớn hơn {Display.Of(MaxBytes / (1024 * 1024))} MB. Bỏ hình ảnh và các trang tính thêm vào, hoặc tải {form} mới từ cổng rồi chép số liệu sang.";
        if (file.Length == 0)
            return "Tệp rỗng. Kiểm tra lại tệp rồi chọn lại.";
        var head = new byte[8];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == head.Length && head.AsSpan().SequenceEqual(Compound))
            return IsEncrypted(file)
                ? "Tệp được đặt mật khẩu nên cổng không đọc được. Mở tệp bằng Excel, bỏ mật khẩu mở tệp, lưu lại rồi chọn lại."
                : "Tệp ở dạng Excel cũ (.xls). Mở tệp rồi lưu lại dạng .xlsx (Excel Workbook).";
        if (!head.AsSpan().StartsWith(Zip))
            return $"Tệp không phải bảng tính Excel dạng .xlsx. Chọn tệp {form} đã tải từ cổng, sau khi điền và lưu giữ nguyên dạng .xlsx.";
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var problem = Problem(archive, form);
            file.Position = 0;
            return problem;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return WorkbookReader.Broken(form);
        }
    }

    private static string? Problem(ZipArchive archive, string form)
    {
        // The sizes that the directory states bind: unpacking ends there, whatever a part holds.
        if (archive.Entries.Count > MaxParts || archive.Entries.Any(e => e.Length > MaxPart) || archive.Entries.Sum(e => e.Length) > MaxUnpacked)
            return $"Tệp nén quá nhiều nội dung: khi mở ra lớn hơn {Display.Of((int)(MaxUnpacked / (1024 * 1024)))} MB hoặc có hơn {Display.Of(MaxParts)} phần. Cổng không mở tệp như vậy; tải {form} mới từ cổng rồi chép số liệu sang.";
        var names = archive.Entries.Select(e => e.FullName.Replace('\\', '/').TrimStart('/')).ToList();
        if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)) || HasMacroType(archive))
            return "Tệp có macro. Lưu lại dạng .xlsx (Excel Workbook, không có macro) rồi chọn lại.";
        if (names.Contains("xl/workbook.bin", StringComparer.OrdinalIgnoreCase))
            return "Tệp ở dạng Excel nhị phân (.xlsb). Mở tệp rồi lưu lại dạng .xlsx (Excel Workbook).";
        if (names.Contains("mimetype") && names.Contains("content.xml"))
            return "Tệp ở dạng OpenDocument (.ods). Mở tệp rồi lưu lại dạng .xlsx (Excel 2007 trở lên).";
        return names.Contains("[Content_Types].xml", StringComparer.OrdinalIgnoreCase)
            ? null
            : $"Tệp là tệp nén, không phải bảng tính Excel dạng .xlsx. Chọn tệp {form} đã tải từ cổng.";
    }

    private static bool HasMacroType(ZipArchive archive)
    {
        if (archive.Entries.FirstOrDefault(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) is not { Length: <= 1024 * 1024 } types)
            return false;
        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || text.Contains("vnd.ms-office.vbaProject", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A protected workbook is a compound file with a stream of this name, written in UTF-16.</summary>
    private static bool IsEncrypted(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        file.Position = 0;
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
