using System.Text.Json;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>One answer saved by the script of the section page.</summary>
public sealed class AnswersTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task An_answer_is_stored_and_the_reply_tells_version_fingerprint_and_time()
    {
        var survey = await Survey.OpenAsync(portal);
        var open = await FieldAsync(survey, "A01");

        var (status, reply) = await open.SaveAsync("120");

        Assert.Equal((200, "saved", 1, "09:00"), (status, State(reply), reply.GetProperty("version").GetInt32(), reply.GetProperty("time").GetString()));
        Assert.Equal("120", await survey.ValueAsync("A01"));
        var page = await survey.SectionAsync();
        Assert.Equal(page.One("input[name=o-A01]").GetAttribute("value"), reply.GetProperty("shown").GetString());
        Assert.Equal("1", page.One("input[name=v-A01]").GetAttribute("value"));
    }

    [Fact]
    public async Task Each_save_is_one_change_with_one_audit_row_and_the_same_again_is_none()
    {
        var survey = await Survey.OpenAsync(portal);
        var open = await FieldAsync(survey, "A01");
        await open.SaveAsync("120");

        var (status, reply) = await open.SaveAsync("120");
        Assert.Equal((200, "saved", 1), (status, State(reply), reply.GetProperty("version").GetInt32()));
        await open.Based(reply).SaveAsync("130");

        var answer = (await survey.AnswerAsync("A01"))!;
        Assert.Equal(("130", 2), (answer.DeclaredJson, answer.Version));
        Assert.Equal(2, await portal.ReadAsync(db => db.AnswerChanges.CountAsync(c => c.AnswerId == answer.Id)));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "answer.declare" && a.Subject == "A01" && db.Periods.Any(p => p.Id == a.PeriodId && p.Code == survey.Code))));
    }

    [Theory]
    [InlineData("A01", "một trăm")]
    [InlineData("A01", "1.5")]
    [InlineData("A10", "31/02/2026")]
    public async Task What_cannot_be_read_is_refused_with_the_reason_and_nothing_changes(string code, string typed)
    {
        var survey = await Survey.OpenAsync(portal);

        var (status, reply) = await (await FieldAsync(survey, code)).SaveAsync(typed);

        Assert.Equal((422, "invalid"), (status, State(reply)));
        Assert.NotEqual("", reply.GetProperty("text").GetString());
        Assert.Null(await survey.AnswerAsync(code));
    }

    [Fact]
    public async Task The_same_field_of_two_people_tells_the_second_what_stands_there_and_the_choice_stores()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await FieldAsync(survey, "A01"), await FieldAsync(survey, "A01", "stc.nhaplieu"));
        await one.SaveAsync("120");

        var (status, reply) = await two.SaveAsync("125");

        Assert.Equal((409, "conflict", 1), (status, State(reply), reply.GetProperty("version").GetInt32()));
        Assert.Contains("đã lưu “120 người” lúc 20/10/2026 09:00.", reply.GetProperty("text").GetString());
        Assert.Equal("120", await survey.ValueAsync("A01"));

        var (stored, _) = await (two with { Version = "1" }).SaveAsync("125");
        Assert.Equal((200, "125"), (stored, await survey.ValueAsync("A01")));
    }

    [Fact]
    public async Task Different_fields_never_disturb_each_other()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await FieldAsync(survey, "A01"), await FieldAsync(survey, "A02", "stc.nhaplieu"));
        for (var i = 1; i <= 5; i++)
        {
            var saved = await Task.WhenAll(one.SaveAsync($"{100 + i}"), two.SaveAsync($"{50 + i}"));
            Assert.All(saved, s => Assert.Equal(200, s.Status));
            (one, two) = (one.Based(saved[0].Data), two.Based(saved[1].Data));
        }

        Assert.Equal(("105", "55"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02")));
    }

    [Fact]
    public async Task A_save_that_comes_after_the_form_was_presented_is_refused_with_the_state()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var open = await FieldAsync(survey, "A01", "stc.nhaplieu");
        await survey.PresentAsync();

        var (status, reply) = await open.SaveAsync("119");

        Assert.Equal((409, "refused"), (status, State(reply)));
        Assert.Contains("phiếu ở trạng thái “Chờ thủ trưởng duyệt”", reply.GetProperty("text").GetString());
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task Saves_that_race_the_presenting_are_stored_before_it_or_refused()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var open = await FieldAsync(survey, "A03", "stc.nhaplieu");
        var saves = Task.Run(async () =>
        {
            var acknowledged = "240.5";
            for (var i = 0; i < 20; i++)
            {
                var (status, reply) = await open.SaveAsync($"{250 + i}");
                if (status != 200)
                {
                    Assert.Equal((409, "refused"), (status, State(reply)));
                    return acknowledged;
                }

                acknowledged = $"{250 + i}";
                open = open.Based(reply);
            }

            return acknowledged;
        });
        for (var i = 0; i < 20; i++)
        {
            try
            {
                await survey.PresentAsync();
                break;
            }
            catch (DbUpdateConcurrencyException)
            {
                // A save was faster.
            }
        }

        Assert.Equal(await saves, await survey.ValueAsync("A03"));
    }

    [Theory]
    [InlineData("B04")]
    [InlineData("B05")]
    [InlineData("Z99")]
    public async Task Questions_that_are_not_the_agencys_are_not_found(string code)
    {
        var survey = await Survey.OpenAsync(portal);
        Assert.Equal(404, (await (await FieldAsync(survey, "A01") with { Code = code }).SaveAsync("1")).Status);
    }

    [Fact]
    public async Task The_form_of_another_agency_is_not_found_and_a_head_may_not_save()
    {
        var survey = await Survey.OpenAsync(portal);
        Assert.Equal(404, (await (await FieldAsync(survey, "A01") with { Agency = "sct" }).SaveAsync("1")).Status);
        Assert.Equal(403, (await (await FieldAsync(survey, "A01", "stc.thutruong")).SaveAsync("1")).Status);
    }

    [Fact]
    public async Task Without_a_session_the_script_gets_401_and_without_a_token_400()
    {
        var survey = await Survey.OpenAsync(portal);
        using var stranger = portal.Browser();
        var open = (await FieldAsync(survey, "A01")) with { Browser = stranger };
        Assert.Equal(401, (await open.SaveAsync("1")).Status);

        using var request = new HttpRequestMessage(HttpMethod.Post, survey.Path("questions/A01/answer"));
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        Assert.Equal(400, (int)(await (await portal.BrowserOfAsync("stc.daumoi")).Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Unticking_the_last_box_takes_the_answer_back_and_the_note_is_saved_with_the_field()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A05", "\"a\""), ("A06", "[\"a\"]"));
        var open = await FieldAsync(survey, "A06");

        var (status, reply) = await open.SaveAsync("", ("note-A06", "Đã ngừng sao lưu"));

        Assert.Equal((200, "saved"), (status, State(reply)));
        var answer = (await survey.AnswerAsync("A06"))!;
        Assert.Equal((null, "Đã ngừng sao lưu"), (answer.DeclaredJson, answer.Note));
    }

    [Fact]
    public async Task A_reply_is_small()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.SectionAsync();
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        using var content = new FormUrlEncodedContent(
        [
            new("v-A01", "0"), new("o-A01", page.One("input[name=o-A01]").GetAttribute("value")!), new("A01", "120"), new("note-A01", ""),
            new("__RequestVerificationToken", page.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!),
        ]);
        using var response = await browser.Http.PostAsync(survey.Path("questions/A01/answer"), content);

        var sent = (await content.ReadAsByteArrayAsync()).Length;
        var received = response.Headers.Concat(response.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4) + (await response.Content.ReadAsByteArrayAsync()).Length;
        Assert.True(sent + received < 2048, $"A save sends {sent} bytes and gets {received}.");
    }

    private static string State(JsonElement reply) => reply.GetProperty("state").GetString()!;

    private async Task<Field> FieldAsync(Survey survey, string code, string userName = "stc.daumoi")
    {
        var page = await survey.SectionAsync("A", userName);
        return new Field(page, await portal.BrowserOfAsync(userName), survey, code, page.Document.QuerySelector($"input[name=v-{code}]")?.GetAttribute("value") ?? "0", page.Document.QuerySelector($"input[name=o-{code}]")?.GetAttribute("value") ?? "");
    }

    /// <summary>A field on an open page, with the version and fingerprint that the page shows.</summary>
    private sealed record Field(PortalPage Page, PortalClient Browser, Survey Survey, string Code, string Version, string Shown)
    {
        public string Agency { get; init; } = "stc";

        public Field Based(JsonElement reply) => this with { Version = reply.GetProperty("version").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), Shown = reply.GetProperty("shown").GetString()! };

        public Task<(int Status, JsonElement Data)> SaveAsync(string value, params (string, string)[] more) =>
            Page.PostByScriptAsync(Browser, Survey.Path($"questions/{Code}/answer", Agency), [("v-" + Code, Version), ("o-" + Code, Shown), (Code, value), .. more]);
    }
}
