using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Demo;

/// <summary>The acts on one form that both demonstration periods play.</summary>
/// <param name="asAsync">Runs an act as the account of a name, as <see cref="DemoStage.AsAsync"/> does.</param>
public sealed class DemoForms(Func<string, Func<IServiceProvider, Task>, Task> asAsync, string period)
{
    /// <summary>Enters answers as the agency's contributor, section by section.</summary>
    public Task FillAsync(string agency, IReadOnlyDictionary<string, AnswerValue> answers, IReadOnlySet<string>? sections = null) => asAsync(User(agency, "nhaplieu"), async services =>
    {
        var form = await FormAsync(services, agency);
        foreach (var section in form.Set.Sections.Where(s => sections?.Contains(s.Code) != false))
        {
            var posted = form.Set.QuestionsIn(section.Code)
                .Where(q => q.FilledBy == FilledBy.Agency && answers.ContainsKey(q.Code))
                .Select(q => new PostedAnswer(q, AnswerInput.Of(answers[q.Code]), null, null, null)).ToList();
            var save = await services.GetRequiredService<SectionService>().SaveAsync(form, posted);
            DemoStage.Require(save.Refusal, $"{agency} fills {section.Code}");
        }
    });

    /// <summary>Mends one returned answer, and nothing else.</summary>
    public Task FillReturnedAsync(string agency, string question, AnswerValue value) => asAsync(User(agency, "daumoi"), async services =>
    {
        var form = await FormAsync(services, agency);
        var save = await services.GetRequiredService<SectionService>().SaveAsync(form, [new PostedAnswer(form.Set.FindQuestion(question)!, AnswerInput.Of(value), "Đã kiểm tra lại theo biên bản.", null, null)]);
        DemoStage.Require(save.Refusal, $"{agency} mends {question}");
    });

    /// <summary>Cites a document for every claim that needs one; one document serves several questions of a section.</summary>
    /// <param name="issued">Day of the documents, within the data window.</param>
    public Task ProveAsync(string agency, DateOnly issued, IReadOnlySet<string>? sections = null) => asAsync(User(agency, "daumoi"), async services =>
    {
        var form = await FormAsync(services, agency);
        var service = services.GetRequiredService<EvidenceService>();
        var state = await services.GetRequiredService<FormState>().OfAsync(form);
        var missing = state.Findings.All.Where(f => f.Kind == FindingKind.EvidenceMissing).SelectMany(f => f.Questions).Distinct()
            .Select(c => form.Set.FindQuestion(c)!).Where(q => sections?.Contains(q.Section) != false).GroupBy(q => q.Section);
        var number = 100 + form.Agency.Order * 7;
        foreach (var section in missing)
        {
            number += 3;
            var questions = section.ToList();
            if (section.Key == "W")
            {
                foreach (var question in questions)
                    DemoStage.Require(await service.LinkAsync(form, question, $"https://{form.Agency.Code.ToLowerInvariant()}.example.invalid/{question.Code.ToLowerInvariant()}", $"Trang {question.Code} (minh họa)"), $"{agency} links {question.Code}");
                continue;
            }

            var name = form.Set.Sections.First(s => s.Code == section.Key).Name;
            DemoStage.Require(
                await service.CiteAsync(form, questions[0], $"{number}/BC-{form.Agency.Code}", issued, form.Agency.Name, $"Báo cáo số liệu {char.ToLowerInvariant(name[0])}{name[1..]} năm {issued.Year}"),
                $"{agency} cites {questions[0].Code}");
            var document = (await services.GetRequiredService<FormState>().OfAsync(form)).Evidence[^1].Id;
            foreach (var question in questions.Skip(1))
                DemoStage.Require((await service.ReuseAsync(form, question, document))!, $"{agency} reuses {question.Code}");
        }
    });

    public Task PresentAsync(string agency) => asAsync(User(agency, "daumoi"), async services =>
    {
        var form = await FormAsync(services, agency);
        var state = await services.GetRequiredService<FormState>().OfAsync(form);
        var notes = state.Findings.All.Where(f => f.Level == CheckLevel.Warning).ToDictionary(f => f.Code, f => (string?)"Cơ quan đã kiểm tra lại, số liệu đúng theo báo cáo của các phòng, đơn vị.");
        var outcome = await services.GetRequiredService<SubmissionService>().PresentAsync(form, notes);
        if (!outcome.Ok)
            throw new InvalidOperationException($"{agency} cannot present: {string.Join(" ", state.Findings.All.Where(f => f.Level == CheckLevel.Error).Select(f => f.Message))}");
    });

    public Task SubmitAsync(string agency) => asAsync(User(agency, "thutruong"), async services =>
        DemoStage.Require(await services.GetRequiredService<SubmissionService>().SubmitAsync(await FormAsync(services, agency)), $"{agency} submits"));

    /// <summary>Adjusts what the reviewer found otherwise, fills the reviewer's own questions, agrees to the rest.</summary>
    /// <param name="found">Values as they must be after the review.</param>
    /// <param name="reasons">By question: why the value differs from the declared one.</param>
    public Task JudgeAsync(string reviewer, string agency, IReadOnlyDictionary<string, AnswerValue> found, IReadOnlyDictionary<string, string> reasons) => asAsync(reviewer, async services =>
    {
        var service = services.GetRequiredService<ReviewService>();
        var form = await ReviewFormAsync(services, agency);
        var mine = form.Set.Questions.Where(q => q.FilledBy == FilledBy.Inspector && found.ContainsKey(q.Code)).Select(q => q.Code).ToHashSet();
        foreach (var criterion in form.Set.Criteria)
        {
            var values = form.Set.QuestionsOf(criterion)
                .Where(q => (mine.Contains(q.Code) || reasons.ContainsKey(q.Code)) && form.Review.AnswerTo(q.Code)?.ValueAt(AnswerStage.Verified) != found.GetValueOrDefault(q.Code)?.ToJson())
                .Select(q => new ValueAdjustment(q.Code, found.GetValueOrDefault(q.Code)?.ToJson())).ToList();
            if (values.Count > 0)
                DemoStage.Require(await service.AdjustAsync(form, criterion, values, values.Select(v => reasons.GetValueOrDefault(v.QuestionCode)).FirstOrDefault(r => r is not null)), $"{reviewer} adjusts {criterion.Code} of {agency}");
        }

        var applicable = await service.ApplicableAsync(form);
        var undecided = form.Review.Undecided(applicable).Select(c => form.Set.FindCriterion(c)!).ToList();
        DemoStage.Require(await service.AgreeAllAsync(form, undecided), $"{reviewer} agrees for {agency}");
    });

    public Task FinishAsync(string reviewer, string agency) => asAsync(reviewer, async services =>
        DemoStage.Require(await services.GetRequiredService<ReviewService>().FinishAsync(await ReviewFormAsync(services, agency)), $"{reviewer} finishes {agency}"));

    public async Task<OwnForm> FormAsync(IServiceProvider services, string agency) =>
        await services.GetRequiredService<OwnForms>().FindAsync(period, agency) ?? throw new InvalidOperationException($"{agency} has no form in {period}.");

    public async Task<ReviewForm> ReviewFormAsync(IServiceProvider services, string agency) =>
        await services.GetRequiredService<ReviewForms>().FindAsync(period, agency) ?? throw new InvalidOperationException($"The form of {agency} in {period} is not assigned.");

    public static string User(string agency, string part) => $"{agency.ToLowerInvariant()}.{part}";
}
