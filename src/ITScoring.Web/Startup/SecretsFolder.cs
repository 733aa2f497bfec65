using ITScoring.Data;

namespace ITScoring.Web.Startup;

/// <summary>Secrets as files, one for each: <c>Mail__Password</c> in the folder of <c>Secrets:Folder</c>, as systemd's credentials and containers hand them over.</summary>
public static class SecretsFolder
{
    public const string Key = "Secrets:Folder";

    /// <summary>Puts the folder above every other layer. An empty setting adds nothing.</summary>
    /// <exception cref="StartupProblem">The folder is named and is not there, or cannot be read.</exception>
    public static void AddSecretsFolder(this IConfigurationManager configuration, string contentRoot)
    {
        if (configuration[Key] is not { Length: > 0 } named)
            return;
        var folder = Path.GetFullPath(named, contentRoot);
        try
        {
            configuration.AddKeyPerFile(folder, optional: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"Không đọc được thư mục bí mật {folder} (cấu hình Secrets:Folder): kiểm tra đường dẫn và quyền đọc.", e);
        }
    }
}
