using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Files;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Files;
using ITScoring.Web.Input;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>Takes the files of an upload one after the other as they come in: each is kept or refused by itself.</summary>
public sealed class UploadService(
    AppDbContext db, CurrentUser user, EvidenceService evidence, IFileStore store, StoredFileRows rows, IOptions<FilesOptions> limits, ILogger<UploadService> log)
{
    /// <summary>Files that prove the answer to a question.</summary>
    public Task<IReadOnlyList<UploadResult>> ReceiveAsync(OwnForm form, Question question, UploadBody body, CancellationToken cancel) =>
        ReceiveAsync(form, new QuestionUpload(db, user, evidence, form, question), body, cancel);

    /// <summary>What became of each file, in the order in which they came; fields <c>part</c> and <c>replaces</c> come before them.</summary>
    public async Task<IReadOnlyList<UploadResult>> ReceiveAsync(OwnForm form, IUploadTarget target, UploadBody body, CancellationToken cancel)
    {
        var results = new List<UploadResult>();
        string? part = null;
        int? replaces = null;
        UploadResult? stopped = target.MayAdd() is { Ok: false } refused ? UploadResult.Refused("", refused) : null;
        try
        {
            while (await body.NextAsync(cancel) is { } section)
            {
                if (section.FileName is null)
                {
                    var text = (await section.ReadTextAsync(cancel)).Trim();
                    (part, replaces) = section.Name switch
                    {
                        "part" => (text, replaces),
                        "replaces" => (part, int.TryParse(text, out var id) ? id : null),
                        _ => (part, replaces),
                    };
                }
                else if (section.FileName.Length > 0)
                {
                    var name = FileNameInput.Clean(section.FileName);
                    if (replaces is not null && results.Any(r => r.Ok))
                        stopped = new UploadResult("", 422, "khi thay một tài liệu, mỗi lần chỉ gửi một tệp. Thêm tệp này riêng.");
                    var result = stopped is null ? await TakeAsync(form, target, name, section.Body, new Placing(part, replaces), cancel) : stopped with { Name = name };
                    results.Add(result);
                    // Neither the store nor the form's state gets better with the next file.
                    if (result.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status409Conflict)
                        stopped = result;
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            results.Add(new UploadResult("Lần tải lên này", e.StatusCode, $"lớn hơn {Display.Size(limits.Value.MaxFormBytes)}. Chia thành nhiều lần, mỗi lần ít tệp hơn."));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Also when somebody cancelled: nobody reads the answer then.
            log.LogInformation("An upload broke off: {Reason}", e.GetType().Name);
            results.Add(new UploadResult("Lần tải lên này", 422, "bị đứt giữa chừng nên tệp cuối chưa được lưu. Kiểm tra đường truyền rồi tải lại tệp đó."));
        }

        return results;
    }

    private async Task<UploadResult> TakeAsync(OwnForm form, IUploadTarget target, string name, Stream content, Placing placing, CancellationToken cancel)
    {
        try
        {
            using var incoming = await store.ReceiveAsync(content, limits.Value.MaxFileBytes, cancel);
            if (incoming.IsTooLarge)
                return new UploadResult(name, 422, $"lớn hơn {Display.Size(limits.Value.MaxFileBytes)}. Giảm dung lượng (quét ở 150–200 dpi, nén ảnh) hoặc tách thành nhiều tệp.");
            var verdict = FileInspector.Inspect(incoming);
            if (verdict.Kind is not { } kind)
                return new UploadResult(name, 422, verdict.Refusal!);
            var known = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.AgencyId == form.Agency.AgencyId && f.Sha256 == incoming.Sha256, cancel);
            if (known is { Scan: ScanState.Infected })
                return new UploadResult(name, 422, $"có mã độc ({known.Malware}), đã bị cách ly từ lần tải trước. Quét máy tính, tạo lại tệp sạch rồi tải lên.");
            if (await TooMuchAsync(form, incoming, placing.Replaces, cancel) is { } problem)
                return new UploadResult(name, 422, problem);
            await store.KeepAsync(incoming, cancel);
            var file = await rows.TakeAsync(form.Agency.AgencyId, incoming, kind, cancel);
            return await target.AddAsync(file, known, name, placing, cancel);
        }
        catch (FileStoreProblem e)
        {
            log.LogError(e, "A file could not be stored");
            await content.DrainAsync(cancel);
            return new UploadResult(name, StatusCodes.Status503ServiceUnavailable, e.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new UploadResult(name, StatusCodes.Status409Conflict, target.Moved);
        }
    }

    /// <summary>The same file counts once, and one that is to be replaced not at all.</summary>
    private async Task<string?> TooMuchAsync(OwnForm form, IncomingFile incoming, int? replaces, CancellationToken cancel)
    {
        var files = await db.Evidence.Where(e => e.SubmissionId == form.Submission.Id && e.RemovedAt == null && e.Id != replaces && e.File != null)
            .Select(e => new { e.File!.Sha256, e.File.Size }).Distinct().ToListAsync(cancel);
        var sum = files.Sum(f => f.Size);
        return files.All(f => f.Sha256 != incoming.Sha256) && sum + incoming.Size > limits.Value.MaxFormBytes
            ? $"làm các tệp của phiếu vượt {Display.Size(limits.Value.MaxFormBytes)} (đang có {Display.Size(sum)}). Gỡ tệp không còn cần, giảm dung lượng, hoặc chỉ ghi số, ký hiệu văn bản."
            : null;
    }
}
