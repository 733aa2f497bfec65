using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Reads a Word file: its words in order, its pages' sides, and what a strict reader would complain about.</summary>
internal sealed class DocxText
{
    public DocxText(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        Text = string.Join(' ', string.Join(' ', body.Descendants<Paragraph>().Select(Of)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Problems = [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
        Landscape = [.. body.Descendants<SectionProperties>().Select(s => s.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape)];
        TablesWithoutRepeatedHead = body.Descendants<Table>().Count(t => t.GetFirstChild<TableProperties>()!.GetFirstChild<TableBorders>() is not null && !t.Elements<TableRow>().First().Descendants<TableHeader>().Any());
        Fonts = [.. main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Concat(body.Descendants<RunFonts>()).Select(f => f.Ascii!.Value!).Distinct()];
        Language = main.StyleDefinitionsPart.Styles.Descendants<Languages>().Single().Val!.Value!;
        Title = document.PackageProperties.Title;
        FirstPageHasNumber = PartOf(HeaderFooterValues.First).Descendants<SimpleField>().Any();
        OtherPagesHaveNumber = PartOf(HeaderFooterValues.Default).Descendants<SimpleField>().Any(f => f.Instruction!.Value!.Trim() == "PAGE");
        Footers = [.. main.FooterParts.Select(f => f.Footer.InnerText)];

        Header PartOf(HeaderFooterValues type) => ((HeaderPart)main.GetPartById(body.Descendants<HeaderReference>().First(h => h.Type!.Value == type).Id!.Value!)).Header;
    }

    /// <summary>All words, one blank between paragraphs and cells.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Problems { get; }

    /// <summary>By section, whether its pages lie across.</summary>
    public IReadOnlyList<bool> Landscape { get; }

    public int TablesWithoutRepeatedHead { get; }

    public IReadOnlyList<string> Fonts { get; }

    public string Language { get; }

    public string? Title { get; }

    public bool FirstPageHasNumber { get; }

    public bool OtherPagesHaveNumber { get; }

    public IReadOnlyList<string> Footers { get; }

    private static string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
            text.Append(part is Text t ? t.Text : part is Break ? " " : "");
        return text.ToString();
    }
}
