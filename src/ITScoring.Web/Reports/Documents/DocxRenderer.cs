using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ITScoring.Web.Reports.Pdf;
using static ITScoring.Web.Reports.Documents.DocumentStyles;
using static ITScoring.Web.Reports.Documents.DocxWords;

namespace ITScoring.Web.Reports.Documents;

/// <summary>Writes a document as a Word file to go on working on: the same words as the PDF, in Times New Roman, A4, with heads of tables that stand on every page.</summary>
public static class DocxRenderer
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const double PortraitWidth = 165 * PageFlow.Millimetre;
    private const double LandscapeWidth = 252 * PageFlow.Millimetre;

    /// <param name="progress">Told of every block; null: nobody waits.</param>
    public static byte[] Write(OfficialDocument document, WritingProgress? progress = null)
    {
        progress?.Begin(document.Parts.Sum(p => p.Blocks.Count));
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = document.Title;
            file.PackageProperties.Language = "vi-VN";
            var main = file.AddMainDocumentPart();
            DocxFrame.AddStyles(main);
            var frame = DocxFrame.Add(main, document.Notice);
            var body = new Body();
            Head(body, document.Head);
            foreach (var (i, part) in document.Parts.Index())
            {
                var width = part.IsLandscape ? LandscapeWidth : PortraitWidth;
                for (var b = 0; b < part.Blocks.Count; b++)
                {
                    Write(body, part.Blocks[b], part.Blocks.ElementAtOrDefault(b + 1), width);
                    progress?.Step();
                }

                var section = frame.Section(part.IsLandscape, isFirst: i == 0);
                // The last part's section stands at the end of the body, every other's in its last paragraph.
                if (i == document.Parts.Count - 1)
                    body.Append(section);
                else
                    body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, new SectionProperties(section.ChildElements.Select(c => c.CloneNode(true))))));
            }

            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static void Head(Body body, DocumentHead head)
    {
        var left = PortraitWidth * OfficialHead.Share;
        var right = PortraitWidth - left;
        var motto = OfficialHead.MottoStyle;
        body.Append(Plain(
            [left, right],
            [
                [
                    .. OfficialHead.Superior(head, left).Select(l => Line(l, OfficialHead.Plain)), .. OfficialHead.Issuer(head, left).Select(l => Line(l, OfficialHead.Bold)), Rule(left, left / 3),
                ],
                [Line(OfficialHead.Country, OfficialHead.Bold), Line(OfficialHead.Motto, motto), Rule(right, motto.Face.Width(OfficialHead.Motto, motto.Size))],
            ],
            [[Line(head.Number, Addressee)], [Line(head.PlaceAndDate, Remark)]]));
        body.Append(Line("", Small));
    }

    private static void Write(Body body, DocumentBlock block, DocumentBlock? next, double width)
    {
        switch (block)
        {
            case TitleBlock title:
                body.Append(Paragraph(title.Kind, Kind, named: "Title", keepNext: true));
                foreach (var line in title.About.SelectMany(a => TextLines.Balanced(a, About, width * 0.9)))
                    body.Append(Line(line, About));
                body.Append(title.Remark is null ? title.About.Count > 0 ? Rule(width, width / 6) : Line("", Small) : Paragraph($"({title.Remark})", Remark, after: Between));
                body.Append(Line("", Small));
                break;
            case HeadingBlock heading:
                body.Append(Paragraph(heading.Text, Chapter, heading.IsFlush ? 0 : Indent, before: 4, after: Between - 1, named: $"Heading{heading.Level}", keepNext: true));
                break;
            case ParagraphBlock paragraph:
                body.Append(Paragraph(paragraph.Text, Of(paragraph.Kind), IsIndented(paragraph.Kind) ? Indent : 0, after: Between, keepNext: next is TableBlock or SignatureBlock));
                break;
            case FactsBlock facts:
                body.Append(Plain([width * FactShare, width * (1 - FactShare)], [.. facts.Facts.Select(f => (IReadOnlyList<IReadOnlyList<Paragraph>>)[[Line(f.Name, Fact)], [Line(f.Value, Fact)]])]));
                body.Append(Line("", Small));
                break;
            case TableBlock table:
                body.Append(DocxTable.Of(table, width));
                body.Append(Line("", Small));
                break;
            case SignatureBlock signature:
                Sign(body, signature, width);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    private static void Sign(Body body, SignatureBlock block, double width)
    {
        IReadOnlyList<Paragraph> left = block.Left is { } signer
            ? Lines(signer)
            : block.Recipients.Count == 0
                ? [Line("", Fact)]
                : [Paragraph("Nơi nhận:", RecipientsHead, isItalic: true, keepNext: true), .. block.Recipients.Select(r => Paragraph("- " + r, Recipient, keepNext: true))];
        body.Append(Paragraph("", Small, keepNext: true));
        body.Append(Plain([width * SignatureShare, width * (1 - SignatureShare)], [left, Lines(block.Right)]));
        // A table does not end a file.
        body.Append(Line("", Small));
    }

    private static List<Paragraph> Lines(Signer signer)
    {
        List<Paragraph> lines = [Paragraph(signer.Capacity, Centred, keepNext: true)];
        if (signer.How is not null)
            lines.Add(Paragraph($"({signer.How})", Remark, keepNext: true));
        lines.AddRange(Enumerable.Range(0, 4).Select(_ => Paragraph("", Fact, keepNext: true)));
        if (signer.Name is not null)
            lines.Add(Line(signer.Name, Centred));
        return lines;
    }
}
