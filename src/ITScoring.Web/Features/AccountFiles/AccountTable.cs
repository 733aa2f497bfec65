using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.AccountFiles;

/// <summary>The table of people in an uploaded file: its head, found by names, and its lines as they stand.</summary>
public sealed class AccountTable
{
    public const string UserName = "Tên đăng nhập";
    public const string DisplayName = "Họ tên";
    public const string JobTitle = "Chức vụ";
    public const string Email = "Thư điện tử";
    public const string RoleName = "Vai trò";
    public const string Agency = "Mã cơ quan";
    public const string From = "Từ ngày";
    public const string Until = "Đến ngày";

    /// <summary>The columns, in the order of the template.</summary>
    public static readonly IReadOnlyList<string> Heads = [UserName, DisplayName, JobTitle, Email, RoleName, Agency, From, Until];

    private const int RowsLookedAt = 20;

    private readonly UploadedSheet _sheet;
    private readonly Dictionary<string, int> _columns;

    private AccountTable(UploadedSheet sheet, int head, Dictionary<string, int> columns)
    {
        (_sheet, _columns) = (sheet, columns);
        Rows = [.. sheet.Cells.Keys.Where(a => a.Row > head && columns.ContainsValue(a.Column)).Select(a => a.Row).Distinct().Order().Where(r => Heads.Any(h => Text(r, h) is not null))];
    }

    public IReadOnlyList<int> Rows { get; }

    /// <returns>Null: no sheet has the columns for user name, name and role.</returns>
    public static AccountTable? Find(UploadedWorkbook workbook)
    {
        foreach (var sheet in workbook.Sheets)
        {
            foreach (var row in sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(r => r.Key).Take(RowsLookedAt))
            {
                var columns = new Dictionary<string, int>();
                foreach (var cell in row.OrderBy(c => c.Key.Column))
                {
                    if (Heads.FirstOrDefault(h => Fold(h) == Fold(cell.Value.Text)) is { } head)
                        columns.TryAdd(head, cell.Key.Column);
                }

                if (columns.ContainsKey(UserName) && columns.ContainsKey(DisplayName) && columns.ContainsKey(RoleName))
                    return new AccountTable(sheet, row.Key, columns);
            }
        }

        return null;
    }

    /// <summary>What stands in a line under a head; null: nothing.</summary>
    public string? Text(int row, string head)
    {
        if (!_columns.TryGetValue(head, out var column))
            return null;
        var cell = _sheet[new WorkbookAddress(row, column)];
        return cell is { Kind: WorkbookCellKind.Date, Day: { } day } ? Startup.VietnamTime.Day(day) : PlainText.Clean(cell.Text);
    }

    private static string Fold(string? text) => VietnameseSearch.Fold(text).Replace("ho va ten", "ho ten", StringComparison.Ordinal).Replace("den het ngay", "den ngay", StringComparison.Ordinal).Replace("thu dien tu cong vu", "thu dien tu", StringComparison.Ordinal);
}
