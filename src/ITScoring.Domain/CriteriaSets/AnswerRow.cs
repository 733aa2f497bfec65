namespace ITScoring.Domain.CriteriaSets;

/// <summary>A row of a <c>rows</c> answer: cells by column code; an empty cell is not in it. Equal when all cells are.</summary>
public sealed record AnswerRow(IReadOnlyDictionary<string, AnswerValue> Cells)
{
    /// <summary>The cell as it is typed in a form: text, digits, address, or a date as yyyy-MM-dd; null when empty.</summary>
    public string? Text(string column) => Cells.TryGetValue(column, out var cell)
        ? cell switch
        {
            TextAnswer text => text.Value,
            UrlAnswer url => url.Value,
            NumberAnswer number => number.Value.ToString(),
            DateAnswer date => date.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        }
        : null;

    public bool Equals(AnswerRow? other) =>
        other is not null && Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && value == cell.Value);

    public override int GetHashCode() =>
        Cells.Aggregate(Cells.Count, (hash, cell) => hash ^ HashCode.Combine(cell.Key, cell.Value));
}
