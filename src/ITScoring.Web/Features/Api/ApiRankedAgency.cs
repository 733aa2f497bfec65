using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>An agency in a ranking.</summary>
public sealed record ApiRankedAgency(
    [property: Description("Mã cơ quan")] string Code,
    [property: Description("Tên cơ quan tại thời điểm đánh giá")] string Name,
    [property: Description("Mã khối")] string Block,
    [property: Description("Cơ quan có được xếp hạng hay không")] bool Ranked,
    [property: Description("Lý do không xếp hạng; null: không có")] string? NotRankedReason,
    [property: Description("Thời điểm nộp phiếu: a đúng hạn, b muộn đến năm ngày làm việc, c muộn hơn; null: không nộp")] string? Submission,
    [property: Description("Tổng điểm"), RegularExpression(ApiForms.Points)] string Total,
    [property: Description("Tổng điểm tối đa của các tiêu chí áp dụng"), RegularExpression(ApiForms.Points)] string ApplicableMax,
    [property: Description("Điểm xếp hạng theo thang của bộ tiêu chí; null: không có"), RegularExpression(ApiForms.Points)] string? RankingScore,
    [property: Description("Hạng trong khối; null: không xếp hạng")] int? Rank,
    [property: Description("Xếp loại; null: không xếp loại")] string? Class,
    [property: Description("Điểm từng nhóm, theo thứ tự của bộ tiêu chí")] IReadOnlyList<ApiGroupScore> Groups,
    [property: Description("Địa chỉ kết quả đang có hiệu lực của cơ quan trong API")] string Href);
