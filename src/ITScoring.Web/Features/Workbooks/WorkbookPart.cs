using System.Text.Json.Serialization;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>What somebody changed in a workbook: an answer, or a note. Kept between the preview and the choice.</summary>
/// <param name="Code">Of the question.</param>
/// <param name="Place">Sheet and cell in words.</param>
/// <param name="Fields">Of an answer: as the section page would send it.</param>
/// <param name="Note">Of a note; null: emptied.</param>
/// <param name="FromVersion">Version of the stored answer when the workbook was downloaded.</param>
/// <param name="From">Fingerprint of the stored value or note then.</param>
/// <param name="Version">Version of the stored answer that the preview showed; 0: there was none.</param>
public sealed record WorkbookPart(string Code, bool IsNote, string Place, IReadOnlyDictionary<string, string[]> Fields, string? Note, int FromVersion, string From, int Version = 0)
{
    /// <summary>Why it cannot be taken, and what stands in the cell; such parts are shown and never kept.</summary>
    [JsonIgnore]
    public (string Problem, string Typed)? Refused { get; init; }

    /// <summary>Name of its box on the preview.</summary>
    [JsonIgnore]
    public string Key => IsNote ? Code + ".note" : Code;
}
