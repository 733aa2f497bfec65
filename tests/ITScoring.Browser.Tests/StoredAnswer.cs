using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Browser.Tests;

/// <summary>What the demonstration's open form of the Sở Tài chính has stored.</summary>
internal static class StoredAnswer
{
    /// <returns>The declared value as JSON; null: none.</returns>
    public static Task<string?> OfAsync(PortalFactory portal, string code) => portal.ReadAsync(db => (
        from a in db.Answers
        join s in db.Submissions on a.SubmissionId equals s.Id
        join p in db.Periods on s.PeriodId equals p.Id
        join g in db.Agencies on s.AgencyId equals g.Id
        where p.Code == "2026" && g.Code == "STC" && a.QuestionCode == code
        select a.DeclaredJson).SingleOrDefaultAsync());
}
