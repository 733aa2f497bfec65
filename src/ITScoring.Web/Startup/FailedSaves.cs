using ITScoring.Data;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Startup;

/// <summary>
/// A save that somebody else was faster with, and one that the database could not write, answer with a page that says what to do (409, 503) where
/// no page explains it itself.
/// </summary>
public sealed class FailedSaves(RequestDelegate next, ILogger<FailedSaves> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            Answer(context, StatusCodes.Status409Conflict);
        }
        catch (DbUpdateException problem) when (!context.Response.HasStarted && StorageFailure.Is(problem))
        {
            log.LogError(problem, "The database could not write");
            Answer(context, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static void Answer(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
    }
}
