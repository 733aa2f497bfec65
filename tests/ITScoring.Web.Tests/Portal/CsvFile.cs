using System.Text;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Reads CSV as a spreadsheet would (RFC 4180): the rows below the head, by column.</summary>
internal static class CsvFile
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] bytes)
    {
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Lines(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 3, bytes.Length - 3));
        Assert.All(lines, line => Assert.Equal(lines[0].Count, line.Count));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second))];
    }

    private static List<List<string>> Lines(string text)
    {
        var (lines, cells, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == ',' || c == '\r'))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                Assert.Equal('\n', text[++i]);
                lines.Add(cells);
                cells = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.True(!quoted && cell.Length == 0 && cells.Count == 0, "The file ends in the middle of a line.");
        return lines;
    }
}
