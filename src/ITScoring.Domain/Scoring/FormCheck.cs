using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring;

/// <summary>Checks a form before it is submitted (sections 2 and 4 of the format).</summary>
public sealed class FormCheck
{
    private readonly CriteriaSet _set;
    private readonly IReadOnlyDictionary<string, AnswerValue> _answers;
    private readonly IReadOnlySet<string> _questionsWithEvidence;
    private readonly Facts _facts;
    private readonly List<Finding> _findings = [];
    private bool _isAlone;

    private FormCheck(
        CriteriaSet set,
        IReadOnlyDictionary<string, AnswerValue> answers,
        IReadOnlyDictionary<string, AnswerValue> previous,
        IReadOnlySet<string> questionsWithEvidence)
    {
        (_set, _answers, _questionsWithEvidence) = (set, answers, questionsWithEvidence);
        _facts = Facts.Of(set, answers, previous, traced: false);
    }

    /// <summary>Everything that is wrong with a form, question after question, then the checks of the set.</summary>
    /// <param name="answers">By question code.</param>
    /// <param name="previous">Last period's verified answers by question code.</param>
    /// <param name="questionsWithEvidence">Codes of the questions for which at least one piece of evidence is given.</param>
    public static FormFindings Run(
        CriteriaSet set,
        IReadOnlyDictionary<string, AnswerValue> answers,
        IReadOnlyDictionary<string, AnswerValue> previous,
        IReadOnlySet<string> questionsWithEvidence)
    {
        var check = new FormCheck(set, answers, previous, questionsWithEvidence);
        foreach (var question in set.Questions)
            check.Check(question);
        foreach (var rule in set.Checks)
            check.Check(rule);
        return new FormFindings(
            check._findings, set.Questions.Where(question => check._facts.IsAsked(question.Index)).Select(question => question.Code).ToHashSet());
    }

    /// <summary>What is wrong with one value whatever the form says beside it: its shape, and the bounds that name no other question.</summary>
    public static IReadOnlyList<Finding> OfValue(CriteriaSet set, Question question, AnswerValue value)
    {
        var check = new FormCheck(set, new Dictionary<string, AnswerValue>(), new Dictionary<string, AnswerValue>(), new HashSet<string>()) { _isAlone = true };
        check.Shape(question, value);
        check.Bounds(question, value);
        return check._findings;
    }

    private void Check(Question question)
    {
        if (!_facts.IsAsked(question.Index))
        {
            if (_answers.TryGetValue(question.Code, out var idle) && idle is not (TextAnswer { Value: "" } or UrlAnswer { Value: "" }))
                Add(FindingKind.NotAsked, question, $"không phải trả lời, vì chỉ hỏi khi {question.AskWhen!.InWords()}; hãy xóa câu trả lời, hoặc xem lại điều kiện đó");
            return;
        }

        var answer = _facts.Answer(question.Index);
        var empty = answer is null || (answer is TextAnswer text && string.IsNullOrWhiteSpace(text.Value));
        if (empty && question is { Required: true, FilledBy: FilledBy.Agency })
            Add(FindingKind.Missing, question, $"chưa trả lời; hãy {HowToAnswer(question)}");
        if (answer is null || empty)
            return;
        Shape(question, answer);
        Bounds(question, answer);
        if (question is { Evidence: EvidenceNeed.Required, FilledBy: FilledBy.Agency }
            && Claims(question, answer) && !_questionsWithEvidence.Contains(question.Code))
            Add(FindingKind.EvidenceMissing, question, "chưa có tài liệu kiểm chứng; hãy ghi số, ký hiệu văn bản, tải tệp lên hoặc ghi đường dẫn chứng minh cho câu trả lời này");
    }

    private static string HowToAnswer(Question question) => question.Type switch
    {
        QuestionType.Integer => $"nhập một số nguyên{(question.Unit is null ? "" : $" ({question.Unit})")}, ghi 0 nếu không có",
        QuestionType.Decimal => $"nhập một số{(question.Unit is null ? "" : $" ({question.Unit})")}, ghi 0 nếu không có",
        QuestionType.YesNo => "chọn Có hoặc Không",
        QuestionType.Choice => "chọn một phương án",
        QuestionType.Multi => "chọn các nội dung có, hoặc chọn “Không có nội dung nào”",
        QuestionType.Rows => "nhập các dòng, hoặc chọn “Không có dòng nào”",
        QuestionType.Url => "nhập địa chỉ bắt đầu bằng http:// hoặc https://",
        QuestionType.Date => "nhập ngày dạng ngày/tháng/năm, ví dụ 30/11/2018",
        _ => "nhập nội dung",
    };

    /// <summary>Whether an answer claims something that evidence must prove.</summary>
    private static bool Claims(Question question, AnswerValue answer) => answer switch
    {
        NumberAnswer number => number.Value.Sign > 0,
        YesNoAnswer yesNo => yesNo.Value,
        ChoiceAnswer choice => choice.Option != question.Options[^1].Code,
        MultiAnswer multi => multi.Options.Count > 0,
        RowsAnswer rows => rows.Rows.Count > 0,
        _ => true,
    };

