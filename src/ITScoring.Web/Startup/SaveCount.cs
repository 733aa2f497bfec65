using Microsoft.AspNetCore.Mvc.Controllers;

namespace ITScoring.Web.Startup;

/// <summary>Counts what requests that change something came to, by feature.</summary>
public sealed class SaveCount(RequestDelegate next, PortalMeters meters)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action)
            return;
        switch (context.Response.StatusCode)
        {
            case < StatusCodes.Status400BadRequest:
                meters.Saved(action.ControllerName);
                break;
            case StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity or StatusCodes.Status503ServiceUnavailable:
                meters.Refused(action.ControllerName, context.Response.StatusCode);
                break;
        }
    }
}
