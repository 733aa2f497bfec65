using ITScoring.Data;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity;

/// <summary>Says where a form is. Administrators may not read forms: the link leads to what the audit log tells of it.</summary>
public sealed class FormPlaces(AppDbContext db)
{
    private Dictionary<int, (string Where, string Link)>? _forms;

    public async Task<(string Where, string Link)> OfAsync(int submissionId, CancellationToken cancel)
    {
        _forms ??= await (
            from form in db.Submissions
            join period in db.Periods on form.PeriodId equals period.Id
            join agency in db.Agencies on form.AgencyId equals agency.Id
            select new { form.Id, form.PeriodId, form.AgencyId, Period = period.Code, Agency = agency.Name }).ToDictionaryAsync(f => f.Id, f => ($"{f.Agency}, kỳ {f.Period}", $"/audit?period={f.PeriodId}&agency={f.AgencyId}"), cancel);
        return _forms.GetValueOrDefault(submissionId, ($"phiếu số {submissionId}", "/audit"));
    }
}
