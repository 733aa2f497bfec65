using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;

namespace ITScoring.Web.Files;

/// <summary>Tells from the first bytes, and for ZIP from the directory and the contents, what a file is and whether it is taken.</summary>
public static class FileInspector
{
    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="FileStoreProblem">It cannot be read again.</exception>
    public static FileVerdict Inspect(IncomingFile incoming)
    {
        try
        {
            using var file = incoming.OpenRead();
            return Inspect(file);
        }
        catch (Exception e) when (e is IOException and not EndOfStreamException or UnauthorizedAccessException)
        {
            throw FileStoreProblem.Of(e);
        }
    }

    /// <param name="file">From its start, to be read from any place.</param>
    public static FileVerdict Inspect(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.IsEmpty)
            return FileVerdict.Refused("tệp rỗng, không có nội dung. Kiểm tra tệp trên máy rồi tải lại.");
        if (head.StartsWith("%PDF-"u8) || (head.StartsWith(Bom) && head[3..].StartsWith("%PDF-"u8)))
            return FileVerdict.Taken(FileKind.Pdf);
        if (head.StartsWith(Png))
            return FileVerdict.Taken(FileKind.Png);
        if (head.StartsWith(Jpeg))
            return FileVerdict.Taken(FileKind.Jpeg);
        if (ZipInspector.IsZip(head))
            return ZipInspector.Inspect(file);
        if (head.StartsWith(OldOffice))
            return FileVerdict.Refused("là tệp Office kiểu cũ (.doc, .xls) hoặc tệp Office có mật khẩu. Mở tệp, bỏ mật khẩu và lưu lại dạng PDF, DOCX hoặc XLSX.");
        if (ExecutableMarks.IsExecutable(head))
            return FileVerdict.Refused("là chương trình chạy được, không phải tài liệu. Gửi bản PDF của tài liệu.");
        if (ExecutableMarks.IsOtherArchive(head))
            return FileVerdict.Refused("là tệp nén kiểu RAR, 7z hoặc GZIP. Nén lại thành ZIP, hoặc tải từng tệp bên trong.");
        return FileVerdict.Refused($"nội dung không phải {FileKinds.Taken} (tên tệp không quyết định). Lưu hoặc xuất tài liệu sang PDF rồi tải lại.");
    }
}
