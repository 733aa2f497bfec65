using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Sections;

/// <summary>Says what somebody else stored where two people changed one field: which value, who and when.</summary>
public sealed class OthersValues(AppDbContext db)
{
    /// <summary>As a clause without full stop, e.g. “Trần Thị Lan đã lưu “120 người” lúc 20/10/2026 09:15”.</summary>
    /// <param name="posted">What was not stored.</param>
    /// <param name="stored">The answer as it stands.</param>
    public async Task<string> SavedAsync(OwnForm form, PostedAnswer posted, Answer stored, CancellationToken cancel)
    {
        var said = new List<string>();
        if (stored.DeclaredAt is { } declared && stored.DeclaredJson != posted.On(stored).Json)
            said.Add($"{await NameAsync(stored.DeclaredById, cancel)} đã lưu “{AnswerText.Of(posted.Question, stored.DeclaredJson)}” lúc {VietnamTime.Stamp(declared)}");
        if (stored.Note != posted.On(stored).Note)
            said.Add(await NoteAsync(form, posted.Question.Code, stored.Note, cancel));
        return string.Join("; ", said);
    }

    /// <summary>By question code: the last change of the note beside its field. Who wrote a note stands in the audit log only.</summary>
    public async Task<IReadOnlyDictionary<string, AuditEntry>> NotesAsync(OwnForm form, IReadOnlyCollection<string> questions, CancellationToken cancel)
    {
        var written = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Action == "answer.note" && e.PeriodId == form.Period.Id && e.AgencyId == form.Agency.AgencyId && questions.Contains(e.Subject)).ToListAsync(cancel);
        return written.GroupBy(e => e.Subject).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Id)!);
    }

    private async Task<string> NoteAsync(OwnForm form, string code, string? note, CancellationToken cancel)
    {
        var written = (await NotesAsync(form, [code], cancel)).GetValueOrDefault(code);
        return await NameAsync(written?.ActorId, cancel) + (note is null ? " đã xóa ghi chú" : $" đã ghi chú “{note}”") + (written is null ? "" : $" lúc {VietnamTime.Stamp(written.At)}");
    }

    private async Task<string> NameAsync(int? userId, CancellationToken cancel) =>
        (userId is null ? null : await db.Users.Where(u => u.Id == userId).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel)) ?? "Người khác";
}
