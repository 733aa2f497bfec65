using ITScoring.Data;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>What a row refers to is there.</summary>
public sealed class RowsHaveTheirOthers(BrokenReferences references) : IIntegrityCheck
{
    public string Name => "Dòng dữ liệu trỏ đến dòng có thật";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel) =>
    [
        .. (await references.FindAsync(cancel)).Select(b => new IntegrityFinding(
            $"{b.Rows} dòng của bảng {b.From} trỏ đến dòng không có của bảng {b.To} ({string.Join(", ", b.Columns)}).", $"bảng {b.From}", null,
            "Khôi phục các dòng thiếu từ bản sao lưu; nếu dòng trỏ đến là thừa thì người vận hành xóa nó.")),
    ];
}
