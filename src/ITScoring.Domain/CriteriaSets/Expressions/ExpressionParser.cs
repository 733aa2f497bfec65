using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>
/// Parses and type-checks an expression (section 3 of the format). The first error of syntax ends the reading; unknown names and
/// mixed types are all noted. Binary operators of one level are read in a loop and only parentheses, functions, <c>not</c>
/// and signs recurse, at most <see cref="MaxDepth"/> deep, so no input exhausts the stack.
/// </summary>
internal sealed class ExpressionParser
{
    public const int MaxLength = 2000;
    public const int MaxDepth = 50;

    private readonly string _source;
    private readonly IReadOnlyDictionary<string, QuestionName> _names;
    private readonly List<ExpressionProblem> _problems;
    private readonly List<ExpressionToken> _tokens;
    private readonly List<string> _questions = [];
    private readonly List<string> _read = [];
    private readonly List<string> _now = [];
    private int _next;
    private int _depth;

    private ExpressionParser(string source, IReadOnlyDictionary<string, QuestionName> names, List<ExpressionProblem> problems) =>
        (_source, _names, _problems, _tokens) = (source, names, problems, ExpressionLexer.Read(source));

    private ExpressionToken Token => _tokens[_next];

    /// <summary>The expression, or null with the problems (Vietnamese) noted; null without any when a named question is itself unreadable.</summary>
    public static Expression? Parse(
        string source, ExpressionType type, IReadOnlyDictionary<string, QuestionName> names, List<ExpressionProblem> problems)
    {
        if (source.Length > MaxLength)
        {
            problems.Add(new(MaxLength, $"Biểu thức dài {source.Length} ký tự, quá {MaxLength} ký tự; hãy rút gọn hoặc tách thành nhiều phần."));
            return null;
        }

        var parser = new ExpressionParser(source, names, problems);
        try
        {
            var root = parser.Or();
            if (parser.Token.Kind != TokenKind.End)
                throw parser.Unexpected();
            if (root is null || problems.Count > 0)
                return null;
            if (root.Type == type)
                return new Expression(source, root, parser._questions, parser._read, parser._now);
            problems.Add(new(
                0,
                $"Biểu thức “{source}” cho kết quả là {TypeName(root.Type)}, ở đây cần {TypeName(type)}; hãy sửa biểu thức{(type == ExpressionType.Boolean ? ", ví dụ thêm phép so sánh" : "")}."));
        }
        catch (SyntaxException e)
        {
            problems.Add(new(e.At, e.Message));
        }

        return null;
    }

    private static string TypeName(ExpressionType type) => type switch
    {
        ExpressionType.Number => "số",
        ExpressionType.Boolean => "điều kiện đúng/sai",
        _ => "văn bản",
    };

    // A null node stands for something already complained about (or unreadable): it fits everywhere and makes the whole null.
    private Node? Or()
    {
        var left = And();
        while (TakeWord("or"))
            left = Logical(Taken, either: true, left, And());
        return left;
    }

    private Node? And()
    {
        var left = NotOrComparison();
        while (TakeWord("and"))
            left = Logical(Taken, either: false, left, NotOrComparison());
        return left;
    }

    private Node? Logical(ExpressionToken word, bool either, Node? left, Node? right)
    {
        var (a, b) = (As<BooleanNode>(left, word), As<BooleanNode>(right, word));
        return a is null || b is null ? null : new Both(either, a, b);
    }

    private Node? NotOrComparison()
    {
        if (!TakeWord("not"))
            return Comparison();
        var word = Taken;
        Enter();
        var operand = As<BooleanNode>(NotOrComparison(), word);
        _depth--;
        return operand is null ? null : new Not(operand);
    }

    private Node? Comparison()
    {
        var left = Sum();
        if (!IsComparison(Token))
            return left;
        var sign = Take();
        var right = Sum();
        if (IsComparison(Token))
            throw new SyntaxException(Token.Position, $"{Where(Token)}: các phép so sánh không nối tiếp nhau được; hãy nối bằng and, ví dụ A < B and B < C.");
        return Compare(sign, left, right);
    }

