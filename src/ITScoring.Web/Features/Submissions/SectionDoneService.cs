using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Declares sections done and takes that back.</summary>
public sealed class SectionDoneService(AppDbContext db, CurrentUser user, AuditLog audit, FormState forms, TimeProvider clock)
{
    /// <param name="form">Tracked.</param>
    /// <param name="shown">Content of the section as the page showed it: nobody declares done what somebody else has changed meanwhile.</param>
    public async Task<Outcome> DeclareAsync(OwnForm form, Section section, string? shown, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var content = state.ContentOf(form, section);
        await LoadAsync(form, section, cancel);
        var unanswered = SectionRow.Required(form, state, section).Count(q => !state.Values.ContainsKey(q.Code));
        var outcome = form.Submission.DeclareDone(form.Period, user.Actor, section, unanswered, content, clock.UtcNow());
        if (outcome.Ok && shown != content)
            outcome = Outcome.WrongState($"Phần {section.Code} vừa có người thay đổi sau khi anh/chị mở trang. Xem lại phần này rồi đánh dấu.");
        return await SaveAsync(form, section, outcome, "section.done", cancel);
    }

    /// <param name="form">Tracked.</param>
    public async Task<Outcome> WithdrawAsync(OwnForm form, Section section, CancellationToken cancel = default)
    {
        await LoadAsync(form, section, cancel);
        return await SaveAsync(form, section, form.Submission.WithdrawDone(form.Period, user.Actor, section), "section.not-done", cancel);
    }

    /// <summary>Codes of the sections of a form that were declared done and have not changed since.</summary>
    /// <param name="submissionId">The form.</param>
    public async Task<IReadOnlySet<string>> StandingAsync(int submissionId, CriteriaSet set, CancellationToken cancel = default)
    {
        var done = await db.SectionsDone.AsNoTracking().Where(d => d.SubmissionId == submissionId).ToListAsync(cancel);
        if (done.Count == 0)
            return new HashSet<string>();
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submissionId).ToListAsync(cancel);
        var evidence = await db.CurrentEvidenceAsync(submissionId, cancel);
        return done.Where(d => d.Stands(SectionContent.Sha256(set, d.SectionCode, answers, evidence))).Select(d => d.SectionCode).ToHashSet();
    }

    private Task LoadAsync(OwnForm form, Section section, CancellationToken cancel) =>
        db.SectionsDone.Where(d => d.SubmissionId == form.Submission.Id && d.SectionCode == section.Code).LoadAsync(cancel);

    private async Task<Outcome> SaveAsync(OwnForm form, Section section, Outcome outcome, string action, CancellationToken cancel)
    {
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        audit.Record(action, section.Code, null, null, null, form.Period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
