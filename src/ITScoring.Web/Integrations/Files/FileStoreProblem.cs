namespace ITScoring.Web.Integrations.Files;

/// <summary>The store cannot take or give a file just now; nothing of it was kept.</summary>
/// <param name="message">A Vietnamese sentence for whoever sent the file.</param>
public sealed class FileStoreProblem(string message, Exception inner) : Exception(message, inner)
{
    private const int NoSpaceOnLinux = 28;
    private const int TooLargeOnLinux = 27;
    private const int QuotaOnLinux = 122;
    private const int DiskFullOnWindows = 0x70;
    private const int HandleDiskFullOnWindows = 0x27;

    /// <summary>Says in words what stands in the way of writing.</summary>
    public static FileStoreProblem Of(Exception problem) => new(
        problem switch
        {
            IOException e when IsFull(e) => "Kho tệp của hệ thống đã hết chỗ nên chưa lưu được tệp. Báo quản trị hệ thống, rồi tải lại sau; các tệp và nội dung đã lưu vẫn còn.",
            UnauthorizedAccessException => "Kho tệp của hệ thống đang chỉ cho đọc nên chưa lưu được tệp. Báo quản trị hệ thống, rồi tải lại sau; các tệp và nội dung đã lưu vẫn còn.",
            _ => "Kho tệp của hệ thống đang trục trặc nên chưa lưu được tệp. Tải lại sau ít phút; nếu vẫn không được, báo quản trị hệ thống. Các tệp và nội dung đã lưu vẫn còn.",
        },
        problem);

    private static bool IsFull(IOException problem) =>
        (problem.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is DiskFullOnWindows or HandleDiskFullOnWindows : code is NoSpaceOnLinux or TooLargeOnLinux or QuotaOnLinux);
}
