using ITScoring.Domain.Files;
using ITScoring.Web.Files;
using ITScoring.Web.Input;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.WebUtilities;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>What came with the form: the fields as they were typed, and the file under a temporary name. Gone with it unless it is kept.</summary>
internal sealed class SignedUpload : IDisposable
{
    private static readonly string[] FieldNames = ["kind", "number", "date", "abstract", "replaces"];

    private readonly Dictionary<string, string> _typed = [];

    /// <summary>Null: none was chosen, or it did not come in whole.</summary>
    public IncomingFile? File { get; private set; }

    /// <summary>As shown.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Why the file did not come in, as a Vietnamese sentence; null: it did, or none was chosen.</summary>
    public string? Problem { get; private set; }

    /// <summary>HTTP status of <see cref="Problem"/>.</summary>
    public int Status { get; private set; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>What was typed into each field that came.</summary>
    public IReadOnlyDictionary<string, string> Typed => _typed;

    public string? this[string field] => _typed.GetValueOrDefault(field);

    /// <param name="body">Null: the request was no form with files.</param>
    /// <param name="mostBytes">Of the file.</param>
    public static async Task<SignedUpload> ReceiveAsync(UploadBody? body, IFileStore store, long mostBytes, ILogger log, CancellationToken cancel)
    {
        var upload = new SignedUpload();
        try
        {
            while (body is not null && await body.NextAsync(cancel) is { } section)
            {
                if (section.FileName is null)
                {
                    if (FieldNames.Contains(section.Name))
                        upload._typed[section.Name] = await section.ReadTextAsync(cancel);
                }
                else if (section.FileName.Length > 0 && upload.File is null)
                {
                    upload.FileName = FileNameInput.Clean(section.FileName);
                    try
                    {
                        upload.File = await store.ReceiveAsync(section.Body, mostBytes, cancel);
                    }
                    catch (FileStoreProblem e)
                    {
                        // What is typed after the file is read all the same, so that nothing of it is lost.
                        log.LogError(e, "A signed document could not be stored");
                        (upload.Problem, upload.Status) = (e.Message, StatusCodes.Status503ServiceUnavailable);
                        await section.Body.DrainAsync(cancel);
                    }
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            upload.Fail($"Tệp lớn hơn {Display.Size(mostBytes)}. Giảm dung lượng (quét ở 150–200 dpi) rồi chọn lại.", e.StatusCode);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            log.LogInformation("An upload broke off: {Reason}", e.GetType().Name);
            upload.Fail("Lần gửi này bị đứt giữa chừng nên chưa lưu được. Kiểm tra đường truyền rồi gửi lại.", StatusCodes.Status422UnprocessableEntity);
        }

        return upload;
    }

    public void Dispose() => File?.Dispose();

    /// <summary>Why what came is not the PDF of a signed document, as a Vietnamese sentence; null: it is one.</summary>
    /// <param name="mostBytes">Of the file.</param>
    public string? FileProblem(long mostBytes)
    {
        if (Problem is not null)
            return Problem;
        if (File is not { } file)
            return "Chọn tệp PDF của văn bản đã ký.";
        if (file.IsTooLarge)
            return $"“{FileName}” lớn hơn {Display.Size(mostBytes)}. Giảm dung lượng (quét ở 150–200 dpi) rồi chọn lại.";
        var verdict = FileInspector.Inspect(file);
        return verdict.Kind switch
        {
            FileKind.Pdf => null,
            { } kind => $"“{FileName}” là tệp {kind.Name()}, không phải PDF. Xuất hoặc quét văn bản đã ký sang PDF rồi chọn lại.",
            null => $"“{FileName}” {verdict.Refusal}",
        };
    }

    private void Fail(string problem, int status)
    {
        File?.Dispose();
        (File, Problem, Status) = (null, problem, status);
    }
}
