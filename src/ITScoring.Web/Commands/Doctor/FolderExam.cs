using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Commands.Doctor;

/// <summary>The folders: there, writable, roomy, and out of the public's reach.</summary>
internal static class FolderExam
{
    /// <summary>Below this the next busy week may fill the disk.</summary>
    private const long LeastFree = 2L * 1024 * 1024 * 1024;

    public static IEnumerable<Finding> Of(IServiceProvider services, WebApplication site)
    {
        var root = site.Environment.ContentRootPath;
        var folders = new (string Name, string Key, string Path)[]
        {
            ("Kho tệp", "Files:Folder", Path.GetFullPath(services.GetRequiredService<IOptions<FilesOptions>>().Value.Folder, root)),
            ("Thư mục nhật ký", "Logs:Folder", Path.GetFullPath(site.Configuration["Logs:Folder"] ?? "App_Data/logs", root)),
            ("Thư mục của công tắc bảo trì", "Maintenance:File", Path.GetDirectoryName(services.GetRequiredService<MaintenanceSwitch>().Path)!),
        };
        foreach (var (name, key, path) in folders)
            yield return Look(name, key, path, site.Environment.WebRootPath);
        if (services.GetRequiredService<MaintenanceSwitch>().IsOn)
            yield return Finding.Mind("Trang bảo trì đang bật.", "Tắt bằng lệnh maintenance off khi xong việc.");
    }

    private static Finding Look(string name, string key, string path, string? webRoot)
    {
        if (!string.IsNullOrEmpty(webRoot) && path.StartsWith(Path.GetFullPath(webRoot), StringComparison.Ordinal))
            return Finding.Wrong($"{name} “{path}” nằm trong thư mục web công khai.", $"Đặt {key} ra ngoài.");
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
            var free = new DriveInfo(path).AvailableFreeSpace;
            return free < LeastFree
                ? Finding.Mind($"{name} “{path}” ghi được nhưng chỉ còn {Display.Size(free)} trống.", "Dọn ổ đĩa hoặc mở rộng trước khi hết chỗ.")
                : Finding.Good($"{name} “{path}” ghi được, còn {Display.Size(free)} trống.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong($"{name} “{path}” không ghi được.", $"Kiểm tra {key}, quyền ghi của tài khoản chạy cổng và dung lượng trống ({e.Message.TrimEnd('.')}).");
        }
    }
}
