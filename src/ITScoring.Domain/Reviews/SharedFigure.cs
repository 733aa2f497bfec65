namespace ITScoring.Domain.Reviews;

/// <summary>
/// Số liệu hệ thống dùng chung: what one of the province's shared systems says of an agency's question. It stands beside the declared value for those who
/// verify, counts in no score, and is never shown to the agency.
/// </summary>
public sealed class SharedFigure : IVersioned
{
    private SharedFigure()
    {
    }

    /// <param name="valueJson">Canonical JSON, as in an answer.</param>
    public SharedFigure(int periodId, int agencyId, string questionCode, string sourceCode, string valueJson, string fileName, int importedById, DateTime importedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(questionCode);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceCode);
        ArgumentException.ThrowIfNullOrWhiteSpace(valueJson);
        (PeriodId, AgencyId, QuestionCode, SourceCode) = (periodId, agencyId, questionCode, sourceCode);
        (ValueJson, FileName, ImportedById, ImportedAt) = (valueJson, fileName, importedById, importedAt);
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>The shared system, by its code in the settings.</summary>
    public string SourceCode { get; private set; } = "";

    public string ValueJson { get; private set; } = "";

    /// <summary>The file that the value came with.</summary>
    public string FileName { get; private set; } = "";

    public int ImportedById { get; private set; }

    public DateTime ImportedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes the value of a later file; an equal one leaves the figure as it was imported.</summary>
    public void Replace(string valueJson, string fileName, int importedById, DateTime importedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(valueJson);
        if (valueJson != ValueJson)
            (ValueJson, FileName, ImportedById, ImportedAt) = (valueJson, fileName, importedById, importedAt);
    }
}
