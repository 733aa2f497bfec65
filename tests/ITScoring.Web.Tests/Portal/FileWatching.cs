using System.Runtime.CompilerServices;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// Sites in tests watch no files: no settings change under them, and each watcher takes one of the few (often 128) that the machine
/// allows a user.
/// </summary>
internal static class FileWatching
{
    [ModuleInitializer]
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
