using System.Globalization;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>
/// Whether the site is under maintenance: a file, so that it works while the database is away, and for every process that sees the folder. Its text is when
/// the work should be over (ISO 8601, UTC), or nothing.
/// </summary>
public sealed class MaintenanceSwitch(IOptions<MaintenanceOptions> options, IHostEnvironment environment)
{
    public string Path { get; } = System.IO.Path.GetFullPath(options.Value.File, environment.ContentRootPath);

    public bool IsOn => File.Exists(Path);

    /// <summary>When it should be over (UTC); null: nobody said, or the text cannot be read.</summary>
    public DateTime? Until()
    {
        try
        {
            return DateTime.TryParse(File.ReadAllText(Path).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var until) ? until : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public void TurnOn(DateTime? untilUtc)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, untilUtc is { } until ? until.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "");
    }

    /// <returns>Whether it was on.</returns>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be deleted.</exception>
    public bool TurnOff()
    {
        var was = IsOn;
        File.Delete(Path);
        return was;
    }
}
