using System.Globalization;
using System.Threading.RateLimiting;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Features.Verify;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>Limits by network address on what costs the server much: signing in and checking packages.</summary>
public static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateOnStart()
            .Validate(o => o.SignInsPerMinute > 0 && o.PackageChecksPerMinute > 0, "Cấu hình RateLimits:SignInsPerMinute và RateLimits:PackageChecksPerMinute phải từ 1 trở lên.");
        services.AddLive<RateLimitOptions>();
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignInController.RateLimit, context => ByAddress(context, Settings(context).SignInsPerMinute));
            o.AddPolicy(VerifyController.RateLimit, context => ByAddress(context, Settings(context).PackageChecksPerMinute));
            o.OnRejected = (refused, _) =>
            {
                var context = refused.HttpContext;
                var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                context.Features.Set(Refusal(context, seconds));
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateRefusal Refusal(HttpContext context, int seconds) => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
    {
        VerifyController.RateLimit => new(
            $"Máy chủ kiểm tra tối đa {Settings(context).PackageChecksPerMinute} gói kết quả mỗi phút từ một địa chỉ mạng, vì mỗi lần phải tính lại toàn bộ kết quả trong gói. Gói vừa gửi chưa được kiểm tra.",
            $"Đợi {seconds} giây rồi gửi lại gói. Nếu cần kiểm tra nhiều gói, dùng lệnh verify của chương trình, không giới hạn số lần."),
        _ => new("Có quá nhiều lần đăng nhập từ một địa chỉ mạng trong thời gian ngắn.", $"Đợi {seconds} giây rồi thử lại."),
    };

    private static RateLimitPartition<string> ByAddress(HttpContext context, int limit) => RateLimitPartition.GetFixedWindowLimiter(
        // A limit that was changed begins to count anew.
        $"{context.Connection.RemoteIpAddress?.ToString() ?? "-"} {limit}",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window });

    private static RateLimitOptions Settings(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;
}
