using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Integrations.Files;

/// <summary>Where files lie and how large they may be (section <c>Files</c>).</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Folder of the stored files, absolute or below the content root; never inside the web root.</summary>
    [Required(ErrorMessage = "Thiếu cấu hình Files:Folder (thư mục chứa tệp tài liệu kiểm chứng).")]
    public string Folder { get; set; } = "App_Data/files";

    /// <summary>Most bytes of one file.</summary>
    [Range(1, 2L * 1024 * 1024 * 1024, ErrorMessage = "Cấu hình Files:MaxFileBytes phải từ 1 đến 2147483648 byte.")]
    public long MaxFileBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Most bytes of all files that stand in one form; the same file counts once.</summary>
    [Range(1, 1024L * 1024 * 1024 * 1024, ErrorMessage = "Cấu hình Files:MaxFormBytes phải lớn hơn 0.")]
    public long MaxFormBytes { get; set; } = 500 * 1024 * 1024;
}
