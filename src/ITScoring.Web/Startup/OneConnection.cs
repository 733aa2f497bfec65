using ITScoring.Data;
using ITScoring.Web.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Startup;

/// <summary>
/// Keeps the database connection open while an action for signed-in people works. Else each of its queries opens one anew, and on
/// SQLite every opening runs the pragmas and registers EF's functions, which costs more than most of the queries do.
/// </summary>
public sealed class OneConnection : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // Public pages read little, an upload takes minutes in which the database is not asked, and the error pages must come without a database.
        if (context.ActionDescriptor.EndpointMetadata.Any(m => m is IAllowAnonymous or StreamedUploadAttribute))
        {
            await next();
            return;
        }

        var db = context.HttpContext.RequestServices.GetRequiredService<AppDbContext>();
        await db.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        try
        {
            await next();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
