using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Startup;

/// <summary>A save that somebody else was faster with, and that no page explains itself, answers 409 with a page that says what to do.</summary>
public sealed class ConflictHandling(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }
}
