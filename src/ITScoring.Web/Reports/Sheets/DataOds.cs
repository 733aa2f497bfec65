using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ITScoring.Web.Reports.Sheets;

/// <summary>Data sheets as an OpenDocument spreadsheet (ODF 1.3), for programs that read no Excel.</summary>
public static class DataOds
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private const string Numbers = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private const int HeadRow = 4;
    private const double CentimetresALetter = 0.19;

    /// <param name="notice">Stands on every sheet; null: none.</param>
    public static byte[] Write(string title, string? notice, IReadOnlyList<DataSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The kind of file stands first and unpacked, so that it is known by its first bytes.
            Add(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(MediaType)));
            Add(zip, "content.xml", CompressionLevel.Optimal, stream => Xml(stream, xml => Content(xml, title, notice, sheets)));
            Add(zip, "settings.xml", CompressionLevel.Optimal, stream => Xml(stream, xml => Settings(xml, sheets)));
            Add(zip, "META-INF/manifest.xml", CompressionLevel.Optimal, stream => Xml(stream, Listing));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        using var stream = zip.CreateEntry(name, level).Open();
        write(stream);
    }

    private static void Xml(Stream stream, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }

    private static void Listing(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("version", Manifest, "1.3");
        foreach (var (path, type) in new[] { ("/", MediaType), ("content.xml", "text/xml"), ("settings.xml", "text/xml") })
        {
            xml.WriteStartElement("file-entry", Manifest);
            xml.WriteAttributeString("full-path", Manifest, path);
            xml.WriteAttributeString("media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Heads and first columns stay in sight.</summary>
    private static void Settings(XmlWriter xml, IReadOnlyList<DataSheet> sheets)
    {
        const string config = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";
        xml.WriteStartElement("office", "document-settings", Office);
        xml.WriteAttributeString("version", Office, "1.3");
        xml.WriteStartElement("settings", Office);
        xml.WriteStartElement("config", "config-item-set", config);
        xml.WriteAttributeString("name", config, "ooo:view-settings");
        xml.WriteStartElement("config-item-map-indexed", config);
        xml.WriteAttributeString("name", config, "Views");
        xml.WriteStartElement("config-item-map-entry", config);
        xml.WriteStartElement("config-item-map-named", config);
        xml.WriteAttributeString("name", config, "Tables");
        foreach (var sheet in sheets)
        {
            xml.WriteStartElement("config-item-map-entry", config);
            xml.WriteAttributeString("name", config, sheet.Name);
            foreach (var (name, value) in new[] { ("HorizontalSplitMode", 2), ("VerticalSplitMode", 2), ("HorizontalSplitPosition", sheet.Fixed), ("VerticalSplitPosition", HeadRow), ("PositionRight", sheet.Fixed), ("PositionBottom", HeadRow) })
            {
                xml.WriteStartElement("config-item", config);
                xml.WriteAttributeString("name", config, name);
                xml.WriteAttributeString("type", config, name.EndsWith("Mode", StringComparison.Ordinal) ? "short" : "int");
                xml.WriteString(value.ToString(CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void Content(XmlWriter xml, string title, string? notice, IReadOnlyList<DataSheet> sheets)
    {
        xml.WriteStartElement("office", "document-content", Office);
        foreach (var (prefix, name) in new[] { ("table", Table), ("text", TextNs), ("style", Style), ("fo", Fo), ("number", Numbers) })
            xml.WriteAttributeString("xmlns", prefix, null, name);
        xml.WriteAttributeString("version", Office, "1.3");
        Styles(xml, sheets);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        for (var s = 0; s < sheets.Count; s++)
            Sheet(xml, sheets[s], s, title, notice);
        xml.WriteStartElement("database-ranges", Table);
        for (var s = 0; s < sheets.Count; s++)
        {
            xml.WriteStartElement("database-range", Table);
            xml.WriteAttributeString("name", Table, $"bang-{s + 1}");
            xml.WriteAttributeString("target-range-address", Table, $"'{sheets[s].Name}'.{new WorkbookAddress(HeadRow, 1)}:'{sheets[s].Name}'.{new WorkbookAddress(HeadRow + Math.Max(1, sheets[s].Rows.Count), sheets[s].Columns.Count)}");
            xml.WriteAttributeString("display-filter-buttons", Table, "true");
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void Styles(XmlWriter xml, IReadOnlyList<DataSheet> sheets)
    {
        xml.WriteStartElement("automatic-styles", Office);
        Number(xml, "N2", 2);
        Number(xml, "N0", 0);
        xml.WriteStartElement("date-style", Numbers);
        xml.WriteAttributeString("name", Style, "D");
        foreach (var (part, separator) in new[] { ("day", "/"), ("month", "/"), ("year", "") })
        {
            xml.WriteStartElement(part, Numbers);
            xml.WriteAttributeString("style", Numbers, "long");
            xml.WriteEndElement();
            if (separator.Length > 0)
                xml.WriteElementString("text", Numbers, separator);
        }

        xml.WriteEndElement();
        Cell(xml, "title", null, bold: true, wrap: false, size: "15pt");
        Cell(xml, "head", null, bold: true, wrap: true, size: null);
        Cell(xml, "text", null, bold: false, wrap: true, size: null);
        Cell(xml, "points", "N2", bold: false, wrap: false, size: null);
        Cell(xml, "whole", "N0", bold: false, wrap: false, size: null);
        Cell(xml, "day", "D", bold: false, wrap: false, size: null);
        foreach (var width in sheets.SelectMany(s => s.Columns).Select(c => c.Width).Distinct())
        {
            xml.WriteStartElement("style", Style);
            xml.WriteAttributeString("name", Style, WidthStyle(width));
            xml.WriteAttributeString("family", Style, "table-column");
            xml.WriteStartElement("table-column-properties", Style);
            xml.WriteAttributeString("column-width", Style, string.Create(CultureInfo.InvariantCulture, $"{width * CentimetresALetter:0.##}cm"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int decimals)
    {
        xml.WriteStartElement("number-style", Numbers);
        xml.WriteAttributeString("name", Style, name);
        xml.WriteStartElement("number", Numbers);
        xml.WriteAttributeString("decimal-places", Numbers, $"{decimals}");
        xml.WriteAttributeString("min-decimal-places", Numbers, $"{decimals}");
        xml.WriteAttributeString("min-integer-digits", Numbers, "1");
        xml.WriteAttributeString("grouping", Numbers, "true");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string name, string? number, bool bold, bool wrap, string? size)
    {
        xml.WriteStartElement("style", Style);
        xml.WriteAttributeString("name", Style, name);
        xml.WriteAttributeString("family", Style, "table-cell");
        if (number is not null)
            xml.WriteAttributeString("data-style-name", Style, number);
        xml.WriteStartElement("table-cell-properties", Style);
        xml.WriteAttributeString("vertical-align", Style, "top");
        if (wrap)
            xml.WriteAttributeString("wrap-option", Fo, "wrap");
        xml.WriteEndElement();
        if (bold || size is not null)
        {
            xml.WriteStartElement("text-properties", Style);
            if (size is not null)
                xml.WriteAttributeString("font-size", Fo, size);
            xml.WriteAttributeString("font-weight", Fo, "bold");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, DataSheet sheet, int index, string title, string? notice)
    {
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, sheet.Name);
        foreach (var column in sheet.Columns)
        {
            xml.WriteStartElement("table-column", Table);
            xml.WriteAttributeString("style-name", Table, WidthStyle(column.Width));
            xml.WriteEndElement();
        }

        Line(xml, () => Text(xml, sheet.Title, "title"));
        Line(xml, () => Text(xml, notice is null ? title : $"{title}. {notice}.", null));
        Line(xml, () => Text(xml, null, null));
        xml.WriteStartElement("table-header-rows", Table);
        Line(xml, () =>
        {
            foreach (var column in sheet.Columns)
                Text(xml, column.Heading, "head");
        });
        xml.WriteEndElement();
        foreach (var row in sheet.Rows)
        {
            Line(xml, () =>
            {
                for (var i = 0; i < row.Count; i++)
                    Value(xml, sheet.Columns[i].Kind, row[i]);
            });
        }

        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, Action cells)
    {
        xml.WriteStartElement("table-row", Table);
        cells();
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, DataKind kind, object? value)
    {
        if (value is null or string)
        {
            Text(xml, (string?)value, "text");
            return;
        }

        xml.WriteStartElement("table-cell", Table);
        xml.WriteAttributeString("style-name", Table, value is DateOnly ? "day" : kind == DataKind.Points ? "points" : "whole");
        var plain = DataCell.Plain(kind, value);
        xml.WriteAttributeString("value-type", Office, value is DateOnly ? "date" : "float");
        xml.WriteAttributeString(value is DateOnly ? "date-value" : "value", Office, plain);
        xml.WriteElementString("p", TextNs, plain);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string? text, string? style)
    {
        xml.WriteStartElement("table-cell", Table);
        if (style is not null)
            xml.WriteAttributeString("style-name", Table, style);
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteAttributeString("value-type", Office, "string");
            foreach (var line in text.Split('\n'))
                xml.WriteElementString("p", TextNs, line);
        }

        xml.WriteEndElement();
    }

    private static string WidthStyle(double width) => string.Create(CultureInfo.InvariantCulture, $"w{width * 100:0}");
}
