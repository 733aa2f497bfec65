using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Json;

/// <summary>
/// Takes the members of one JSON object by name and notes what is missing, of the wrong type, unknown or there twice.
/// A value that is not usable comes back as null, always with a problem noted.
/// </summary>
/// <param name="item">Code of the item at fault in this object.</param>
internal sealed class Fields(JsonItem json, string item, ProblemList problems)
{
    private readonly HashSet<string> _known = [];

    public JsonItem Json => json;

    public string Item { get; set; } = item;

    public ProblemList Problems => problems;

    /// <summary>The members of an object; null with a problem noted for anything else.</summary>
    public static Fields? Of(JsonItem json, string item, ProblemList problems)
    {
        if (json.Kind == JsonKind.Object)
            return new Fields(json, item, problems);
        problems.Add(json, item, $"Phải là một đối tượng {{…}}, đang là {json.KindName}.");
        return null;
    }

    public void Problem(JsonItem? at, string message) => problems.Add(at ?? json, Item, message);

    public bool Has(string key) => json.Find(key) is not null;

    public JsonItem? Take(string key, bool required = false)
    {
        _known.Add(key);
        var found = json.Find(key);
        if (found is null && required)
            problems.Add(json, Item, $"Thiếu khóa “{key}”; hãy bổ sung.", missing: key);
        return found;
    }

    public string? Text(string key, bool required = false, bool mayBeEmpty = false)
    {
        if (Take(key, required) is not { } found)
            return null;
        if (found.Kind != JsonKind.Text)
            Problem(found, $"“{key}” phải là chuỗi, đang là {found.KindName}.");
        else if (found.Text.Length == 0 && !mayBeEmpty)
            Problem(found, $"“{key}” không được để trống.");
        else
            return found.Text;
        return null;
    }

    /// <summary>A code of the given form; the form is said in the message.</summary>
    public string? Code(string key, Func<string, bool> form, string formInWords)
    {
        if (Text(key, required: true, mayBeEmpty: true) is not { } code)
            return null;
        if (form(code))
            return code;
        Problem(json.Find(key), $"Mã “{code}” không đúng dạng: {formInWords}.");
        return null;
    }

    public Rational? Number(string key, bool required = false)
    {
        if (Take(key, required) is not { } found)
            return null;
        if (found.Kind != JsonKind.Number)
        {
            Problem(found, $"“{key}” phải là số, đang là {found.KindName}.");
            return null;
        }

        if (Rational.TryParse(found.Text, out var number))
            return number;
        Problem(found, $"Số ở “{key}” quá dài; chỉ nhận số có không quá {Rational.MaxDigits} chữ số.");
        return null;
    }

    /// <summary>A number that is not below the given one.</summary>
    public Rational? NumberFrom(string key, Rational least, bool required = false)
    {
        if (Number(key, required) is not { } number)
            return null;
        if (number >= least)
            return number;
        Problem(json.Find(key), $"“{key}” không được nhỏ hơn {VietnameseNumber.Of(least)}, đang là {VietnameseNumber.Of(number)}.");
        return null;
    }

    public int? Integer(string key, int least, int most, bool required = false)
    {
        if (Number(key, required) is not { } number)
            return null;
        if (number.IsInteger && number >= least && number <= most)
            return (int)number.Numerator;
        Problem(json.Find(key), $"“{key}” phải là số nguyên từ {least} đến {most}, đang là {VietnameseNumber.Of(number)}.");
        return null;
    }

    public bool? YesNo(string key)
    {
        if (Take(key) is not { } found)
            return null;
        if (found.Kind is JsonKind.True or JsonKind.False)
            return found.Kind == JsonKind.True;
        Problem(found, $"“{key}” phải là true hoặc false, đang là {found.KindName}.");
        return null;
    }

    /// <summary>One of the named values.</summary>
    public T? OneOf<T>(string key, IReadOnlyList<(string Name, T Value)> values, bool required = false)
        where T : struct
    {
        if (Text(key, required, mayBeEmpty: true) is not { } text)
            return null;
        foreach (var (name, value) in values)
        {
            if (name == text)
                return value;
        }

        Problem(json.Find(key), $"“{key}” không nhận “{text}”; chỉ nhận {string.Join(", ", values.Select(value => value.Name))}.");
        return null;
    }

    /// <summary>Elements of an array; empty when it is missing or, with a problem noted, no array.</summary>
    public IReadOnlyList<JsonItem> Array(string key, bool required = false, bool mayBeEmpty = true)
    {
        if (Take(key, required) is not { } found)
            return [];
        if (found.Kind != JsonKind.Array)
            Problem(found, $"“{key}” phải là một danh sách […], đang là {found.KindName}.");
        else if (found.Items.Count == 0 && !mayBeEmpty)
            Problem(found, $"“{key}” phải có ít nhất một mục.");
        return found.Items;
    }

    /// <summary>Notes a member that has no place here.</summary>
    public void Refuse(string key, string where)
    {
        if (Take(key) is { } found)
            Problem(found, $"Khóa “{key}” chỉ dùng cho {where}; hãy xóa khóa này.");
    }

    /// <summary>Notes keys that are there twice or were never asked for.</summary>
    public void Done()
    {
        NoKeyTwice();
        foreach (var (key, value) in json.Members)
        {
            if (!_known.Contains(key))
                Problem(value, $"Khóa “{key}” không có trong định dạng; hãy sửa tên hoặc xóa khóa này.");
        }
    }

    public void NoKeyTwice()
    {
        var seen = new HashSet<string>();
        foreach (var (key, value) in json.Members)
        {
            if (!seen.Add(key))
                Problem(value, $"Khóa “{key}” xuất hiện hai lần; chỉ giữ lại một.");
        }
    }
}
