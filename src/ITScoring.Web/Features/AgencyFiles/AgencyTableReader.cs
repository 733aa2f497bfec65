using System.Globalization;
using ITScoring.Data;
using ITScoring.Web.Features.Agencies;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>Reads the sheets <c>Khối</c> and <c>Cơ quan</c> of a workbook, naming every cell that cannot be taken.</summary>
public sealed class AgencyTableReader
{
    public const string BlocksSheet = "Khối";
    public const string AgenciesSheet = "Cơ quan";
    public const string Code = "Mã";
    public const string BlockName = "Tên khối";
    public const string AgencyName = "Tên cơ quan";
    public const string ShortName = "Tên ngắn";
    public const string BlockCode = "Mã khối";
    public const string Order = "Thứ tự";
    public const string From = "Từ ngày";
    public const string To = "Đến hết ngày";
    public const string Predecessors = "Cơ quan tiền thân";
    public const string RenamedFrom = "Đổi tên từ ngày";
    public const string Basis = "Căn cứ đổi tên";

    private const int RowsLookedAt = 20;
    private const int MostLines = 2000;
    private const int MostTyped = 80;

    private readonly List<AgencyBadCell> _bad = [];
    private UploadedSheet _sheet = null!;
    private Dictionary<string, int> _heads = [];

    private AgencyTableReader()
    {
    }

    /// <returns>What the workbook says, or why it cannot be read as a list of agencies at all.</returns>
    public static InputResult<AgencyTable> Read(UploadedWorkbook workbook) => new AgencyTableReader().ReadAll(workbook);

    /// <summary>Sheet and cell of a line, in words.</summary>
    public static string Place(string sheet, int row, int? column) => column is { } c ? $"trang “{sheet}”, ô {new WorkbookAddress(row, c)}" : $"trang “{sheet}”, dòng {row}";

    private InputResult<AgencyTable> ReadAll(UploadedWorkbook workbook)
    {
        var (blocks, agencies) = (Find(workbook, BlocksSheet), Find(workbook, AgenciesSheet));
        if (blocks is null && agencies is null)
            return InputResult<AgencyTable>.Wrong($"Tệp không có trang “{BlocksSheet}” và trang “{AgenciesSheet}”. Tải danh mục hiện có ở trang này, sửa trong tệp đó rồi chọn lại.");
        List<BlockLine> blockLines = [];
        List<AgencyLine> agencyLines = [];
        if (blocks is not null && Begin(blocks, [Code, BlockName]))
            blockLines = [.. Rows().Select(Block)];
        if (agencies is not null && Begin(agencies, [Code, AgencyName, BlockCode]))
            agencyLines = [.. Rows().Select(Agency)];
        if (blockLines.Count + agencyLines.Count > MostLines)
            return InputResult<AgencyTable>.Wrong($"Tệp có hơn {MostLines} dòng. Chia làm nhiều tệp rồi nhập từng tệp.");
        Twice(blocks, blockLines.Select(b => (b.Row, b.Code)));
        Twice(agencies, agencyLines.Select(a => (a.Row, a.Code)));
        if (blockLines.Count + agencyLines.Count == 0 && _bad.Count == 0)
            return InputResult<AgencyTable>.Wrong("Các trang trong tệp chưa có dòng nào. Điền danh mục rồi chọn lại tệp.");
        return InputResult<AgencyTable>.Of(new AgencyTable(blockLines, agencyLines, _bad));
    }

    private static UploadedSheet? Find(UploadedWorkbook workbook, string name) => workbook.Sheets.FirstOrDefault(s => VietnameseSearch.Fold(s.Name) == VietnameseSearch.Fold(name));

    /// <summary>Finds the head of a sheet; says which column is missing.</summary>
    private bool Begin(UploadedSheet sheet, IReadOnlyList<string> needed)
    {
        _sheet = sheet;
        foreach (var row in sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(r => r.Key).Take(RowsLookedAt))
        {
            var heads = row.Where(c => PlainText.Clean(c.Value.Text) is not null).OrderBy(c => c.Key.Column)
                .GroupBy(c => VietnameseSearch.Fold(c.Value.Text)).ToDictionary(g => g.Key, g => g.First().Key.Column);
            if (!heads.ContainsKey(VietnameseSearch.Fold(Code)))
                continue;
            (_heads, HeadRow) = (heads, row.Key);
            var missing = needed.Where(n => Column(n) is null).ToList();
            foreach (var name in missing)
                _bad.Add(new AgencyBadCell(Place(sheet.Name, row.Key, null), "", $"Thiếu cột “{name}”. Thêm cột đó ở dòng tiêu đề."));
            return missing.Count == 0;
        }

        _bad.Add(new AgencyBadCell($"trang “{sheet.Name}”", "", $"Không có dòng tiêu đề với cột “{Code}” trong {RowsLookedAt} dòng đầu. Thêm dòng tiêu đề."));
        return false;
    }

