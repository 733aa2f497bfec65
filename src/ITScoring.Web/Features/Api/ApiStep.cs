using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>A step of a calculation.</summary>
public sealed record ApiStep(
    [property: Description("Nội dung bước tính")] string Text,
    [property: Description("Giá trị như trên trang kết quả (dấu phẩy thập phân)")] string Value);
