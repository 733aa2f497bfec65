using ITScoring.Web.Features.Shared;
using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace ITScoring.Web.Startup;

/// <summary>The headers of every response. The content security policy allows nothing inline and no third party.</summary>
public static class SecurityHeaders
{
    /// <summary>Of pages that show files of evidence (<see cref="FramesFilesAttribute"/>).</summary>
    public const string Framing = "framing";

    /// <summary>Of a file that browsers show; our pages may frame it.</summary>
    public const string ShownFile = "shown-file";

    /// <summary>Of a file that is only handed out.</summary>
    public const string AttachedFile = "attached-file";

    private static readonly object Key = new();

    /// <param name="framesFiles">Whether the page shows files of evidence in frames.</param>
    public static HeaderPolicyCollection Policy(bool isDevelopment, bool framesFiles = false) => Common(isDevelopment)
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            if (framesFiles)
                csp.AddFrameSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        });

    /// <summary>What a file may do in a browser: nothing. A sandbox would keep Chromium's own viewer from showing a PDF, so only files that are handed out have it.</summary>
    /// <param name="isShown">Whether browsers show it, in a frame of ours or by itself.</param>
    public static HeaderPolicyCollection FilePolicy(bool isDevelopment, bool isShown) => (isShown ? Common(isDevelopment).AddFrameOptionsSameOrigin() : Common(isDevelopment).AddFrameOptionsDeny())
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            if (isShown)
            {
                csp.AddFrameAncestors().Self();
                return;
            }

            csp.AddFrameAncestors().None();
            csp.AddSandbox();
        });

    /// <summary>The policy that the answer was marked with, or that the page asks for; else the strict one.</summary>
    public static IReadOnlyHeaderPolicyCollection Select(PolicySelectorContext context)
    {
        var name = context.HttpContext.Items[Key] as string ?? (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FramesFilesAttribute>() is null ? null : Framing);
        return name is not null && context.ConfiguredPolicies.TryGetValue(name, out var policy) ? policy : context.DefaultPolicy;
    }

    /// <summary>Marks the answer as a file; only once it is certain that the file is what is answered.</summary>
    public static void MarkAsFile(this HttpContext context, bool isShown) => context.Items[Key] = isShown ? ShownFile : AttachedFile;

    private static HeaderPolicyCollection Common(bool isDevelopment)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
            .AddCrossOriginResourcePolicy(p => p.SameOrigin())
            .AddPermissionsPolicy(p =>
            {
                p.AddCamera().None();
                p.AddMicrophone().None();
                p.AddGeolocation().None();
                p.AddPayment().None();
                p.AddUsb().None();
            })
            .RemoveServerHeader();
        if (!isDevelopment)
            policy.AddStrictTransportSecurityMaxAgeIncludeSubDomains();
        return policy;
    }
}
