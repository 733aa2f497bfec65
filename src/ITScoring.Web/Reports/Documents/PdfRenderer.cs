using ITScoring.Web.Reports.Pdf;
using static ITScoring.Web.Reports.Documents.DocumentStyles;

namespace ITScoring.Web.Reports.Documents;

/// <summary>Writes a document as PDF/A-2b, with an outline of its headings and its fonts inside.</summary>
public static class PdfRenderer
{
    public const string MediaType = "application/pdf";

    /// <param name="progress">Told of every block; null: nobody waits.</param>
    public static byte[] Write(OfficialDocument document, WritingProgress? progress = null)
    {
        progress?.Begin(document.Parts.Sum(p => p.Blocks.Count));
        using var flow = new PageFlow(document.Title, document.Notice);
        OfficialHead.Write(flow, document.Head);
        flow.Space(14);
        foreach (var (i, part) in document.Parts.Index())
        {
            if (i > 0)
                flow.Turn(part.IsLandscape);
            for (var b = 0; b < part.Blocks.Count; b++)
            {
                Write(flow, part.Blocks, b);
                progress?.Step();
            }
        }

        return flow.Build();
    }

    private static void Write(PageFlow flow, IReadOnlyList<DocumentBlock> blocks, int at)
    {
        var block = blocks[at];
        switch (block)
        {
            case TitleBlock title:
                Title(flow, title);
                break;
            case HeadingBlock heading:
                flow.Space(4);
                flow.Room(Least(flow, blocks, at));
                flow.Mark(heading.Text, heading.Level + 1);
                flow.Text(heading.Text, Chapter, heading.IsFlush ? 0 : Indent);
                flow.Space(Between - 1);
                break;
            case ParagraphBlock paragraph:
                // What introduces a table does not stay behind on another page, and a signature does not stand alone.
                if (blocks.ElementAtOrDefault(at + 1) is TableBlock or SignatureBlock)
                    flow.Room(Least(flow, blocks, at));
                flow.Text(paragraph.Text, Of(paragraph.Kind), IsIndented(paragraph.Kind) ? Indent : 0);
                flow.Space(Between);
                break;
            case FactsBlock facts:
                foreach (var (name, value) in facts.Facts)
                    flow.Columns(FactShare, [(name, Fact)], [(value, Fact)]);
                flow.Space(Between);
                break;
            case TableBlock table:
                flow.Table(table.Columns, table.Rows, table.Size);
                flow.Space(10);
                break;
            case SignatureBlock signature:
                Sign(flow, signature);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    private static void Title(PageFlow flow, TitleBlock title)
    {
        flow.Mark(title.IsAnnex ? $"{title.Kind}. {string.Join(' ', title.About)}" : title.Kind, 1);
        flow.Text(title.Kind, Kind);
        foreach (var line in title.About.SelectMany(a => TextLines.Balanced(a, About, flow.Width * 0.9)))
            flow.Text(line, About);
        if (title.Remark is not null)
            flow.Text($"({title.Remark})", Remark);
        else if (title.About.Count > 0)
            flow.Rule(flow.Width / 2, flow.Width / 6, flow.Y - 3);
        flow.Space(14);
    }

    /// <summary>How much of the page a block takes at least, with what it must not be parted from.</summary>
    private static double Least(PageFlow flow, IReadOnlyList<DocumentBlock> blocks, int at) => blocks.ElementAtOrDefault(at) switch
    {
        HeadingBlock heading => (TextLines.Of(heading.Text, Chapter, flow.Width).Count * Chapter.LineHeight) + Between + 4 + Least(flow, blocks, at + 1),
        TableBlock table => flow.Beginning(table.Columns, table.Size),
        SignatureBlock signature => Depth(signature),
        ParagraphBlock paragraph when blocks.ElementAtOrDefault(at + 1) is TableBlock or SignatureBlock =>
            (TextLines.Of(paragraph.Text, Of(paragraph.Kind), flow.Width).Count * Of(paragraph.Kind).LineHeight) + Between + Least(flow, blocks, at + 1),
        null => 0,
        _ => 3 * Body.LineHeight,
    };

    private static void Sign(PageFlow flow, SignatureBlock block)
    {
        flow.Room(Depth(block));
        flow.Space(10);
        var top = flow.Y;
        flow.Columns(SignatureShare, Left(block), Lines(block.Right));
        flow.Space(Math.Max(0, Depth(block) - 10 - (top - flow.Y)));
    }

    /// <summary>Both sides with the room for hands and seals.</summary>
    private static double Depth(SignatureBlock block) => 10 + Math.Max(
        Left(block).Sum(l => l.Style.LineHeight),
        Lines(block.Right).Sum(l => l.Style.LineHeight) + (block.Right.Name is null ? SignatureSpace : 0));

    private static IReadOnlyList<(string Text, TextStyle Style)> Left(SignatureBlock block) => block.Left is { } signer
        ? Lines(signer)
        : block.Recipients.Count == 0 ? [] : [("Nơi nhận:", RecipientsHead), .. block.Recipients.Select(r => ("- " + r, Recipient))];

    private static IReadOnlyList<(string Text, TextStyle Style)> Lines(Signer signer)
    {
        List<(string, TextStyle)> lines = [(signer.Capacity, Centred)];
        if (signer.How is not null)
            lines.Add(($"({signer.How})", Remark));
        if (signer.Name is not null)
        {
            lines.AddRange(Enumerable.Repeat(("", Fact), 4));
            lines.Add((signer.Name, Centred));
        }

        return lines;
    }
}
