using System.Xml;
using ITScoring.Domain.Files;

namespace ITScoring.Web.Files;

/// <summary>Tells a Word or Excel file by its content types (ECMA-376 part 2, 10.1.2), and refuses those with macros.</summary>
internal static class OfficeFile
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int MostBytes = 512 * 1024;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Null when it is no office file but a plain ZIP.</summary>
    /// <exception cref="InvalidDataException">Its list of content types cannot be read.</exception>
    public static FileVerdict? Read(Stream file, IReadOnlyList<ZipPart> parts)
    {
        if (parts.FirstOrDefault(p => p.Name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase)) is not { } list)
            return parts.Any(p => p.Name == "mimetype") ? Other() : null;
        var types = TypesOf(file, list);
        if (types.Any(IsMacro) || parts.Any(p => p.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return FileVerdict.Refused("là tệp Office có macro. Lưu lại dạng DOCX hoặc XLSX không macro, hoặc xuất sang PDF.");
        return types.Contains(Word) ? FileVerdict.Taken(FileKind.Docx) : types.Contains(Excel) ? FileVerdict.Taken(FileKind.Xlsx) : Other();
    }

    private static FileVerdict Other() => FileVerdict.Refused("là tệp văn phòng không phải DOCX hay XLSX. Lưu hoặc xuất sang PDF, DOCX hoặc XLSX rồi tải lại.");

    private static bool IsMacro(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> TypesOf(Stream file, ZipPart list)
    {
        using var content = ZipDirectory.Open(file, list);
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            text.Write(buffer, 0, read);
            if (text.Length > MostBytes)
                throw new InvalidDataException("The list of content types is too long.");
        }

        text.Position = 0;
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
                    types.Add(type.Trim());
            }
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("The list of content types is no XML.", e);
        }

        return types;
    }
}
