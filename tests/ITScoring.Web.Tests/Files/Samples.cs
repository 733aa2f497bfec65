using System.IO.Compression;
using System.Text;

namespace ITScoring.Web.Tests.Files;

/// <summary>Small files of every kind, and the kinds of bad ones, made here byte by byte.</summary>
internal static class Samples
{
    public static byte[] Pdf { get; } = PdfOf("Báo cáo");

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Docx { get; } = Office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml");

    public static byte[] Xlsx { get; } = Office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml");

    public static byte[] Docm { get; } = Office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml");

    /// <summary>Says that it is a plain Word file, and carries macros all the same.</summary>
    public static byte[] HiddenMacros { get; } = Office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml", "word/vbaProject.bin");

    public static byte[] Pptx { get; } = Office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml");

    public static byte[] OldWord { get; } = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static byte[] Program { get; } = [.. "MZ"u8, .. new byte[200]];

    public static byte[] Elf { get; } = [0x7F, .. "ELF"u8, .. new byte[200]];

    /// <summary>A page of one line; different texts are different files.</summary>
    public static byte[] PdfOf(string text) => Encoding.UTF8.GetBytes($"""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
        4 0 obj<</Length 44>>stream
        BT /F 24 Tf 40 100 Td (PDF) Tj ET
        endstream endobj
        % {text}
        trailer<</Root 1 0 R>>
        %%EOF
        """);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>A ZIP whose parts say that they are encrypted.</summary>
    public static byte[] EncryptedZip()
    {
        var zip = Zip(("bao-cao.pdf", Pdf));
        // The flags of the local header and of the line of the directory.
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    /// <summary>A ZIP whose directory says another size than unpacking gives.</summary>
    public static byte[] LyingZip()
    {
        var zip = Zip(("a.txt", new byte[100_000]));
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24] ^= 1;
        return zip;
    }

    private static byte[] Office(string type, params string[] parts) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/{parts[0]}" ContentType="{type}"/></Types>
            """.Trim())),
        .. parts.Select(p => (p, "<x/>"u8.ToArray())),
    ]);
}
