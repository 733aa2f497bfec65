using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ITScoring.Domain.CriteriaSets.Json;

/// <summary>Reads JSON text (RFC 8259, UTF-8, a byte order mark is skipped) without recursion, so that nesting cannot exhaust the stack.</summary>
internal static class JsonFile
{
    // The deepest sensible rule needs a few dozen levels.
    private const int MaxDepth = 128;

    /// <summary>The root, or null after adding one problem.</summary>
    public static JsonItem? Read(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8))
        {
            problems.Add("Tệp không được mã hóa UTF-8; hãy lưu lại tệp với bảng mã UTF-8.");
            return null;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            return Read(ref reader, problems);
        }
        catch (JsonException e)
        {
            problems.Add(
                $"Tệp không phải JSON hợp lệ: sai ở dòng {e.LineNumber + 1}, vị trí {e.BytePositionInLine + 1}; hãy sửa dấu ngoặc, dấu phẩy, dấu nháy ở gần chỗ đó.");
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(
                $"Tệp không phải JSON hợp lệ: chuỗi gần byte {reader.TokenStartIndex + 1} có ký tự \\u không thành cặp; hãy viết lại ký tự đó.");
            return null;
        }
    }

    private static JsonItem? Read(ref Utf8JsonReader reader, ProblemList problems)
    {
        JsonItem? root = null;
        JsonItem? open = null;
        string? key = null;
        var depth = 0;
        while (reader.Read())
        {
            var kind = reader.TokenType switch
            {
                JsonTokenType.StartObject => JsonKind.Object,
                JsonTokenType.StartArray => JsonKind.Array,
                JsonTokenType.String => JsonKind.Text,
                JsonTokenType.Number => JsonKind.Number,
                JsonTokenType.True => JsonKind.True,
                JsonTokenType.False => JsonKind.False,
                _ => JsonKind.Null,
            };
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString();
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open = open!.Parent;
                    depth--;
                    continue;
            }

            var text = kind switch
            {
                JsonKind.Text => reader.GetString(),
                JsonKind.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
            var item = new JsonItem(open, open?.Kind == JsonKind.Object ? key : null, open?.Items.Count ?? 0, kind, text, reader.TokenStartIndex);
            root ??= item;
            if (open?.Kind == JsonKind.Object)
                open.Members.Add((key!, item));
            else
                open?.Items.Add(item);
            if (kind is not (JsonKind.Object or JsonKind.Array))
                continue;
            if (++depth > MaxDepth)
            {
                problems.Add($"Tệp lồng nhau quá {MaxDepth} cấp; hãy giảm số cấp lồng.");
                return null;
            }

            open = item;
        }

        return root;
    }
}
