using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ITScoring.Web.Features.Api;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>
/// Answers every request but those for health and static files with 503 while the maintenance switch is on. The page is written here, not by a view: the layout of
/// the pages asks who is signed in, and with that the database.
/// </summary>
public sealed class MaintenancePage(RequestDelegate next, MaintenanceSwitch maintenance, IOptions<PortalOptions> portal, HtmlEncoder html, TimeProvider clock)
{
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(10);

    public Task InvokeAsync(HttpContext context) =>
        !maintenance.IsOn || context.Request.Path.StartsWithSegments(Health.Root) || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            ? next(context)
            : AnswerAsync(context);

    private async Task AnswerAsync(HttpContext context)
    {
        var until = maintenance.Until() is { } told && told > clock.UtcNow() ? told : (DateTime?)null;
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = Math.Ceiling((until is { } end ? end - clock.UtcNow() : Unknown).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (context.Request.IsByScript())
        {
            // A page that is open keeps what was typed and tries again.
            return;
        }

        if (context.Request.Path.IsApi())
        {
            response.ContentType = $"{ApiProblem.MediaType}; charset=utf-8";
            await response.WriteAsync(JsonSerializer.Serialize(
                new ApiProblem("about:blank", "Đang bảo trì", StatusCodes.Status503ServiceUnavailable, Expected(until), context.TraceIdentifier), JsonSerializerOptions.Web));
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(Page(until));
    }

    private static string Expected(DateTime? until) =>
        until is { } end ? $"Cổng dự kiến hoạt động trở lại lúc {VietnamTime.Moment(end)}." : "Cổng sẽ hoạt động trở lại trong thời gian sớm nhất.";

    private string Page(DateTime? until)
    {
        var settings = portal.Value;
        var contact = settings.Contact.Length > 0 ? $"<p>Cần hỗ trợ gấp, liên hệ {html.Encode(settings.Contact)}.</p>" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="vi">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Đang bảo trì – Cổng đánh giá</title>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/lib/bootstrap.min.css">
                <link rel="stylesheet" href="/css/fonts.css">
                <link rel="stylesheet" href="/css/site.css">
            </head>
            <body>
            <header class="top"><div class="top__in"><span class="brand"><span class="brand__mark" aria-hidden="true">ĐG</span><span><span class="brand__over">{html.Encode(settings.ProvinceBody)}</span><span class="brand__name">Cổng đánh giá ứng dụng CNTT</span></span></span></div></header>
            <main id="noi-dung"><div class="wrap">
                <div class="page-head"><h1>Cổng đang bảo trì</h1></div>
                <section class="panel panel__body prose">
                    <p>{html.Encode(Expected(until))}</p>
                    <p>Số liệu đã lưu vẫn còn nguyên. Nếu đang nhập dở, hãy để trang mở: những gì chưa lưu được giữ trên máy này và sẽ được gửi lại.</p>
                    {contact}
                </section>
            </div></main>
            </body>
            </html>
            """;
    }
}