    private int HeadRow { get; set; }

    private int? Column(string head) => _heads.TryGetValue(VietnameseSearch.Fold(head), out var column) ? column : null;

    private List<int> Rows()
    {
        var known = _heads.Values.ToHashSet();
        return [.. _sheet.Cells.Where(c => c.Key.Row > HeadRow && known.Contains(c.Key.Column) && PlainText.Clean(c.Value.Text) is not null).Select(c => c.Key.Row).Distinct().Order()];
    }

    private BlockLine Block(int row) => new(row, CodeAt(row, Code), NameAt(row, BlockName), OrderAt(row), DayAt(row, From), DayAt(row, To));

    private AgencyLine Agency(int row) => new(
        row, CodeAt(row, Code), NameAt(row, AgencyName), TextAt(row, ShortName, Lengths.Name), CodeAt(row, BlockCode), OrderAt(row), DayAt(row, From), DayAt(row, To),
        [.. (Typed(row, Predecessors) ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => c.ToUpperInvariant()).Distinct()],
        DayAt(row, RenamedFrom), TextAt(row, Basis, Lengths.Text));

    private string? Typed(int row, string head) => Column(head) is { } column ? PlainText.Clean(_sheet[new WorkbookAddress(row, column)].Text) : null;

    private string CodeAt(int row, string head)
    {
        var code = Typed(row, head)?.ToUpperInvariant() ?? "";
        if (!Domain.Agencies.Agency.IsCode(code))
            Refuse(row, head, code.Length == 0 ? $"Chưa ghi {head.ToLowerInvariant()}. Ghi mã hoặc xóa dòng." : $"Mã gồm chữ không dấu và chữ số, có thể có dấu - . _ ở giữa, không quá {Domain.Agencies.Agency.MostCodeCharacters} ký tự, ví dụ STC.");
        return code;
    }

    private string NameAt(int row, string head)
    {
        var name = Typed(row, head)?.Replace('\n', ' ') ?? "";
        if (name.Length is 0 or > Lengths.Name)
            Refuse(row, head, $"Ghi {head.ToLowerInvariant()}, không quá {Lengths.Name} ký tự.");
        return name;
    }

    private string? TextAt(int row, string head, int most)
    {
        var text = Typed(row, head);
        if (text?.Length > most)
            Refuse(row, head, $"Nội dung dài {text.Length} ký tự, quá {most} ký tự. Rút gọn.");
        return text;
    }

    private int? OrderAt(int row)
    {
        if (Typed(row, Order) is not { } typed)
            return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order <= AgencyInput.MostOrder)
            return order;
        Refuse(row, Order, $"Thứ tự là số nguyên từ 0 đến {AgencyInput.MostOrder}.");
        return null;
    }

    private DateOnly? DayAt(int row, string head)
    {
        if (Typed(row, head) is not { } typed)
            return null;
        var cell = _sheet[new WorkbookAddress(row, Column(head)!.Value)];
        if (cell is { Kind: WorkbookCellKind.Date, Day: { } day })
            return day;
        var read = DateInput.Parse(typed);
        if (read.Problem is { } problem)
            Refuse(row, head, problem);
        return read.Problem is null ? read.Value : null;
    }

    private void Twice(UploadedSheet? sheet, IEnumerable<(int Row, string Code)> lines)
    {
        foreach (var twice in lines.Where(l => l.Code.Length > 0).GroupBy(l => l.Code).Where(g => g.Count() > 1))
        {
            foreach (var (row, code) in twice)
                _bad.Add(new AgencyBadCell(Place(sheet!.Name, row, null), code, $"Mã {code} có {twice.Count()} dòng ({string.Join(", ", twice.Select(t => $"dòng {t.Row}"))}). Giữ một dòng."));
        }
    }

    private void Refuse(int row, string head, string problem)
    {
        var typed = Typed(row, head) ?? "";
        _bad.Add(new AgencyBadCell(Place(_sheet.Name, row, Column(head)), typed.Length > MostTyped ? typed[..MostTyped] + "…" : typed, problem));
    }
}
