using ITScoring.Web.Integrations.Files;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Files;

/// <summary>
/// An action that reads its files from the request as they come in (<see cref="UploadBody"/>). The form is never read as a whole, so the
/// antiforgery token comes in the header, from the script, or as the first part, from a form whose first field it is.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StreamedUploadAttribute : Attribute, IAsyncAuthorizationFilter, IAsyncResourceFilter, IAntiforgeryPolicy
{
    /// <summary>What a form weighs beside its files.</summary>
    private const long Margin = 1024 * 1024;

    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = services.GetRequiredService<IOptions<FilesOptions>>().Value.MaxFormBytes + Margin;
        try
        {
            if (UploadBody.Of(http.Request) is { } body)
            {
                http.Features.Set(body);
                // Whoever asks for the form gets an empty one, instead of reading what belongs to the files.
                http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                if (!http.Request.Headers.ContainsKey(TokenHeader) && await TokenAsync(body, http.RequestAborted) is { } token)
                    http.Request.Headers[TokenHeader] = token;
            }

            await services.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        }
        catch (BadHttpRequestException e)
        {
            context.Result = new StatusCodeResult(e.StatusCode);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException || (e is IOException && !http.RequestAborted.IsCancellationRequested))
        {
            context.Result = new AntiforgeryValidationFailedResult();
        }
    }

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        return next();
    }

    private static async Task<string?> TokenAsync(UploadBody body, CancellationToken cancel)
    {
        if (await body.PeekAsync(cancel) is not { FileName: null, Name: TokenField })
            return null;
        return await (await body.NextAsync(cancel))!.ReadTextAsync(cancel);
    }
}
