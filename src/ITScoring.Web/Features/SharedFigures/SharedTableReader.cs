using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Finds the tables of figures in an uploaded file and reads them, naming every place that cannot be taken.</summary>
public sealed class SharedTableReader
{
    /// <summary>Figures that one file may give.</summary>
    public const int MostLines = 10_000;

    private const int MostTyped = 80;

    private readonly CriteriaSet _set;
    private readonly SharedAgencies _agencies;
    private readonly Dictionary<string, Question> _questions;
    private readonly List<(int Sheet, WorkbookAddress At, SharedLine Line)> _lines = [];
    private readonly List<(int Sheet, WorkbookAddress At, SharedBadLine Line)> _bad = [];
    private UploadedSheet _sheet = null!;
    private ILookup<int, int> _columns = null!;
    private SharedHeads _heads = null!;
    private int _index;

    private SharedTableReader(CriteriaSet set, SharedAgencies agencies)
    {
        (_set, _agencies) = (set, agencies);
        _questions = set.Questions.GroupBy(q => q.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>What the file says, or why it cannot be read as figures at all.</returns>
    public static InputResult<SharedReading> Read(UploadedWorkbook workbook, CriteriaSet set, SharedAgencies agencies) => new SharedTableReader(set, agencies).Read(workbook);

    private InputResult<SharedReading> Read(UploadedWorkbook workbook)
    {
        var skipped = new List<string>();
        foreach (var sheet in workbook.Sheets.Where(s => s.Cells.Count > 0))
        {
            if (SharedHeads.Of(sheet) is not { } heads)
            {
                skipped.Add(sheet.Name);
                continue;
            }

            (_sheet, _heads, _index, _columns) = (sheet, heads, _index + 1, sheet.Cells.Keys.ToLookup(a => a.Row, a => a.Column));
            if (heads.IsLong)
                Long();
            else
                Matrix();
        }

        if (_index == 0)
        {
            return InputResult<SharedReading>.Wrong(
                "Không tìm thấy bảng số liệu trong tệp. Cần một dòng tiêu đề có cột “Cơ quan”, và hoặc hai cột “Câu hỏi”, “Giá trị”, hoặc mỗi câu hỏi một cột mang mã câu. Tải biểu mẫu ở trang này để xem cách trình bày.");
        }

        SetTwiceApart();
        if (_lines.Count == 0 && _bad.Count == 0)
            return InputResult<SharedReading>.Wrong("Bảng trong tệp chưa có số liệu nào. Điền số liệu rồi chọn lại tệp.");
        if (_lines.Count + _bad.Count > MostLines)
            return InputResult<SharedReading>.Wrong($"Tệp có nhiều hơn {Display.Of(MostLines)} số liệu. Chia làm nhiều tệp rồi nhập từng tệp.");
        return InputResult<SharedReading>.Of(new SharedReading(
            [.. _lines.OrderBy(l => l.Sheet).ThenBy(l => l.At.Row).ThenBy(l => l.At.Column).Select(l => l.Line)],
            [.. _bad.OrderBy(l => l.Sheet).ThenBy(l => l.At.Row).ThenBy(l => l.At.Column).Select(l => l.Line)],
            skipped));
    }

    private bool IsCsv => _sheet.Name.Length == 0;

    private IEnumerable<int> Rows() => _columns.Select(r => r.Key).Where(r => r > _heads.Row).Order();

    private void Long()
    {
        foreach (var (columns, name) in new[] { (_heads.Question, "Câu hỏi"), (_heads.Value, "Giá trị") })
        {
            if (columns.Count == 0)
            {
                Refuse(new(_heads.Row, _heads.Agency[0]), $"Bảng mỗi dòng một số liệu cần cả cột “Câu hỏi” và cột “Giá trị”; chưa có cột “{name}”. Thêm cột đó.");
                return;
            }

            if (columns.Count > 1)
            {
                Refuse(new(_heads.Row, columns[1]), $"Cột “{name}” có hai lần. Giữ một cột.");
                return;
            }
        }

        foreach (var row in Rows())
        {
            WorkbookAddress question = new(row, _heads.Question[0]), value = new(row, _heads.Value[0]);
            if (Text(question) is null && IsEmpty(value) && _heads.Agency.All(c => Text(new(row, c)) is null))
                continue;
            if (SpillsOver(row) || AgencyOf(row) is not { } agency || QuestionAt(question) is not { } asked)
                continue;
            WorkbookAddress? unit = _heads.Unit.Count > 0 ? new(row, _heads.Unit[0]) : null;
            if (SharedValue.Problem(asked, null) is { } never)
                Refuse(question, never);
            else if (unit is { } at && SharedValue.Problem(asked, Text(at)) is { } other)
                Refuse(at, other);
            else if (IsEmpty(value))
                Refuse(value, "Chưa có giá trị. Điền giá trị, ghi 0 nếu là không; hoặc xóa dòng.");
            else
                Take(value, agency, asked);
        }
    }

    private void Matrix()
    {
        var columns = new List<(int Column, Question Question)>();
        foreach (var (column, code, unit) in _heads.Questions)
        {
            var at = new WorkbookAddress(_heads.Row, column);
            if (!_questions.TryGetValue(code, out var question))
                Refuse(at, UnknownQuestion);
            else if (SharedValue.Problem(question, unit) is { } problem)
                Refuse(at, problem);
            else
                columns.Add((column, question));
        }

        foreach (var twice in columns.GroupBy(c => c.Question).Where(g => g.Count() > 1).ToList())
        {
            foreach (var (column, question) in twice)
                Refuse(new(_heads.Row, column), $"Câu {question.Code} có {twice.Count()} cột. Giữ một cột.");
            columns.RemoveAll(c => c.Question == twice.Key);
        }

        // Without a head nobody knows what a figure means.
        foreach (var column in _sheet.Cells.Keys.Where(a => !IsCsv && a.Row > _heads.Row && !_heads.Texts.ContainsKey(a.Column)).GroupBy(a => a.Column))
            Refuse(column.MinBy(a => a.Row), "Ô nằm ngoài các cột có tiêu đề. Ghi mã câu ở dòng tiêu đề của cột hoặc xóa nội dung của cột.");

        var known = new List<(int Row, PeriodAgency Agency)>();
        foreach (var row in Rows().Where(r => _heads.Texts.Keys.Any(c => !IsEmpty(new(r, c)))))
        {
            if (!SpillsOver(row) && AgencyOf(row) is { } agency)
                known.Add((row, agency));
        }

        foreach (var ofAgency in known.GroupBy(k => k.Agency))
        {
            var places = ofAgency.Select(k => new WorkbookAddress(k.Row, _heads.Agency[0])).ToList();
            if (places.Count > 1)
            {
                foreach (var at in places)
                    Refuse(at, $"{ofAgency.Key.Name} có {places.Count} dòng (còn ở {string.Join("; ", places.Where(p => p != at).Select(Place))}). Giữ một dòng.");
                continue;
            }

            foreach (var (column, question) in columns)
            {
                if (!IsEmpty(new(places[0].Row, column)))
                    Take(new(places[0].Row, column), ofAgency.Key, question);
            }
        }
    }

    private void Take(WorkbookAddress at, PeriodAgency agency, Question question)
    {
        var read = SharedValue.Read(_set, question, _sheet[at]);
        if (read.Problem is { } problem)
            Refuse(at, problem);
        else if (read.IsEmpty)
            Refuse(at, "Chưa có giá trị. Điền giá trị hoặc xóa ô.");
        else
            _lines.Add((_index, at, new SharedLine(agency.AgencyId, question.Code, read.Value!, Place(at))));
    }

    /// <summary>The agency of a row; null: none is named or it is not known, which is noted.</summary>
    private PeriodAgency? AgencyOf(int row)
    {
        var named = _heads.Agency.Select(c => new WorkbookAddress(row, c)).Where(at => Text(at) is not null).ToList();
        if (named.Count == 0)
        {
            Refuse(new(row, _heads.Agency[0]), "Dòng có số liệu mà chưa ghi cơ quan. Ghi mã hoặc tên cơ quan.");
            return null;
        }

        PeriodAgency? agency = null;
        foreach (var at in named)
        {
            var found = _agencies.Find(Text(at)!);
            var problem = found.Problem ?? (agency is not null && agency != found.Value ? $"Dòng này ghi hai cơ quan khác nhau: {agency.Name} và {found.Value!.Name}. Sửa cho khớp." : null);
            if (problem is not null)
            {
                Refuse(at, problem);
                return null;
            }

            agency = found.Value;
        }

        return agency;
    }

    private Question? QuestionAt(WorkbookAddress at)
    {
        if (Text(at) is { } code && _questions.TryGetValue(code, out var question))
            return question;
        Refuse(at, Text(at) is null ? "Chưa ghi mã câu hỏi. Ghi mã câu." : UnknownQuestion);
        return null;
    }

    private string UnknownQuestion => $"Bộ tiêu chí của kỳ không có câu hỏi mã này. Ghi đúng mã câu (ví dụ {_set.Questions.FirstOrDefault(q => q.IsNumber)?.Code ?? _set.Questions[0].Code}) hoặc bỏ câu này khỏi tệp.";

    /// <summary>Of a CSV: the line has more cells than the head, mostly a number whose decimal comma parted it.</summary>
    private bool SpillsOver(int row)
    {
        var spills = IsCsv && (_sheet.Lengths[row] > _sheet.Lengths[_heads.Row] || _columns[row].Any(c => !_heads.Texts.ContainsKey(c)));
        if (spills)
            Refuse(new(row, _sheet.Lengths[row]), "Dòng có nhiều ô hơn dòng tiêu đề. Số có dấu phẩy phải đặt trong ngoặc kép, hoặc phân cách các ô bằng dấu chấm phẩy.");
        return spills;
    }

    /// <summary>Which of two values of one figure is right nobody can tell: none is taken.</summary>
    private void SetTwiceApart()
    {
        var all = _lines.GroupBy(l => (l.Line.AgencyId, l.Line.QuestionCode)).Where(g => g.Count() > 1).ToList();
        _lines.RemoveAll(all.SelectMany(g => g).ToHashSet().Contains);
        foreach (var twice in all)
        {
            foreach (var (sheet, at, line) in twice)
            {
                var others = string.Join("; ", twice.Where(l => l.Line != line).Select(l => l.Line.Place));
                _bad.Add((sheet, at, new SharedBadLine(line.Place, line.Json.Trim('"'), $"{_agencies.Period.FindAgency(line.AgencyId)!.Name}, câu {line.QuestionCode} có {twice.Count()} lần trong tệp (còn ở {others}). Giữ một lần.")));
            }
        }
    }

    private void Refuse(WorkbookAddress at, string problem)
    {
        var typed = Text(at) ?? "";
        _bad.Add((_index, at, new SharedBadLine(Place(at), typed.Length > MostTyped ? typed[..MostTyped] + "…" : typed, problem)));
    }

    private bool IsEmpty(WorkbookAddress at) => _sheet[at] is var cell && (cell.Kind == WorkbookCellKind.Empty || (cell.Kind == WorkbookCellKind.Text && PlainText.Clean(cell.Text) is null));

    /// <summary>Codes are read as they look, also where a program made numbers of them.</summary>
    private string? Text(WorkbookAddress at) => PlainText.Clean(_sheet[at].Text);

    private string Place(WorkbookAddress at) => !IsCsv ? $"trang “{_sheet.Name}”, ô {at}"
        : $"dòng {at.Row}" + (_heads.Texts.TryGetValue(at.Column, out var head) ? $", cột “{head}”" : "");
}