    private Node? Compare(ExpressionToken token, Node? left, Node? right)
    {
        var sign = token.Text;
        if (left is null || right is null)
            return null;
        if (sign is "=" or "!=")
        {
            if (left is BooleanNode a && right is BooleanNode b)
                return new BooleanEquality(sign == "=", a, b);
            if (left is TextNode c && right is TextNode d)
                return KnowsOption(token, c, d) & KnowsOption(token, d, c) ? new TextEquality(sign == "=", c, d) : null;
        }

        if (left is NumberNode e && right is NumberNode f)
            return new NumberComparison(sign, e, f);
        Note(
            token,
            left.Type == right.Type
                ? $"Biểu thức “{_source}”: phép “{sign}” chỉ so sánh hai số, không so sánh {TypeName(left.Type)}."
                : $"Biểu thức “{_source}”: phép “{sign}” so sánh {TypeName(left.Type)} với {TypeName(right.Type)}; hai vế phải cùng loại.");
        return null;
    }

    private bool KnowsOption(ExpressionToken sign, TextNode side, TextNode other)
    {
        if (side is not ChoiceName choice || other is not TextLiteral literal)
            return true;
        literal.Option = choice.Question.FindOption(literal.Literal);
        if (literal.Option is not null)
            return true;
        NoSuchOption(sign, choice.Question, literal.Literal);
        return false;
    }

    private void NoSuchOption(ExpressionToken at, QuestionName question, string option) => Note(
        at,
        $"Biểu thức “{_source}”: câu hỏi {question.Code} không có phương án “{option}”; các phương án là {string.Join(", ", question.Options.Select(known => known.Code))}.");

    private Node? Sum()
    {
        var left = Product();
        while (Token is { Kind: TokenKind.Sign, Text: "+" or "-" })
            left = Arithmetic(Take(), left, Product());
        return left;
    }

    private Node? Product()
    {
        var left = Signed();
        while (Token is { Kind: TokenKind.Sign, Text: "*" or "/" })
            left = Arithmetic(Take(), left, Signed());
        return left;
    }

    private Node? Arithmetic(ExpressionToken sign, Node? left, Node? right)
    {
        var (a, b) = (As<NumberNode>(left, sign), As<NumberNode>(right, sign));
        return a is null || b is null ? null : new Arithmetic(sign.Text[0], a, b);
    }

    private Node? Signed()
    {
        if (Token is not { Kind: TokenKind.Sign, Text: "-" })
            return Primary();
        var sign = Take();
        Enter();
        var operand = As<NumberNode>(Signed(), sign);
        _depth--;
        return operand is null ? null : new Negation(operand);
    }

