using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>A figure that went into a calculation.</summary>
public sealed record ApiInput(
    [property: Description("Mã câu hỏi")] string Code,
    [property: Description("Câu hỏi")] string Text,
    [property: Description("Giá trị như trên trang kết quả (dấu phẩy thập phân)")] string Value);
