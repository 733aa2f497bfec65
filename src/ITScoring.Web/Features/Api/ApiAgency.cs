using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>One agency's result in the latest publication.</summary>
public sealed record ApiAgency(
    [property: Description("Mã kỳ đánh giá")] string Period,
    [property: Description("Tên kỳ đánh giá")] string Title,
    [property: Description("Năm đánh giá")] int Year,
    [property: Description("Điều phải nói kèm số liệu, ví dụ số liệu là minh họa; null: không có")] string? Notice,
    [property: Description("Lần công bố mà kết quả được đọc từ đó")] int Publication,
    [property: Description("Thời điểm công bố (UTC)")] DateTime PublishedAt,
    [property: Description("SHA-256 của bản ghi công khai (record.json) mà số liệu được đọc từ đó"), RegularExpression(ApiForms.Sha256)] string RecordSha256,
    [property: Description("Mã cơ quan")] string Code,
    [property: Description("Tên cơ quan tại thời điểm đánh giá")] string Name,
    [property: Description("Mã khối")] string Block,
    [property: Description("Cơ quan có được xếp hạng hay không")] bool Ranked,
    [property: Description("Lý do không xếp hạng; null: không có")] string? NotRankedReason,
    [property: Description("Thời điểm nộp phiếu: a đúng hạn, b muộn đến năm ngày làm việc, c muộn hơn; null: không nộp")] string? Submission,
    [property: Description("Cơ quan thẩm tra; null: không ghi")] string? VerifiedBy,
    [property: Description("Tổng điểm"), RegularExpression(ApiForms.Points)] string Total,
    [property: Description("Tổng điểm tối đa của các tiêu chí áp dụng"), RegularExpression(ApiForms.Points)] string ApplicableMax,
    [property: Description("Điểm xếp hạng theo thang của bộ tiêu chí; null: không có"), RegularExpression(ApiForms.Points)] string? RankingScore,
    [property: Description("Hạng trong khối; null: không xếp hạng")] int? Rank,
    [property: Description("Xếp loại; null: không xếp loại")] string? Class,
    [property: Description("Điểm từng nhóm, theo thứ tự của bộ tiêu chí")] IReadOnlyList<ApiGroupScore> Groups,
    [property: Description("Điểm từng tiêu chí, theo thứ tự của bộ tiêu chí")] IReadOnlyList<ApiCriterionScore> Criteria,
    [property: Description("Trang kết quả của cơ quan cho người đọc")] string PageHref);
