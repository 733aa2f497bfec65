using System.Text.Encodings.Web;
using System.Text.Unicode;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Api;
using ITScoring.Web.Files;
using ITScoring.Web.Files.Signatures;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Jobs;
using ITScoring.Web.Practice;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace ITScoring.Web.Startup;

/// <summary>What the site is made of.</summary>
public static class Services
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        var stored = new StoredSettingsProvider();
        stored.InsertInto(builder.Configuration);
        services.AddSingleton(stored);
        services.AddHostedService<StoredSettingsPoll>();
        services.AddSingleton<PracticeReset>();
        services.AddPortalCore(builder.Configuration);
        services.AddHealth();
        services.AddOptions<MaintenanceOptions>().BindConfiguration(MaintenanceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MaintenanceSwitch>();
        services.AddTelemetry(builder.Configuration);
        services.AddAccounts(builder.Environment, builder.Configuration);
        services.AddPages(builder.Configuration);
        ApiDescription.AddTo(services);
        services.AddHostedService<FileCare>();
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(SecurityHeaders.Policy(builder.Environment.IsDevelopment()))
            .AddPolicy(SecurityHeaders.Framing, SecurityHeaders.Policy(builder.Environment.IsDevelopment(), framesFiles: true))
            .AddPolicy(SecurityHeaders.ShownFile, SecurityHeaders.FilePolicy(builder.Environment.IsDevelopment(), isShown: true))
            .AddPolicy(SecurityHeaders.AttachedFile, SecurityHeaders.FilePolicy(builder.Environment.IsDevelopment(), isShown: false))
            .SetPolicySelector(SecurityHeaders.Select);
        services.AddJobs();
        services.AddOutputCache(o =>
        {
            // Addresses are many, and each page is some 100 KB.
            o.SizeLimit = 32 * 1024 * 1024;
            o.MaximumBodySize = 1024 * 1024;
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddTrustedProxies();
    }

    /// <summary>Everything that works without a web server: data, rules, the services of the features.</summary>
    public static IServiceCollection AddPortalCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddOptions<PublicationOptions>().BindConfiguration(PublicationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicationOptions>, PublicationOptionsCheck>();
        services.PostConfigure<PortalOptions>(o => o.Documents.DropBlanks());
        services.AddLive<PracticeOptions>().AddLive<SecondFactorOptions>().AddLive<PortalOptions>().AddLive<MailOptions>().AddLive<PublicationOptions>().AddLive<FilesOptions>().AddLive<ScanOptions>().AddLive<AccountOptions>().AddLive<SecurityTxtOptions>();
        services.TryAddSingleton<StoredSettingsProvider>();
        services.AddSingleton<SettingsCheck>();
        services.AddSingleton<StoredSettings>();
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SecondFactorOptions>().BindConfiguration(SecondFactorOptions.Section).ValidateOnStart().Validate(
            o => !o.Unknown().Any(),
            $"Cấu hình SecondFactor:RequiredRoles chỉ nhận tên vai trò: {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Name()))}.");
        services.AddOptions<InvitationOptions>().BindConfiguration(InvitationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SecurityTxtOptions>().BindConfiguration(SecurityTxtOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMetrics();
        services.AddSingleton<PortalMeters>();
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        services.AddOptions<PracticeOptions>().BindConfiguration(PracticeOptions.Section).ValidateOnStart().Validate(
            o => o.Address.Length == 0 || (Uri.TryCreate(o.Address, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)),
            "Cấu hình Practice:Address phải là địa chỉ bắt đầu bằng https:// hoặc http://.");
        services.AddData(configuration);
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddScoped<CurrentUser>();
        services.AddScoped<SessionClock>();
        services.AddScoped<WorkingAs>();
        services.AddScoped<AuditLog>();
        services.AddScoped<SealedTickets>();
        services.AddScoring();
        services.AddFiles();
        services.AddFeatures();
        return services;
    }

    /// <summary>Whoever takes <see cref="IOptions{TOptions}"/> of this type gets what configuration says now.</summary>
    internal static IServiceCollection AddLive<T>(this IServiceCollection services)
        where T : class => services.AddSingleton<IOptions<T>, LiveOptions<T>>();

    /// <summary>What a password and a name must be, and how accounts are stored; also for commands.</summary>
    public static IdentityBuilder AddAccountRules(this IServiceCollection services) => services.AddIdentityCore<AppUser>(o =>
        {
            o.User.RequireUniqueEmail = false;
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            o.Password.RequiredLength = 10;
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequireUppercase = false;
            o.Password.RequireLowercase = true;
            o.Password.RequireDigit = true;
        })
        .AddUserStore<AppUserStore>()
        .AddErrorDescriber<VietnameseIdentityErrors>();

    /// <summary>What the site does without being asked; commands and the demonstration do not.</summary>
    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<SmtpMailer>();
        services.AddSingleton<NoticeMail>();
        services.AddScoped<Job, ReminderJob>();
        services.AddScoped<Job, MailJob>();
        services.AddScoped<Job, DocumentJob>();
        services.AddScoped<Job, AgencyNameJob>();
        services.AddScoped<Job, AuditSealJob>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobService>();
    }

    private static void AddScoring(this IServiceCollection services)
    {
        services.AddSingleton<CriteriaSetCache>();
        services.AddScoped<WorkingCalendar>();
        services.AddScoped<PreviousAnswers>();
        services.AddScoped<PeriodScores>();
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate<IWebHostEnvironment>(
                (o, site) => string.IsNullOrEmpty(site.WebRootPath) || !Path.GetFullPath(o.Folder, site.ContentRootPath).StartsWith(Path.GetFullPath(site.WebRootPath), StringComparison.Ordinal),
                "Cấu hình Files:Folder nằm trong thư mục web công khai; chọn một thư mục ở ngoài.");
        services.AddOptions<ScanOptions>().BindConfiguration(ScanOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IFileStore, DiskFileStore>();
        services.AddSingleton<IVirusScanner, ClamdScanner>();
        services.AddOptions<SignatureOptions>().BindConfiguration(SignatureOptions.Section)
            .Validate<IWebHostEnvironment>(
                (o, site) => o.TrustedFolder.Length == 0 || Directory.Exists(Path.GetFullPath(o.TrustedFolder, site.ContentRootPath)),
                "Cấu hình Signatures:TrustedFolder chỉ thư mục không có. Tạo thư mục với chứng thư của các tổ chức được tin cậy, hoặc để trống.")
            .ValidateOnStart();
        services.AddSingleton<TrustedIssuers>();
        services.AddSingleton<SignatureCheck>();
        services.AddScoped<StoredFileRows>();
        services.AddScoped<FileChecks>();
        services.AddScoped<FileSweep>();
    }

    private static void AddAccounts(this IServiceCollection services, IHostEnvironment environment, IConfiguration configuration)
    {
        services.AddOptions<SessionLength>().BindConfiguration(SessionLength.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignInLimitOptions>().BindConfiguration(SignInLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = PracticeOptions.Of(configuration).Enabled ? "itscoring-practice-step" : "itscoring-step";
            o.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAccountRules()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountPrincipalFactory>()
            .AddDefaultTokenProviders();
        // Read from the configuration itself: other options may not have heard of a change yet when these are made anew.
        services.AddOptions<IdentityOptions>().Configure<IConfiguration>((o, settings) =>
        {
            var limits = settings.GetSection(SignInLimitOptions.Section).Get<SignInLimitOptions>() ?? new();
            o.Lockout.MaxFailedAccessAttempts = limits.MaxFailedAttempts;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(limits.LockoutMinutes);
        });
        services.AddSingleton<IOptionsChangeTokenSource<IdentityOptions>>(s => new ConfigurationChangeTokenSource<IdentityOptions>(Options.DefaultName, s.GetRequiredService<IConfiguration>()));
        services.AddLive<IdentityOptions>();
        services.AddScoped<ISecurityStampValidator, MembershipStampValidator>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(o =>
        {
            o.LoginPath = "/sign-in";
            o.LogoutPath = "/sign-out";
            o.AccessDeniedPath = "/errors/403";
            o.ReturnUrlParameter = "returnUrl";
            // Names of their own: cookies do not tell ports apart.
            o.Cookie.Name = PracticeOptions.Of(configuration).Enabled ? "itscoring-practice" : "itscoring";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            o.ExpireTimeSpan = TimeSpan.FromMinutes((configuration.GetSection(SessionLength.Section).Get<SessionLength>() ?? new()).Minutes);
            o.SlidingExpiration = true;
            o.Events.OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew &= !IsIdle(context.HttpContext);
                return Task.CompletedTask;
            };
            o.Events.OnValidatePrincipal = async context =>
            {
                // The page that tells of an error must come without a database to look the session up in.
                if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
                    await SecurityStampValidator.ValidatePrincipalAsync(context);
                context.ShouldRenew &= !IsIdle(context.HttpContext);
            };
            // A form that comes after its session ended leads back to its page: the form's own address takes no visits.
            o.Events.OnRedirectToLogin = context =>
            {
                var request = context.Request;
                if (request.IsByScript())
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                }

                if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
                {
                    var page = request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from && from.Authority == request.Host.Value ? from.PathAndQuery : "/home";
                    context.RedirectUri = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, o.LoginPath, QueryString.Create(o.ReturnUrlParameter, page));
                }

                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            // A refused page answers 403 in place, with the address the person asked for.
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddRateLimits();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static bool IsIdle(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IdleRequestAttribute>() is not null;

    private static void AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddControllersWithViews(o =>
        {
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.Add(new MustChangePassword());
            o.Filters.Add<MustHaveSecondFactor>();
            o.Filters.Add(new OnlyOwnPeriod());
            o.Filters.Add(new OneConnection());
            o.ModelMetadataDetailsProviders.Add(new CamelCaseNames());
            o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Mục này không được để trống.");
            o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => $"Giá trị “{value}” không hợp lệ.");
            o.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(_ => "Mục này không được để trống.");
            o.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Giá trị “{value}” không hợp lệ.");
            o.MaxModelBindingCollectionSize = 4096;
            // An import names every bad line of thousands; after the usual 200 the rest would be kept back.
            o.MaxModelValidationErrors = 10_000;
        }).AddJsonOptions(o => o.JsonSerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = PracticeOptions.Of(configuration).Enabled ? "itscoring-practice-form" : "itscoring-form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            // The policy of the security headers says the same for every page.
            o.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new FeatureViewLocations()));
        // Vietnamese letters stay letters in the page's source.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
