using ITScoring.Domain;
using ITScoring.Web.Features.Settings;
using ITScoring.Web.Files.Signatures;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Practice;
using ITScoring.Web.Security;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>Looks at configuration layer by layer: what a setting would be without the page, who fixed it, and whether values would be valid.</summary>
public sealed class SettingsCheck(IConfiguration configuration, StoredSettingsProvider stored, IServiceProvider services)
{
    private const string Told = "with the error: '";

    /// <summary>What counts without the page; lists one entry a line.</summary>
    public string DefaultOf(SettingEntry entry) => Read(entry, Below()) ?? BuiltIn(entry);

    /// <summary>What counts now.</summary>
    public string CurrentOf(SettingEntry entry) => FixedOf(entry) ?? Read(entry, [stored]) ?? DefaultOf(entry);

    /// <summary>The value that environment or command line fix; null: they do not.</summary>
    public string? FixedOf(SettingEntry entry) => Read(entry, Above());

    /// <summary>Whether the secret that goes with the setting is set, so that only the operator may point it elsewhere.</summary>
    public bool GoesWithSetSecret(SettingEntry entry) => entry.GoesWithSecret is { } key && IsSet(key);

    public bool IsSet(string key) => !string.IsNullOrEmpty(configuration[key]);

    /// <summary>The layer as configuration has it: a list becomes numbered keys, and hides longer ones below it.</summary>
    /// <param name="values">By key, as stored.</param>
    public IReadOnlyDictionary<string, string?> Layer(IReadOnlyDictionary<string, string> values)
    {
        var layer = new Dictionary<string, string?>();
        foreach (var (key, value) in values)
        {
            if (!SettingsCatalogue.Entries.TryGetValue(key, out var entry) || GoesWithSetSecret(entry))
                continue;
            if (entry.Kind != SettingKind.Lines)
            {
                layer[key] = value;
                continue;
            }

            var lines = SettingValues.Lines(value);
            for (var i = 0; i < Math.Max(lines.Count, SettingValues.Lines(DefaultOf(entry)).Count); i++)
                layer[$"{key}:{i}"] = i < lines.Count ? lines[i] : "";
        }

        return layer;
    }

    /// <summary>What the validation of the options says of the configuration with these values in the layer, each at the field that it names.</summary>
    public IReadOnlyList<OutcomeProblem> Problems(IReadOnlyDictionary<string, string> values)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in Below())
            Add(all, provider, null);
        foreach (var (key, value) in Layer(values))
            all[key] = value;
        foreach (var provider in Above())
            Add(all, provider, null);
        var candidate = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return
        [
            .. new[]
            {
                Failures<PortalOptions>(candidate, PortalOptions.Section), Failures<PublicationOptions>(candidate, PublicationOptions.Section), Failures<FilesOptions>(candidate, FilesOptions.Section),
                Failures<ScanOptions>(candidate, ScanOptions.Section), Failures<MailOptions>(candidate, MailOptions.Section), Failures<RateLimitOptions>(candidate, RateLimitOptions.Section),
                Failures<SessionLength>(candidate, SessionLength.Section), Failures<SignInLimitOptions>(candidate, SignInLimitOptions.Section), Failures<AccountOptions>(candidate, AccountOptions.Section), Failures<SignatureOptions>(candidate, SignatureOptions.Section),
                Failures<PracticeOptions>(candidate, PracticeOptions.Section), Failures<SecondFactorOptions>(candidate, SecondFactorOptions.Section), Failures<SecurityTxtOptions>(candidate, SecurityTxtOptions.Section),
            }.SelectMany(f => f).Select(text => new OutcomeProblem(text, SettingsCatalogue.Entries.Values.Where(e => text.Contains(e.Key, StringComparison.Ordinal)).MaxBy(e => e.Key.Length)?.Field)),
        ];
    }

    private IEnumerable<string> Failures<T>(IConfiguration candidate, string section)
        where T : class, new()
    {
        T options;
        try
        {
            options = candidate.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            return [e.Message];
        }

        return services.GetServices<IValidateOptions<T>>().Select(v => v.Validate(Options.DefaultName, options)).Where(r => r.Failed).SelectMany(r => r.Failures ?? []).Select(Sentence);
    }

    /// <summary>The sentence of ours in what the framework says around it.</summary>
    internal static string Sentence(string failure) =>
        failure.IndexOf(Told, StringComparison.Ordinal) is var at and >= 0 ? failure[(at + Told.Length)..].TrimEnd('.').TrimEnd('\'') : failure;

    private static string? Read(SettingEntry entry, IReadOnlyList<IConfigurationProvider> layers)
    {
        if (entry.Kind != SettingKind.Lines)
            return Find(layers, entry.Key);
        var lines = new List<string?>();
        while (Find(layers, $"{entry.Key}:{lines.Count}") is { } line)
            lines.Add(line);
        return lines.Count == 0 ? null : string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));
    }

    private static string? Find(IReadOnlyList<IConfigurationProvider> layers, string key)
    {
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            if (layers[i].TryGet(key, out var value))
                return value;
        }

        return null;
    }

    private static void Add(Dictionary<string, string?> all, IConfigurationProvider provider, string? path)
    {
        foreach (var child in provider.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = path is null ? child : ConfigurationPath.Combine(path, child);
            if (provider.TryGet(key, out var value))
                all[key] = value;
            Add(all, provider, key);
        }
    }

    /// <summary>What the class of the options says where no configuration does.</summary>
    private static string BuiltIn(SettingEntry entry) => entry.Key switch
    {
        "Accounts:AnonymiseAfterMonths" => Invariant(new AccountOptions().AnonymiseAfterMonths),
        "SignIn:MaxFailedAttempts" => Invariant(new SignInLimitOptions().MaxFailedAttempts),
        "SignIn:LockoutMinutes" => Invariant(new SignInLimitOptions().LockoutMinutes),
        "Session:Minutes" => Invariant(new SessionLength().Minutes),
        "RateLimits:SignInsPerMinute" => Invariant(new RateLimitOptions().SignInsPerMinute),
        "RateLimits:PackageChecksPerMinute" => Invariant(new RateLimitOptions().PackageChecksPerMinute),
        "Files:MaxFileBytes" => Invariant(new FilesOptions().MaxFileBytes),
        "Files:MaxFormBytes" => Invariant(new FilesOptions().MaxFormBytes),
        "Scan:TimeoutSeconds" => Invariant(new ScanOptions().TimeoutSeconds),
        "Mail:Port" => Invariant(new MailOptions().Port),
        "Mail:TimeoutSeconds" => Invariant(new MailOptions().TimeoutSeconds),
        "Mail:Security" => new MailOptions().Security,
        "Mail:FromName" => new MailOptions().FromName,
        "Mail:Enabled" => "false",
        _ => "",
    };

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private List<IConfigurationProvider> Below() => [.. Providers().TakeWhile(p => p != stored)];

    private List<IConfigurationProvider> Above() => [.. Providers().SkipWhile(p => p != stored).Skip(1)];

    private IEnumerable<IConfigurationProvider> Providers() => configuration is IConfigurationRoot root ? root.Providers : [];
}
