using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ITScoring.Web.Reports.Pdf;
using static ITScoring.Web.Reports.Documents.DocxWords;

namespace ITScoring.Web.Reports.Documents;

/// <summary>What stands around the text of a Word file: margins, the page's number above, the notice below, and the styles that headings have names by.</summary>
internal sealed class DocxFrame
{
    private const string Font = "Times New Roman";

    private static readonly TextStyle Number = new(FontFace.Regular, 13, TextAlign.Centre);
    private static readonly TextStyle NoticeStyle = new(FontFace.Italic, 11, TextAlign.Centre);

    private readonly string _numbered;
    private readonly string _unnumbered;
    private readonly string? _notice;

    private DocxFrame(string numbered, string unnumbered, string? notice) => (_numbered, _unnumbered, _notice) = (numbered, unnumbered, notice);

    public static DocxFrame Add(MainDocumentPart main, string? notice)
    {
        var (numbered, unnumbered) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<HeaderPart>());
        var page = Paragraph("", Number);
        page.RemoveAllChildren<Run>();
        page.Append(new SimpleField(Run("2", Number)) { Instruction = " PAGE " });
        numbered.Header = new Header(page);
        unnumbered.Header = new Header(Paragraph("", Number));
        if (notice is null)
            return new DocxFrame(main.GetIdOfPart(numbered), main.GetIdOfPart(unnumbered), null);
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Paragraph(notice, NoticeStyle));
        return new DocxFrame(main.GetIdOfPart(numbered), main.GetIdOfPart(unnumbered), main.GetIdOfPart(footer));
    }

    /// <summary>The end of a part. Only the document's first page has no number.</summary>
    public SectionProperties Section(bool isLandscape, bool isFirst)
    {
        var section = new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = _numbered });
        if (isFirst)
            section.Append(new HeaderReference { Type = HeaderFooterValues.First, Id = _unnumbered });
        if (_notice is not null)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = _notice });
            if (isFirst)
                section.Append(new FooterReference { Type = HeaderFooterValues.First, Id = _notice });
        }

        section.Append(new SectionType { Val = SectionMarkValues.NextPage });
        section.Append(isLandscape
            ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = 11906, Height = 16838 });
        section.Append(new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 850, Header = 500, Footer = 500, Gutter = 0 });
        if (isFirst)
            section.Append(new TitlePage());
        return section;
    }

    public static void AddStyles(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>();
        part.Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                    new FontSize { Val = "26" },
                    new FontSizeComplexScript { Val = "26" },
                    new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
                new ParagraphPropertiesDefault()),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = OnOffValue.FromBoolean(true) },
            Named("Title", "Title", null),
            Named("Heading1", "heading 1", 0),
            Named("Heading2", "heading 2", 1));
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
    }

    /// <param name="level">In the outline, from 0; null: not in it.</param>
    private static Style Named(string id, string name, int? level)
    {
        var properties = new StyleParagraphProperties(new KeepNext());
        if (level is { } l)
            properties.Append(new OutlineLevel { Val = l });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), properties, new StyleRunProperties(new Bold()))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }
}
