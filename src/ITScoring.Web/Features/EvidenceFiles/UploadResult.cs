using ITScoring.Domain;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>What became of one file of an upload.</summary>
/// <param name="Name">The file's name, as shown.</param>
/// <param name="Status">HTTP status that tells why it was not taken; 200: it was.</param>
/// <param name="Message">A Vietnamese sentence: what was done, or the reason and the remedy.</param>
public sealed record UploadResult(string Name, int Status, string Message)
{
    public bool Ok => Status == StatusCodes.Status200OK;

    /// <summary>The answer to an upload without a file.</summary>
    public static UploadResult Nothing { get; } = new("", StatusCodes.Status422UnprocessableEntity, "Chọn ít nhất một tệp để tải lên.");

    /// <summary>What the domain refused, as what became of the file.</summary>
    public static UploadResult Refused(string name, Outcome outcome) => new(name, Refusals.StatusOf(outcome), outcome.Problems[0]);
}
