using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Councils;

/// <summary>Hội đồng thẩm định: who sits in it, its sessions, and what waits for it.</summary>
[Route("councils/{period}")]
public sealed class CouncilsController(ReviewForms forms, CouncilQuery query, CouncilService service) : Controller
{
    /// <summary>Most members that a form brings.</summary>
    private const int MostMembers = 30;

    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Council(string period, CancellationToken cancel) =>
        await forms.FindPeriodAsync(period, cancel) is { } found ? View(await query.PageAsync(found, null, null, cancel)) : NotFound();

    [HttpPost("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Establish(string period, CouncilForm form, CancellationToken cancel)
    {
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var members = Members(found, form);
        var (number, about) = (TextInput.Read(ModelState, "number", form.Number, 100), TextInput.Read(ModelState, "abstract", form.Abstract, 500));
        var date = DateInput.Parse(form.Date);
        if (date.Problem is not null || date.IsEmpty)
            ModelState.AddModelError("date", date.Problem ?? "Nhập ngày quyết định.");
        var outcome = ModelState.IsValid ? await StoreAsync(() => service.EstablishAsync(found, new DocumentReference(number ?? "", date.Value, about), members, cancel)) : null;
        return await AnswerAsync(period, outcome, $"Đã lưu Hội đồng gồm {members.Count} thành viên.", form, null, cancel);
    }

    [HttpPost("sessions")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Hold(string period, SessionForm form, CancellationToken cancel)
    {
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var day = DateInput.Parse(form.HeldOn);
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("heldOn", day.Problem ?? "Nhập ngày họp.");
        var (place, notes) = (TextInput.Read(ModelState, "place", form.Place, Lengths.Name), TextInput.Read(ModelState, "notes", form.Notes));
        var outcome = ModelState.IsValid ? await StoreAsync(() => service.HoldAsync(found, day.Value, place, form.Attending, notes, cancel)) : null;
        return await AnswerAsync(period, outcome, "Đã ghi phiên họp.", null, form, cancel);
    }

    private List<CouncilMember> Members(Period period, CouncilForm form)
    {
        var members = new List<CouncilMember>();
        if (form.Name.Length > MostMembers)
            ModelState.AddModelError("members", $"Hội đồng có quá {MostMembers} dòng thành viên.");
        for (var i = 0; i < Math.Min(form.Name.Length, MostMembers); i++)
        {
            var (name, office) = (TextInput.Read(ModelState, "members", form.Name[i], Lengths.Name), TextInput.Read(ModelState, "members", form.Office.ElementAtOrDefault(i), Lengths.Name));
            if (name is null)
            {
                if (office is not null)
                    ModelState.AddModelError("members", $"Dòng {i + 1}: nhập họ và tên thành viên, hoặc xóa chức vụ.");
                continue;
            }

            if (!Enum.TryParse<CouncilRole>(form.Role.ElementAtOrDefault(i), out var role) || !Enum.IsDefined(role))
                ModelState.AddModelError("members", $"Dòng {i + 1}: chọn vai trò của {name}.");
            var agency = form.Agency.ElementAtOrDefault(i);
            int? agencyId = int.TryParse(agency, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && period.FindAgency(id) is not null ? id : null;
            if (!string.IsNullOrEmpty(agency) && agencyId is null)
                ModelState.AddModelError("members", $"Dòng {i + 1}: cơ quan của {name} không tham gia kỳ đánh giá.");
            members.Add(new CouncilMember(name, office, role, agencyId));
        }

        return members;
    }

    private static async Task<Outcome> StoreAsync(Func<Task<Outcome>> store)
    {
        try
        {
            return await store();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.WrongState("Hội đồng vừa được người khác cập nhật. Chưa ghi gì; tải lại trang rồi làm lại.");
        }
    }

    private async Task<IActionResult> AnswerAsync(string period, Outcome? outcome, string done, CouncilForm? form, SessionForm? session, CancellationToken cancel)
    {
        if (outcome is { Ok: true })
        {
            TempData["Notice"] = done;
            return Redirect($"/councils/{period}");
        }

        this.Refuse(outcome);
        forms.Forget();
        return await forms.FindPeriodAsync(period, cancel) is { } again ? View("Council", await query.PageAsync(again, form, session, cancel)) : NotFound();
    }
}
