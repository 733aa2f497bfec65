using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Benchmarks.Load;

/// <summary>
/// A criteria set as large as they get: the 60 criteria of QB-2018 and copies of them that ask copies of its questions. What only the first can
/// have (the system's own question, the checks) is not copied.
/// </summary>
internal static partial class WideSet
{
    public const int Criteria = 150;

    private const string Code = "DO-TAI";

    private static readonly Lazy<string> _json = new(Build);

    public static string Json => _json.Value;

    public static CriteriaSet Set => CriteriaSetFile.Read(System.Text.Encoding.UTF8.GetBytes(Json)) switch
    {
        { Value: { } set } => set,
        var wrong => throw new InvalidDataException(wrong.Problems[0].Message),
    };

    /// <summary>The same answers to the copies.</summary>
    public static Dictionary<string, AnswerValue> Answers(IReadOnlyDictionary<string, AnswerValue> answers) =>
        Suffixes().SelectMany(s => answers.Where(a => s.Length == 0 || IsCopied(a.Key)).Select(a => (Code: a.Key + s, a.Value))).ToDictionary(a => a.Code, a => a.Value);

    private static IEnumerable<string> Suffixes() => ["", "B", "C"];

    private static bool IsCopied(string question) => question != "C06" && question[0] is not 'T';

    private static string Build()
    {
        var set = JsonNode.Parse(RepositoryFiles.Read("docs", "format", "qb-2018.json"))!.AsObject();
        set["code"] = Code;
        set["title"] = "Bộ tiêu chí đo tải";
        var questions = set["questions"]!.AsArray();
        var groups = set["groups"]!.AsArray();
        var (asked, scored) = (questions.ToList(), groups.Select(g => g!["criteria"]!.AsArray().ToList()).ToList());
        var left = Criteria - scored.Sum(g => g.Count);
        foreach (var suffix in Suffixes().Skip(1))
        {
            foreach (var question in asked.Where(q => IsCopied((string)q!["code"]!)))
                questions.Add(Copied(question!, suffix));
            foreach (var (group, criteria) in groups.Zip(scored))
            {
                foreach (var criterion in criteria.Take(left))
                {
                    var copy = Copied(criterion!, suffix);
                    copy["code"] = copy["code"] + suffix;
                    group!["criteria"]!.AsArray().Add(copy);
                    left--;
                }
            }
        }

        foreach (var group in groups)
            group!["max"] = group["criteria"]!.AsArray().Sum(c => (decimal)c!["max"]!);
        set["scale"] = groups.Sum(g => (decimal)g!["max"]!);
        return set.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    /// <summary>With the codes of the questions that it names changed.</summary>
    private static JsonNode Copied(JsonNode node, string suffix) =>
        JsonNode.Parse(QuestionCode().Replace(node.ToJsonString(), m => IsCopied(m.Value) ? m.Value + suffix : m.Value))!;

    [GeneratedRegex(@"\b[A-Z]\d{2}\b")]
    private static partial Regex QuestionCode();
}
