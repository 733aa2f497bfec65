using ITScoring.Domain.Publications.Attention;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Approvals;

/// <summary>What deserves a second look, in words.</summary>
public static class AttentionWords
{
    public static string Name(AttentionKind kind, ResultDossier dossier) => kind switch
    {
        AttentionKind.NotSubmitted => "Không nộp phiếu khảo sát",
        AttentionKind.Late => "Nộp phiếu sau thời hạn",
        AttentionKind.LargeChange => $"Số liệu kê khai bị điều chỉnh nhiều, từ {Part(dossier, ResultAttention.LargeChangeDivisor)} điểm trở lên",
        AttentionKind.Declined => "Giải trình không được chấp nhận",
        AttentionKind.CriterionMoved => "Tiêu chí mà quá nửa số cơ quan có điểm thay đổi",
        AttentionKind.MovedByOthers => "Điểm thay đổi do giải trình của cơ quan khác",
        AttentionKind.NearClass => $"Thiếu dưới {Part(dossier, ResultAttention.NearClassDivisor)} điểm để lên loại cao hơn",
        AttentionKind.Tie => "Cùng thứ hạng",
        _ => $"Thay đổi từ {ResultAttention.RankShiftFrom} bậc trở lên so với năm {dossier.Before?.Period.Year}",
    };

    /// <summary>What is to be said behind the agencies' names; for a criterion the whole of it; may be empty.</summary>
    public static string Detail(AttentionPoint point, ResultDossier dossier) => point.Kind switch
    {
        AttentionKind.LargeChange or AttentionKind.MovedByOthers => $"{Display.Signed(point.Points!.Value)} điểm, tiêu chí {string.Join(", ", point.Criteria)}",
        AttentionKind.Declined => $"tiêu chí {string.Join(", ", point.Criteria)}",
        AttentionKind.CriterionMoved =>
            $"{point.Criteria[0]} {OfficialName(dossier, point.Criteria[0])}: {point.Agencies.Count} cơ quan, tổng {Display.Signed(point.Points!.Value)} điểm",
        AttentionKind.NearClass => $"thiếu {Display.Of(point.Points)} điểm để đạt loại {point.Class}",
        AttentionKind.Tie => $"hạng {point.Places}, {Display.Of(point.Points)} điểm",
        AttentionKind.RankShift => point.Places > 0 ? $"tăng {point.Places} bậc" : $"giảm {-point.Places} bậc",
        _ => "",
    };

    private static string OfficialName(ResultDossier dossier, string code) => dossier.Set.FindCriterion(code)!.Name;

    private static string Part(ResultDossier dossier, int divisor) => Display.Of((Rational?)(Points.Parse(dossier.Record.CriteriaSet.Scale).ToRational() / divisor));
}
