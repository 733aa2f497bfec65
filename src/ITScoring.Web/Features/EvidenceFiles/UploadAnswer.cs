using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>What became of an upload, told to a script as JSON and to people as sentences.</summary>
internal static class UploadAnswer
{
    public static bool AsksForJson(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    public static JsonResult Json(IReadOnlyList<UploadResult> results) => new(new { files = results.Select(r => new { r.Name, r.Ok, Message = char.ToUpperInvariant(r.Message[0]) + r.Message[1..] }) })
    {
        // A refused file is an answer; what keeps all files out is a failure.
        StatusCode = results.FirstOrDefault(r => !r.Ok && r.Status != StatusCodes.Status422UnprocessableEntity)?.Status ?? StatusCodes.Status200OK,
    };

    public static string Sentence(UploadResult result) => result.Name.Length == 0 ? result.Message : $"“{result.Name}” {result.Message}";

    /// <param name="taken">At least one.</param>
    public static string Notice(IReadOnlyList<UploadResult> taken) => taken.Count == 1 ? Sentence(taken[0]) : $"Đã lưu {taken.Count} tệp.";
}
