using System.Text;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>
/// Reads CSV (RFC 4180) as spreadsheet programs write it: UTF-8 with or without its mark, cells between commas, semicolons or tabs. Every cell is text; the
/// row of a cell is the line that its record begins on.
/// </summary>
public sealed class CsvReader
{
    /// <summary>Greatest size of the file.</summary>
    public const int MaxBytes = WorkbookPackage.MaxBytes;

    private const int MaxCells = 200_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _text;
    private readonly char _separator;
    private readonly Dictionary<WorkbookAddress, WorkbookCell> _cells = [];
    private readonly Dictionary<int, int> _lengths = [];
    private int _at;
    private int _line = 1;
    private int _count;

    private CsvReader(string text) => (_text, _separator) = (text, SeparatorOf(text));

    /// <param name="file">Can be sought.</param>
    /// <returns>One sheet without a name, or why the file is not read and what to do.</returns>
    public static InputResult<UploadedWorkbook> Read(Stream file)
    {
        if (file.Length > MaxBytes)
            return Wrong($"Tệp lớn hơn {Display.Of(MaxBytes / (1024 * 1024))} MB. Chia làm nhiều tệp rồi nhập từng tệp.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        file.Position = 0;
        if (bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || bytes.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
            return Wrong(NotUtf8);
        string text;
        try
        {
            text = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Wrong(NotUtf8);
        }

        if (text.Contains('\0'))
            return Wrong("Tệp không phải bảng tính Excel (.xlsx) và cũng không phải tệp CSV. Lưu lại một trong hai dạng đó rồi chọn lại.");
        text = text.TrimStart('\uFEFF');
        return string.IsNullOrWhiteSpace(text) ? Wrong("Tệp rỗng. Kiểm tra lại tệp rồi chọn lại.") : new CsvReader(text).Read();
    }

    private const string NotUtf8 = "Tệp CSV không ghi bằng bảng mã UTF-8 nên chữ có dấu sẽ sai. Trong Excel, lưu lại với dạng “CSV UTF-8 (phân cách bằng dấu phẩy)” rồi chọn lại.";

    private InputResult<UploadedWorkbook> Read()
    {
        while (_at < _text.Length)
        {
            var (first, column) = (_line, 0);
            while (true)
            {
                var begin = _line;
                if (Cell() is not { } cell)
                    return Wrong($"Dòng {Display.Of(begin)}: dấu ngoặc kép mở ra mà không đóng lại, hoặc đóng lại giữa ô. Sửa dòng đó rồi chọn lại tệp.");
                if (++_count > MaxCells)
                    return Wrong($"Tệp có nhiều hơn {Display.Of(MaxCells)} ô. Chia làm nhiều tệp rồi nhập từng tệp.");
                column++;
                if (PlainText.Clean(cell) is { } said)
                    _cells[new WorkbookAddress(first, column)] = WorkbookCell.OfText(said);
                if (_at < _text.Length && _text[_at] == _separator)
                {
                    _at++;
                    continue;
                }

                _lengths[first] = column;
                EndOfLine();
                break;
            }
        }

        return InputResult<UploadedWorkbook>.Of(new UploadedWorkbook([new UploadedSheet("", _cells) { Lengths = _lengths }]));
    }

    /// <summary>The cell at the place, up to its separator or the end of its line; null: its quotes do not close where they should.</summary>
    private string? Cell()
    {
        if (_at >= _text.Length || _text[_at] != '"')
        {
            var start = _at;
            while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
                _at++;
            return _text[start.._at];
        }

        var cell = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == '"')
            {
                if (_at + 1 < _text.Length && _text[_at + 1] == '"')
                {
                    cell.Append('"');
                    _at++;
                    continue;
                }

                _at++;
                return _at == _text.Length || _text[_at] == _separator || _text[_at] is '\r' or '\n' ? cell.ToString() : null;
            }

            if (c == '\n' || (c == '\r' && (_at + 1 == _text.Length || _text[_at + 1] != '\n')))
                _line++;
            cell.Append(c);
        }

        return null;
    }

    private void EndOfLine()
    {
        if (_at < _text.Length && _text[_at] == '\r')
            _at++;
        if (_at < _text.Length && _text[_at] == '\n')
            _at++;
        _line++;
    }

    /// <summary>The sign that stands most often in the first line that has any, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ';' or ',' or '\t')
                counts[c switch { ';' => 0, ',' => 1, _ => 2 }]++;
            else if (!quoted && c is '\r' or '\n' && counts.IndexOfAnyExcept(0) >= 0)
                break;
        }

        var most = Math.Max(counts[0], Math.Max(counts[1], counts[2]));
        return counts[0] == most ? ';' : counts[1] == most ? ',' : '\t';
    }

    private static InputResult<UploadedWorkbook> Wrong(string problem) => InputResult<UploadedWorkbook>.Wrong(problem);
}
