using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.SettlementRecords;

/// <summary>The record of explanations as CSV, in the words of the page: one line a contested value.</summary>
public static class RecordCsv
{
    public static byte[] Of(Period period, IReadOnlyList<RecordRow> rows)
    {
        List<IEnumerable<string>> lines =
        [
            [
                "Mã cơ quan", "Cơ quan", "Tiêu chí", "Tên tiêu chí", "Câu", "Kê khai", "Thẩm tra", "Đề nghị", "Cuối cùng", "Nội dung giải trình", "Tài liệu kèm theo", "Xác nhận lúc",
                "Kết luận", "Lý do kết luận", "Kết luận lúc", "Điểm thẩm tra", "Điểm sau giải trình", "Ghi chú",
            ],
        ];
        foreach (var r in rows)
        {
            var e = r.Explanation;
            lines.AddRange(r.Values.Select(v => (IEnumerable<string>)
            [
                r.Agency.Code, r.Agency.Name, r.Criterion.Code, r.Criterion.Name, v.Question.Code, v.Declared, v.Verified, v.Claimed, v.Final ?? "", e.Text, string.Join("; ", r.Evidence.Select(d => d.Title)), Stamp(e.ConfirmedAt),
                NameOf(e.State), e.SettlementReason ?? "", Stamp(e.SettledAt), Points(r.Verified), Points(r.Final), period.IsDemo ? DemoNotice.Text : "",
            ]));
        }

        return CsvTable.Of(lines);
    }

    /// <summary>How the state of a confirmed explanation is called.</summary>
    public static string NameOf(ExplanationState state) => state switch
    {
        ExplanationState.Accepted => "Chấp nhận",
        ExplanationState.Declined => "Không chấp nhận",
        _ => "Chờ kết luận",
    };

    private static string Stamp(DateTime? at) => at is { } moment ? VietnamTime.Stamp(moment) : "";

    // Two decimals with a point, as in the other files.
    private static string Points(Points? points) => points?.ToString() ?? "";
}
