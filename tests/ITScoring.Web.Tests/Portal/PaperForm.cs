using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Commands;

namespace ITScoring.Web.Tests.Portal;

/// <summary>An agency's answers on paper, in the cohort's form, and the requests by which an editor enters them into the site.</summary>
internal sealed partial class PaperForm(JsonObject answers)
{
    private static readonly JsonObject Set = JsonNode.Parse(File.ReadAllText(CommandRun.Format("qb-2018.json")))!.AsObject();

    private static IEnumerable<JsonObject> Questions => Set["questions"]!.AsArray().Select(q => q!.AsObject());

    public JsonObject Answers { get; } = answers;

    /// <summary>The answers of an agency of the format's vectors, to be changed at will.</summary>
    public static PaperForm Of(string agency) => new(Agency(agency)["answers"]!.DeepClone().AsObject());

    /// <summary>The same without any claim that a document would have to prove: the least that such a form may say.</summary>
    public PaperForm WithoutClaims()
    {
        foreach (var question in Claimed().ToList())
        {
            Answers[(string)question["code"]!] = (string)question["type"]! switch
            {
                "integer" or "decimal" => 0,
                "yesNo" => false,
                "choice" => (string)question["options"]!.AsArray()[^1]!["code"]!,
                _ => new JsonArray(),
            };
        }

        // What hangs on them: no signed documents without a certificate, no tasks without a plan, no cases in software that is not used.
        foreach (var code in new[] { "U04", "U08", "U15", "C02" })
            Answers[code] = 0;
        Answers.Remove("H13");
        return this;
    }

    public static JsonObject Previous(string agency) => Agency(agency)["previous"]!.DeepClone().AsObject();

    /// <summary>Enters every section that has answers of the agency, as its page would send it.</summary>
    /// <param name="form">Address of the form, e.g. <c>/submissions/2018/stc</c>.</param>
    public async Task FillAsync(PortalClient browser, string form, params string[] sections)
    {
        foreach (var section in Set["sections"]!.AsArray().Select(s => (string)s!["code"]!).Where(s => sections.Length == 0 || sections.Contains(s)))
        {
            var page = await browser.GetAsync($"{form}/sections/{section}");
            var fields = page.All("main form input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
                .Concat(Questions.Where(q => (string)q["section"]! == section && ((string?)q["filledBy"] ?? "agency") == "agency").SelectMany(Fields));
            await PostAsync(browser, page.Path, fields);
        }
    }

    /// <summary>One document proves every claim that needs one.</summary>
    public async Task ProveAsync(PortalClient browser, string form, string number, string date)
    {
        var claims = Claimed().Select(q => (string)q["code"]!).ToList();
        var page = await (await browser.GetAsync($"{form}/questions/{claims[0]}/evidence")).Fill("Số, ký hiệu", number).Fill("Ngày ban hành", date).Fill("Cơ quan ban hành", "Cơ quan").Fill("Trích yếu", "Báo cáo số liệu").PressAsync("Thêm văn bản");
        Assert.Contains(number, page.Text);
        page = await browser.GetAsync($"{form}/questions/{claims[1]}/evidence");
        var id = EvidenceId().Match(page.One("form[action$='/use']").GetAttribute("action")!).Groups[1].Value;
        var token = new KeyValuePair<string, string>("__RequestVerificationToken", page.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!);
        foreach (var code in claims.Skip(1))
            await PostAsync(browser, $"{form}/questions/{code}/evidence/{id}/use", [token]);
    }

    /// <summary>Writes the same note to every warning and puts the form before the head.</summary>
    public static async Task PresentAsync(PortalClient browser, string form)
    {
        var page = await browser.GetAsync($"{form}/check");
        foreach (var note in page.All("textarea[name^=note-]"))
            page.Fill(note.GetAttribute("name")!, "Cơ quan đã kiểm tra lại.");
        var presented = await page.PressAsync("Trình thủ trưởng ký nộp");
        Assert.True(presented.Path == form, $"Not presented:\n{presented}");
    }

    public static async Task SignAsync(PortalClient browser, string form)
    {
        var receipt = await (await browser.GetAsync($"{form}/sign-off")).Fill("declaration", "true").PressAsync("Ký nộp phiếu");
        Assert.True(receipt.Path == $"{form}/receipt", $"Not submitted:\n{receipt}");
    }

    private static JsonObject Agency(string code) =>
        JsonNode.Parse(File.ReadAllText(CommandRun.Format("vectors", "qb-2018-cohort", "cohort.json")))!["agencies"]!.AsArray().Single(a => (string)a!["code"]! == code)!.AsObject();

    private IEnumerable<JsonObject> Claimed() =>
        Questions.Where(q => (string?)q["evidence"] == "required" && ((string?)q["filledBy"] ?? "agency") == "agency" && Claims(q, Answers[(string)q["code"]!]));

    private IEnumerable<KeyValuePair<string, string>> Fields(JsonObject question)
    {
        var (code, answer) = ((string)question["code"]!, Answers[(string)question["code"]!]);
        return (string)question["type"]! switch
        {
            _ when answer is null => [],
            "multi" => answer.AsArray().Count == 0 ? [new(code, "-none")] : answer.AsArray().Select(o => new KeyValuePair<string, string>(code, (string)o!)),
            "rows" => answer.AsArray().Count == 0 ? [new(code, "-none")] : answer.AsArray().SelectMany((row, i) => row!.AsObject().Select(cell => new KeyValuePair<string, string>($"{code}[{i}].{cell.Key}", cell.Value!.ToString()))),
            // As people type a decimal.
            "decimal" => [new(code, answer.ToString().Replace('.', ','))],
            _ => [new(code, answer.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? answer.ToString().ToLowerInvariant() : answer.ToString())],
        };
    }

    private static bool Claims(JsonObject question, JsonNode? answer) => answer?.GetValueKind() switch
    {
        null => false,
        JsonValueKind.Number => answer.ToString() != "0",
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => answer.AsArray().Count > 0,
        _ => (string)question["type"]! != "choice" || (string)answer! != (string)question["options"]!.AsArray()[^1]!["code"]!,
    };

    private static async Task PostAsync(PortalClient browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await browser.Http.PostAsync(path, new FormUrlEncodedContent(fields));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"POST {path}: {(int)response.StatusCode}\n{await response.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex(@"/(\d+)/use$")]
    private static partial Regex EvidenceId();
}
