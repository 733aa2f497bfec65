using ITScoring.Data;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Verify;

/// <summary>Anybody computes a published result again from its package. Nothing is stored.</summary>
[AllowAnonymous]
[Route("verify")]
public sealed class VerifyController(AppDbContext db) : Controller
{
    public const string RateLimit = "verify";

    private const int MostBytes = 16 * 1024 * 1024;

    [HttpGet("")]
    public IActionResult Verify() => View((VerifyPage?)null);

    [HttpPost("")]
    [EnableRateLimiting(RateLimit)]
    [RequestSizeLimit(MostBytes + 65536)]
    public async Task<IActionResult> Check(IFormFile? package, CancellationToken cancel)
    {
        if (package is null || package.Length == 0)
            ModelState.AddModelError("package", "Chọn gói kết quả (tệp .zip tải từ trang Dữ liệu mở) rồi bấm “Kiểm tra”.");
        else if (package.Length > MostBytes)
            ModelState.AddModelError("package", $"Tệp lớn hơn {MostBytes / 1024 / 1024} MB: đây không phải gói kết quả của cổng.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Verify", (VerifyPage?)null);
        }

        await using var stream = package!.OpenReadStream();
        var report = PackageZip.Check(stream, out var files);
        stream.Position = 0;
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, cancel);
        var sha256 = PackageHash.Of(whole.ToArray());
        return View("Verify", new VerifyPage(FileNameInput.Clean(package.FileName), report, PackageSignature.Of(files), await db.PublicationFiles.AnyAsync(f => f.Sha256 == sha256, cancel)));
    }
}
