using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Json;

namespace ITScoring.Domain.Scoring;

/// <summary>Reads agencies with their answers, of a cohort or of an example.</summary>
/// <param name="set">Code of the set.</param>
/// <param name="find">A question by its code.</param>
internal sealed class CohortAgencyReader(string set, Func<string, Question?> find)
{
    /// <summary>Those of the member <c>agencies</c>.</summary>
    /// <param name="item">Code of the item at fault; null: of the agency.</param>
    public List<CohortAgency> Read(Fields holder, string? item)
    {
        var agencies = new List<CohortAgency>();
        var codes = new HashSet<string>();
        foreach (var json in holder.Array("agencies", required: true))
        {
            if (Fields.Of(json, item ?? "", holder.Problems) is not { } fields)
                continue;
            var code = fields.Text("code", required: true);
            fields.Item = item ?? code ?? "";
            var name = fields.Text("name", mayBeEmpty: true);
            var block = fields.Text("block", required: true);
            var ranked = fields.YesNo("ranked") ?? true;
            var answers = Answers(fields, "answers");
            var previous = Answers(fields, "previous");
            fields.Done();
            if (code is not null && !codes.Add(code))
                fields.Problem(json.Find("code"), $"Cơ quan “{code}” có hai lần trong tệp; mỗi cơ quan chỉ ghi một lần.");
            agencies.Add(new CohortAgency(code ?? "", name, block ?? "", ranked, answers, previous ?? []));
        }

        return agencies;
    }

    private Dictionary<string, AnswerValue>? Answers(Fields agency, string key)
    {
        if (agency.Take(key) is not { Kind: not JsonKind.Null } json || Fields.Of(json, agency.Item, agency.Problems) is not { } fields)
            return null;
        fields.NoKeyTwice();
        var reader = new AnswerReader(agency.Problems, agency.Item);
        var answers = new Dictionary<string, AnswerValue>(json.Members.Count);
        foreach (var (code, value) in json.Members)
        {
            if (find(code) is not { } question)
                agency.Problem(value, $"Bộ tiêu chí {set} không có câu hỏi {code}; hãy sửa mã hoặc xóa câu trả lời.");
            else if (reader.Read(question, value) is { } answer)
                answers[code] = answer;
        }

        return answers;
    }
}
