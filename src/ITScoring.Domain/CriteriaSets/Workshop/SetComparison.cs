using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>What changed between two versions of a set, in words, and what it touches. Items are held against each other by code.</summary>
/// <param name="Differences">In the order of the file.</param>
/// <param name="TouchedQuestions">Codes of questions whose answers may have to be looked at again: new, gone, or of another type, options, bounds or condition.</param>
/// <param name="TouchedCriteria">Codes of criteria whose points may be others.</param>
public sealed record SetComparison(IReadOnlyList<SetDifference> Differences, IReadOnlyList<string> TouchedQuestions, IReadOnlyList<string> TouchedCriteria)
{
    private static readonly string[] WordsOnly = ["Nội dung", "Hướng dẫn", "Đơn vị", "Phần", "Hệ thống dùng chung", "Thứ tự", "Lấy lại từ kỳ trước"];

    public static SetComparison Of(CriteriaSet before, CriteriaSet after)
    {
        var differences = new List<SetDifference>();
        Compare(differences, SetItemKind.Head, "", Head(before), Head(after));
        Items(differences, SetItemKind.Section, before.Sections, after.Sections, section => section.Code, section => section.Name, _ => []);
        Items(differences, SetItemKind.Question, before.Questions, after.Questions, question => question.Code, question => question.Text, Question);
        Items(differences, SetItemKind.Check, before.Checks, after.Checks, check => check.Code, check => check.Message, Check);
        Items(differences, SetItemKind.Group, before.Groups, after.Groups, group => group.Code, group => group.Name, Group);
        Items(differences, SetItemKind.Criterion, before.Criteria, after.Criteria, criterion => criterion.Code, criterion => criterion.Name, criterion => Criterion(before.Criteria.Contains(criterion) ? before : after, criterion));
        Compare(differences, SetItemKind.Classes, "", Classes(before), Classes(after));
        Items(differences, SetItemKind.Example, before.Examples, after.Examples, example => example.Code, example => example.Name, Example);
        var questions = differences.Where(d => d.Kind == SetItemKind.Question && (d.Field is null || !WordsOnly.Contains(d.Field))).Select(d => d.Code).Distinct().ToList();
        return new SetComparison(differences, questions, Touched(before, after, differences, questions));
    }

    private static List<string> Touched(CriteriaSet before, CriteriaSet after, List<SetDifference> differences, List<string> questions)
    {
        var own = differences.Where(d => d.Kind == SetItemKind.Criterion && d.Field is null or "Quy tắc" or "Điểm tối đa" or "Áp dụng khi").Select(d => d.Code);
        var through = questions.SelectMany(code => before.MovedBy(code).Concat(after.MovedBy(code))).Select(criterion => criterion.Code);
        var touched = own.Concat(through).ToHashSet();
        return [.. after.Criteria.Concat(before.Criteria).Select(criterion => criterion.Code).Distinct().Where(touched.Contains)];
    }

    private static void Items<T>(
        List<SetDifference> differences, SetItemKind kind, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code, Func<T, string> name, Func<T, List<(string, string?)>> fields)
    {
        var old = before.ToDictionary(code);
        var kept = after.Select(code).ToHashSet();
        differences.AddRange(before.Where(item => !kept.Contains(code(item))).Select(item => new SetDifference(kind, code(item), null, name(item), null)));
        foreach (var item in after)
        {
            if (!old.TryGetValue(code(item), out var earlier))
                differences.Add(new SetDifference(kind, code(item), null, null, name(item)));
            else
                Compare(differences, kind, code(item), [("Nội dung", name(earlier)), .. fields(earlier)], [("Nội dung", name(item)), .. fields(item)]);
        }

        var (was, isNow) = (before.Select(code).Where(kept.Contains).ToList(), after.Select(code).Where(old.ContainsKey).ToList());
        if (!was.SequenceEqual(isNow))
            differences.Add(new SetDifference(kind, "", "Thứ tự", string.Join(", ", was), string.Join(", ", isNow)));
    }

