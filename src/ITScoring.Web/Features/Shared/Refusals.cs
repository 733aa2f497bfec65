using ITScoring.Domain;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Shared;

/// <summary>How a page answers what the domain refuses: the sentences at the controls they speak of, and the status that says why.</summary>
internal static class Refusals
{
    /// <param name="refusal">Null: what was typed could not be read, and the model state says so already.</param>
    /// <param name="controlAt">Name of the control for a problem's <see cref="OutcomeProblem.At"/> where it is another one.</param>
    public static void Refuse(this Controller controller, Outcome? refusal = null, Func<string, string>? controlAt = null)
    {
        foreach (var problem in refusal?.Details ?? [])
            controller.ModelState.AddModelError(problem.At is not { } at ? "" : controlAt?.Invoke(at) ?? at, problem.Text);
        controller.Response.StatusCode = refusal is null ? StatusCodes.Status422UnprocessableEntity : StatusOf(refusal);
    }

    public static int StatusOf(Outcome outcome) => outcome.Refusal switch
    {
        RefusalKind.Input => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