    private Node? Primary()
    {
        var token = Token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                if (Rational.TryParse(token.Text, out var number))
                    return new NumberLiteral(number);
                Note(token, $"{Where(token)}: số quá dài; chỉ nhận số có không quá {Rational.MaxDigits} chữ số.");
                return null;
            case TokenKind.Text:
                Take();
                return new TextLiteral(token.Text[1..^1]);
            case TokenKind.Name:
                Take();
                return Name(token);
            case TokenKind.Word when token.Text is "true" or "false":
                Take();
                return new BooleanLiteral(token.Text == "true");
            case TokenKind.Word when token.Text is "count" or "has" or "answered" or "previous" or "min" or "max" or "abs":
                return Function();
            case TokenKind.Sign when token.Text == "(":
                Take();
                Enter();
                var inner = Or();
                Expect(")");
                _depth--;
                return inner;
            default:
                throw Unexpected();
        }
    }

    private Node? Name(ExpressionToken token)
    {
        if (Find(token, read: true, now: true) is not { Type: { } type } question)
            return null;
        if (type is QuestionType.Integer or QuestionType.Decimal)
            return new NumberName(question);
        if (type == QuestionType.YesNo)
            return new YesNoName(question);
        if (type == QuestionType.Choice)
            return new ChoiceName(question);
        Note(token, $"{Where(token)}: câu hỏi {token.Text} không phải là số, có/không hay chọn một; chỉ dùng được trong {FunctionsFor(type)}.");
        return null;
    }

    private static string FunctionsFor(QuestionType type) => type switch
    {
        QuestionType.Multi => "count(), has() hoặc answered()",
        QuestionType.Rows => "count() hoặc answered()",
        _ => "answered()",
    };

    private Node? Function()
    {
        var token = Take();
        var word = token.Text;
        Enter();
        Expect("(");
        var result = word switch
        {
            "count" => Of(word, read: true, type => type is QuestionType.Multi or QuestionType.Rows, "chọn nhiều hoặc bảng dòng", question => new CountOf(question)),
            "answered" => Of(word, read: false, _ => true, "", question => new IsAnswered(question)),
            "previous" => Of(word, read: true, type => type is QuestionType.Integer or QuestionType.Decimal, "số", question => new PreviousNumber(question)),
            "has" => Has(),
            "abs" => As<NumberNode>(Or(), token) is { } operand ? new AbsoluteValue(operand) : null,
            _ => ExtremeOf(token),
        };
        Expect(")");
        _depth--;
        return result;
    }

    private Node? ExtremeOf(ExpressionToken word)
    {
        var left = As<NumberNode>(Or(), word);
        Expect(",");
        var right = As<NumberNode>(Or(), word);
        return left is null || right is null ? null : new Extreme(word.Text == "max", left, right);
    }

    private Node? Has()
    {
        var question = QuestionFor("has", read: true, type => type == QuestionType.Multi, "chọn nhiều");
        Expect(",");
        if (Token.Kind != TokenKind.Text)
            throw Unexpected();
        var token = Take();
        var option = token.Text[1..^1];
        if (question is null)
            return null;
        if (question.FindOption(option) is not null)
            return new HasOption(question, option);
        NoSuchOption(token, question, option);
        return null;
    }

    private Node? Of(string word, bool read, Func<QuestionType, bool> fits, string needed, Func<QuestionName, Node> node) =>
        QuestionFor(word, read, fits, needed) is { } question ? node(question) : null;

    private QuestionName? QuestionFor(string word, bool read, Func<QuestionType, bool> fits, string needed)
    {
        if (Token.Kind != TokenKind.Name)
            throw Unexpected();
        var token = Take();
        if (Find(token, read, now: word != "previous") is not { Type: { } type } question)
            return null;
        if (fits(type))
            return question;
        Note(token, $"{Where(token)}: {word}() chỉ dùng cho câu hỏi loại {needed}; {token.Text} không thuộc loại đó.");
        return null;
    }

    private QuestionName? Find(ExpressionToken token, bool read, bool now)
    {
        if (!_questions.Contains(token.Text))
            _questions.Add(token.Text);
        if (read && !_read.Contains(token.Text))
            _read.Add(token.Text);
        if (now && !_now.Contains(token.Text))
            _now.Add(token.Text);
        if (_names.TryGetValue(token.Text, out var question))
            return question;
        Note(token, $"{Where(token)}: không có câu hỏi mã {token.Text}; hãy sửa mã hoặc thêm câu hỏi.");
        return null;
    }

    private T? As<T>(Node? node, ExpressionToken operation)
        where T : Node
    {
        if (node is null or T)
            return node as T;
        var needed = typeof(T) == typeof(NumberNode) ? ExpressionType.Number : ExpressionType.Boolean;
        Note(operation, $"Biểu thức “{_source}”: “{operation.Text}” cần {TypeName(needed)}, nhưng “{node.Words()}” là {TypeName(node.Type)}.");
        return null;
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw new SyntaxException(Token.Position, $"Biểu thức lồng nhau quá {MaxDepth} cấp; hãy bớt ngoặc hoặc tách thành nhiều phần.");
    }

    private bool TakeWord(string word)
    {
        if (Token.Kind != TokenKind.Word || Token.Text != word)
            return false;
        _next++;
        return true;
    }

    private ExpressionToken Taken => _tokens[_next - 1];

    private ExpressionToken Take() => _tokens[_next++];

    private void Expect(string sign)
    {
        if (Token.Kind != TokenKind.Sign || Token.Text != sign)
            throw new SyntaxException(Token.Position, $"{Where(Token)}: thiếu dấu “{sign}”{(Token.Kind == TokenKind.End ? "" : $" trước “{Token.Text}”")}; hãy bổ sung.");
        _next++;
    }

    private SyntaxException Unexpected() => new(Token.Position, Token.Kind == TokenKind.End
        ? $"{Where(Token)}: biểu thức chưa hết ý, còn thiếu một số, mã câu hỏi hoặc điều kiện ở cuối."
        : $"{Where(Token)}: không hiểu “{Token.Text}” ở chỗ này; hãy xem lại phép tính, tên hàm và mã câu hỏi (từ khóa viết thường, mã câu hỏi viết hoa).");

    private string Where(ExpressionToken token) => $"Biểu thức “{_source}”, vị trí {token.Position + 1}";

    private static bool IsComparison(ExpressionToken token) => token is { Kind: TokenKind.Sign, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" };

    private void Note(ExpressionToken at, string message) => _problems.Add(new(at.Position, message));

    private sealed class SyntaxException(int at, string message) : Exception(message)
    {
        public int At => at;
    }
}