    private static void Compare(List<SetDifference> differences, SetItemKind kind, string code, List<(string Field, string? Words)> before, List<(string Field, string? Words)> after)
    {
        foreach (var ((field, was), (_, isNow)) in before.Zip(after))
        {
            if (was != isNow)
                differences.Add(new SetDifference(kind, code, field, was, isNow));
        }
    }

    private static List<(string, string?)> Head(CriteriaSet set) =>
        [("Tên", set.Title), ("Căn cứ", set.LegalBasis), ("Ghi chú", set.Notes), ("Thang điểm", set.Scale.ToVietnamese())];

    private static List<(string, string?)> Classes(CriteriaSet set) =>
        [("Xếp loại", string.Join("; ", set.Classes.Select(level => $"{level.Name} từ {VietnameseNumber.Of(level.From * 100)} %")))];

    private static List<(string, string?)> Question(Question question) =>
    [
        ("Phần", question.Section), ("Hướng dẫn", question.Help), ("Đơn vị", question.Unit), ("Loại", question.Type.Name()),
        ("Số chữ số thập phân", question.Type == QuestionType.Decimal ? $"{question.Digits}" : null),
        ("Phương án", string.Join("; ", question.Options.Select(option => $"{option.Code}: {option.Text}"))),
        ("Cột", string.Join("; ", question.Columns.Select(column => $"{column.Code}: {column.Text} ({column.Type.Name()}{(column.Required ? ", bắt buộc" : "")}{(column.Unique ? ", không trùng" : "")})"))),
        ("Nhỏ nhất", question.Min?.InWords()), ("Lớn nhất", question.Max?.InWords()), ("Độ dài nhiều nhất", question.MaxLength?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Bắt buộc", question.Required ? "có" : "không"), ("Chỉ hỏi khi", question.AskWhen?.InWords()), ("Người điền", question.FilledBy.Name()),
        ("Tài liệu kiểm chứng", question.Evidence.Name()), ("Lấy lại từ kỳ trước", question.CarryOver ? "có" : "không"), ("Hệ thống dùng chung", question.Reference),
    ];

    private static List<(string, string?)> Check(Check check) =>
        [("Mức", check.Level.Name()), ("Điều kiện", check.Assert.InWords()), ("Câu được đánh dấu", string.Join(", ", check.Questions))];

    private static List<(string, string?)> Group(CriteriaGroup group) =>
    [
        ("Loại nhóm", group.Kind.Name()), ("Điểm tối đa", group.Max.ToVietnamese()), ("Mức trần", group.Cap?.ToVietnamese()), ("Mức sàn", group.Floor?.ToVietnamese()),
    ];

    private static List<(string, string?)> Criterion(CriteriaSet set, Criterion criterion) =>
    [
        ("Nhóm", set.GroupOf(criterion).Code), ("Điểm tối đa", criterion.Max.ToVietnamese()), ("Quy tắc", criterion.Rule.InWords(set)), ("Áp dụng khi", criterion.AppliesWhen?.InWords()),
        ("Tài liệu chứng minh", criterion.Evidence), ("Căn cứ", criterion.Basis), ("Giải thích", criterion.Guidance),
    ];

    private static List<(string, string?)> Example(Examples.Example example) =>
    [
        ("Cơ quan và trả lời", string.Join("; ", example.Agencies.Select(agency => $"{agency.Code} ({agency.Block}): {string.Join(", ", (agency.Answers ?? new Dictionary<string, AnswerValue>()).Select(answer => $"{answer.Key} = {answer.Value.ToJson()}"))}"))),
        ("Điểm mong đợi", string.Join("; ", example.Expected.Select(expected => $"{expected.Agency}, {expected.Criterion}: {expected.Points?.ToVietnamese() ?? "không áp dụng"}"))),
    ];
}
