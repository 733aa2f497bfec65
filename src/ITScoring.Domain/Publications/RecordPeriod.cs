namespace ITScoring.Domain.Publications;

/// <summary>The period of the record.</summary>
public sealed record RecordPeriod(
    string Code, int Year, string Title, string DataFrom, string DataThrough, string Deadline, bool DisclosesDeclaredFigures);
