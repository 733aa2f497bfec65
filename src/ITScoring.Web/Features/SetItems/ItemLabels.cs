using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.SetItems;

/// <summary>What the fields of items are called on screen, and what items are called.</summary>
public static partial class ItemLabels
{
    /// <param name="field">Name of the field; a pointer.</param>
    public static string Of(SetItemKind kind, string field) => FieldNames.Of(kind, field.Split('/')[^1]);

    /// <summary>What an item is called in a list of problems: <c>Câu hỏi H01</c>.</summary>
    public static string Name(SetItem item)
    {
        var code = CriteriaSets.WorkedSet.CodeOf(item);
        return item.Kind switch
        {
            SetItemKind.Head => "Thông tin chung",
            SetItemKind.Classes => "Xếp loại",
            _ => $"{Kind(item.Kind)} {code ?? "chưa có mã"}",
        };
    }

    public static string Kind(SetItemKind kind) => kind switch
    {
        SetItemKind.Section => "Phần",
        SetItemKind.Question => "Câu hỏi",
        SetItemKind.Check => "Kiểm tra",
        SetItemKind.Group => "Nhóm",
        SetItemKind.Criterion => "Tiêu chí",
        SetItemKind.Example => "Kiểm thử",
        SetItemKind.Classes => "Xếp loại",
        _ => "Thông tin chung",
    };

    /// <summary>Names of fields whose value is a number of the file.</summary>
    public static bool IsNumber(SetItemKind kind, string field) => kind switch
    {
        SetItemKind.Head => field is "/scale" or "/version",
        SetItemKind.Question => field is "/digits" or "/maxLength",
        SetItemKind.Group => field is "/max" or "/cap" or "/floor",
        SetItemKind.Criterion => field == "/max" || (field.StartsWith("/rule/", StringComparison.Ordinal) && RuleNumber().IsMatch(field)),
        SetItemKind.Classes => field.EndsWith("/from", StringComparison.Ordinal),
        _ => false,
    };

    public static bool IsYesNo(SetItemKind kind, string field) => kind == SetItemKind.Question && YesNo().IsMatch(field);

    [GeneratedRegex("/(max|norm|floor|each|limit|points|points/[^/]+)$")]
    private static partial Regex RuleNumber();

    [GeneratedRegex("^/(required|carryOver|columns/[0-9]+/(required|unique))$")]
    private static partial Regex YesNo();
}
