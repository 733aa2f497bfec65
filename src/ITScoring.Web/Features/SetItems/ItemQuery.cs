using System.Text.Json.Nodes;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.Presence;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetItems;

/// <summary>Reads what the page of an item shows beside its fields.</summary>
public sealed class ItemQuery(AppDbContext db, CurrentUser user, PresenceBoard board)
{
    private const int LatestChanges = 8;

    /// <param name="samples">Typed sample answers by question code.</param>
    public async Task<ItemPage> PageAsync(WorkedSet set, SetItem item, JsonObject json, int version, IReadOnlyDictionary<string, string> samples, CancellationToken cancel = default)
    {
        var lines = LinesOf(set);
        var page = new ItemPage(set, item, json, version, lines) { MayEdit = set.IsDraft && user.Can(Permission.ManageCriteriaSets) };
        var expressions = ExpressionsOf(item.Kind, json);
        var empty = new Dictionary<string, AnswerValue>();
        var named = new List<string>();
        var trials = new Dictionary<string, ExpressionTrial>();
        if (set.Set is { } usable)
        {
            named.AddRange(expressions.SelectMany(e => ExpressionTrial.Of(usable, e.Source, e.Type, empty, empty).Questions));
            if (set.CriterionOf(item) is { } criterion)
                named.AddRange(usable.QuestionsOf(criterion).Select(q => q.Code));
            var (answers, previous, read) = Read(usable, named.Distinct(), samples, lines);
            foreach (var (field, source, type) in expressions)
                trials[field] = ExpressionTrial.Of(usable, source, type, answers, previous);
            page = page with { Trials = trials, Samples = read, Calculation = Calculate(usable, set.CriterionOf(item), answers, previous) };
        }

        var changes = await db.SetItemChanges.AsNoTracking().Where(c => c.SetKey == set.Version.Key && c.ItemKey == item.Key).OrderByDescending(c => c.Id).Take(LatestChanges)
            .Join(db.Users, c => c.UserId, u => u.Id, (c, u) => new { c.Id, c.At, u.DisplayName, c.Change }).ToListAsync(cancel);
        var comments = await db.SetComments.AsNoTracking().Where(c => c.CriteriaSetVersionId == set.Version.Id && c.ItemKey == item.Key).OrderBy(c => c.Id)
            .Join(db.Users, c => c.AuthorId, u => u.Id, (c, u) => new { Comment = c, u.DisplayName }).ToListAsync(cancel);
        var place = PresenceBoard.ItemOf(set.Version.Id, item.Key);
        if (page.MayEdit)
            board.Opened(place, user.UserId, user.DisplayName);
        return page with
        {
            OthersHere = page.MayEdit ? board.Others(place, user.UserId, "mục này") : [],
            Uses = WorkedSet.CodeOf(item) is { } code ? CodeUses.Of(set.Document.Items, item, code) : [],
            History = [.. changes.OrderByDescending(c => c.Id).Select(c => (c.At, c.DisplayName, c.Change))],
            Comments = [.. comments.Select(c => (c.Comment, c.DisplayName))],
        };
    }

    public static ExampleLines LinesOf(WorkedSet set)
    {
        var types = set.Document.Of(SetItemKind.Question).Select(q => (Code: WorkedSet.CodeOf(q), Type: WorkedSet.TextOf(q, "type"))).Where(q => q.Code is not null).DistinctBy(q => q.Code)
            .ToDictionary(q => q.Code!, q => Enum.TryParse<QuestionType>(q.Type, ignoreCase: true, out var type) ? type : (QuestionType?)null);
        return new ExampleLines(code => types.GetValueOrDefault(code));
    }

    private static List<(string Field, string Source, ExpressionType Type)> ExpressionsOf(SetItemKind kind, JsonObject json)
    {
        var found = new List<(string, string, ExpressionType)>();
        void Add(JsonNode? holder, string path, string key, ExpressionType type)
        {
            if (holder?[key] is JsonValue value && value.TryGetValue<string>(out var source) && source.Length > 0)
                found.Add(($"{path}/{key}", source, type));
        }

        void Rule(JsonNode? rule, string path)
        {
            if (rule is not JsonObject)
                return;
            Add(rule, path, "value", rule["kind"]?.ToString() == "yesNo" ? ExpressionType.Boolean : ExpressionType.Number);
            foreach (var (one, i) in (rule["cases"] as JsonArray ?? []).Select((one, i) => (one, i)))
                Add(one as JsonObject, $"{path}/cases/{i}", "when", ExpressionType.Boolean);
            foreach (var (part, i) in (rule["of"] as JsonArray ?? []).Select((part, i) => (part, i)))
                Rule(part, $"{path}/of/{i}");
        }

        switch (kind)
        {
            case SetItemKind.Question:
                Add(json, "", "min", ExpressionType.Number);
                Add(json, "", "max", ExpressionType.Number);
                Add(json, "", "askWhen", ExpressionType.Boolean);
                break;
            case SetItemKind.Check:
                Add(json, "", "assert", ExpressionType.Boolean);
                break;
            case SetItemKind.Criterion:
                Rule(json["rule"], "/rule");
                Add(json, "", "appliesWhen", ExpressionType.Boolean);
                break;
        }

        return found;
    }

    private static (Dictionary<string, AnswerValue> Answers, Dictionary<string, AnswerValue> Previous, List<(Question, string?, string?)> Samples) Read(
        CriteriaSet set, IEnumerable<string> codes, IReadOnlyDictionary<string, string> typed, ExampleLines lines)
    {
        var answers = new Dictionary<string, AnswerValue>();
        var samples = new List<(Question, string?, string?)>();
        foreach (var question in codes.Select(set.FindQuestion).OfType<Question>().Distinct())
        {
            var sample = typed.GetValueOrDefault(question.Code);
            string? problem = null;
            if (!string.IsNullOrWhiteSpace(sample))
            {
                var read = AnswerJson.Read(question, lines.Json(question.Code, sample));
                problem = read.Ok ? null : read.Problems[0].Message;
                if (read.Value is { } value)
                    answers[question.Code] = value;
            }

            samples.Add((question, sample, problem));
        }

        return (answers, [], samples);
    }

    private static Calculation? Calculate(CriteriaSet set, Criterion? criterion, IReadOnlyDictionary<string, AnswerValue> answers, IReadOnlyDictionary<string, AnswerValue> previous) => criterion is null
        ? null
        : Scorer.Score(set, new Cohort([new CohortAgency("X", null, "A", true, answers, previous)])).Sheets[0].Criterion(criterion.Code).Calculate();
}
