namespace ITScoring.Web.Reports;

/// <summary>Collects what is wrong with a criteria set's workbook and hands it out in the order of sheets, rows and columns.</summary>
internal sealed class SetSheetProblems
{
    private static readonly List<string> Order = [SetSheetPlan.Head.Name, .. SetSheetPlan.Lines.Select(sheet => sheet.Name)];

    private readonly List<(WorkbookAddress? At, SheetProblem Problem)> _problems = [];
    private readonly HashSet<(string Sheet, WorkbookAddress At)> _places = [];

    public bool LoseContent => _problems.Exists(problem => problem.Problem.LosesContent);

    /// <summary>Something that has no place in a set.</summary>
    /// <param name="at">Null: the whole sheet.</param>
    public void Lost(string sheet, WorkbookAddress? at, string message) => Add(sheet, at, message, losesContent: true);

    /// <summary>Something for which the set is not whole; left out where the cell itself is not understood.</summary>
    public void Unfinished(string sheet, WorkbookAddress? at, string message)
    {
        if (at is null || !_places.Contains((sheet, at.Value)))
            Add(sheet, at, message, losesContent: false);
    }

    public IReadOnlyList<SheetProblem> InOrder() =>
        [.. _problems.OrderBy(p => Order.IndexOf(p.Problem.Sheet)).ThenBy(p => p.At?.Row ?? 0).ThenBy(p => p.At?.Column ?? 0).Select(p => p.Problem).Distinct()];

    private void Add(string sheet, WorkbookAddress? at, string message, bool losesContent)
    {
        if (losesContent && at is { } place)
            _places.Add((sheet, place));
        _problems.Add((at, new SheetProblem(sheet, at?.ToString() ?? "", message, losesContent)));
    }
}