    private void Shape(Question question, AnswerValue answer)
    {
        switch (answer)
        {
            case NumberAnswer number when (number.Value.DecimalDigits() ?? int.MaxValue) > question.Digits:
                Add(FindingKind.Shape, question, question.Digits == 0
                    ? $"phải là số nguyên, đang là {VietnameseNumber.Of(number.Value)}; hãy sửa lại"
                    : $"chỉ được có {question.Digits} chữ số thập phân, đang là {VietnameseNumber.Of(number.Value)}; hãy làm tròn lại");
                break;
            case TextAnswer text:
                Length(question, text.Value);
                break;
            case UrlAnswer address:
                Length(question, address.Value);
                if (!IsAddress(address.Value))
                    Add(FindingKind.Shape, question, $"“{address.Value}” không phải địa chỉ đầy đủ; hãy ghi địa chỉ bắt đầu bằng http:// hoặc https://, ví dụ https://stttt.quangbinh.gov.vn");
                break;
            case RowsAnswer rows:
                Rows(question, rows);
                break;
        }
    }

    private void Length(Question question, string text)
    {
        var length = text.EnumerateRunes().Count();
        if (length > question.MaxLength)
            Add(FindingKind.Shape, question, $"dài {length} ký tự, quá {question.MaxLength} ký tự; hãy rút ngắn");
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
        && !text.Any(char.IsWhiteSpace);

    private void Rows(Question question, RowsAnswer answer)
    {
        foreach (var column in question.Columns)
        {
            var seen = new Dictionary<string, int>();
            for (var i = 0; i < answer.Rows.Count; i++)
            {
                var cell = answer.Rows[i].Text(column.Code)?.Trim() ?? "";
                if (cell.Length == 0)
                {
                    if (column.Required)
                        Add(FindingKind.Shape, question, $"dòng {i + 1} còn trống cột “{column.Text}”; hãy điền, hoặc xóa dòng này");
                    continue;
                }

                if (column.Unique && !seen.TryAdd(cell.Normalize(NormalizationForm.FormC).ToUpperInvariant(), i + 1))
                    Add(FindingKind.Shape, question, $"dòng {i + 1} trùng dòng {seen[cell.Normalize(NormalizationForm.FormC).ToUpperInvariant()]} ở cột “{column.Text}” ({cell}); hãy sửa hoặc xóa một dòng");
                if (column.Type == QuestionType.Url && !IsAddress(cell))
                    Add(FindingKind.Shape, question, $"dòng {i + 1}, cột “{column.Text}”: “{cell}” không phải địa chỉ đầy đủ; hãy ghi địa chỉ bắt đầu bằng http:// hoặc https://");
            }
        }
    }

    private void Bounds(Question question, AnswerValue answer)
    {
        var (value, what) = answer switch
        {
            NumberAnswer number => (number.Value, "giá trị"),
            RowsAnswer rows => (rows.Rows.Count, "số dòng"),
            _ => (default(Rational?), ""),
        };
        if (value is not { } given)
            return;
        if (question.Min is { } min && Bound(min) is { } least && given < least)
            Add(FindingKind.Bounds, question, $"{what} {VietnameseNumber.Of(given)} nhỏ hơn mức thấp nhất {Explain(min, least)}; hãy kiểm tra và sửa lại");
        if (question.Max is { } max && Bound(max) is { } most && given > most)
            Add(FindingKind.Bounds, question, $"{what} {VietnameseNumber.Of(given)} lớn hơn mức cao nhất {Explain(max, most)}; hãy kiểm tra và sửa lại");
    }

    /// <summary>Null: it waits for an answer or is undefined, and so holds.</summary>
    private Rational? Bound(Expression bound)
    {
        if (_isAlone && bound.Questions.Count > 0)
            return null;
        // A comparison cannot stand in a number, so the number itself tells whether anything undefined was met.
        return !Waits(bound) && bound.TryNumber(_facts, out var value) ? value : null;
    }

    private string Explain(Expression bound, Rational value) => bound.Questions.Count == 0
        ? VietnameseNumber.Of(value)
        : $"{VietnameseNumber.Of(value)} = {bound.InWords()} ({Figures(bound)})";

    private bool Waits(Expression expression) => expression.Read.Any(code =>
        _set.FindQuestion(code)!.Index is var index && _facts.IsAsked(index) && !_facts.IsAnswered(index));

    private void Check(Check check)
    {
        _facts.MetUndefined = false;
        if (Waits(check.Assert) || check.Assert.Holds(_facts) || _facts.MetUndefined)
            return;
        _findings.Add(new Finding(FindingKind.Check, check.Level, check.Code, check.Questions, $"{check.Message} Số liệu đang có: {Figures(check.Assert)}."));
    }

    /// <summary>The figures that an expression looked at: <c>T06 = 4; T02 kỳ trước = 74</c>.</summary>
    private string Figures(Expression expression)
    {
        var figures = new List<string>();
        foreach (var code in expression.Questions)
        {
            var question = _set.FindQuestion(code)!;
            if (expression.NamedNow.Contains(code))
                figures.Add($"{code} = {Figure(question)}");
            if (expression.ReadsPrevious(code) && _facts.TryPrevious(code, out var previous))
                figures.Add($"{code} kỳ trước = {VietnameseNumber.Of(previous)}");
        }

        return string.Join("; ", figures);
    }

    private string Figure(Question question) => _facts.Answer(question.Index) switch
    {
        null => _facts.IsAsked(question.Index) ? "chưa trả lời" : "không hỏi",
        MultiAnswer multi => $"{multi.Options.Count} mục",
        RowsAnswer rows => $"{rows.Rows.Count} dòng",
        var answer => AnswerWords.Of(question, answer),
    };

    private void Add(FindingKind kind, Question question, string what)
    {
        var name = kind.ToString();
        _findings.Add(new Finding(
            kind, CheckLevel.Error, $"{question.Code}:{char.ToLowerInvariant(name[0])}{name[1..]}", [question.Code], $"Câu {question.Code} “{question.Text}”: {what}."));
    }
}
