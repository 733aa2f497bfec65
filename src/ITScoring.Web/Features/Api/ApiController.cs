using System.ComponentModel;
using System.Text.Json;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ITScoring.Web.Features.Api;

/// <summary>
/// Published results for programs: read only, for anybody, from the public part of records. What is answered and how it is described are made from
/// the same types with the same options (<see cref="ApiDescription"/>).
/// </summary>
[AllowAnonymous]
[Route("api/v1")]
[Tags("Kết quả đã công bố")]
[ApiExplorerSettings(IgnoreApi = false)]
public sealed class ApiController(ApiQuery query, ApiDescription description, IOptions<JsonOptions> json) : ControllerBase
{
    private const string NotPublished = "Không có kỳ, lần công bố hoặc cơ quan này trong dữ liệu đã công bố";
    private const string Found = "Dữ liệu; kèm ETag";
    private const string Unchanged = "Dữ liệu vẫn như ETag gửi trong If-None-Match";
    private const string PeriodHint = "Mã kỳ đánh giá, ví dụ 2018";

    /// <summary>A correction is to be seen soon; whoever asks again within the minute is spared.</summary>
    private const string Briefly = "public, max-age=60";

    /// <summary>Of what never says anything else.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    [HttpGet("periods", Name = "listPeriods")]
    [IdleRequest]
    [EndpointSummary("Các kỳ đánh giá đã công bố")]
    [ProducesResponseType<ApiPeriods>(StatusCodes.Status200OK, "application/json", Description = Found)]
    [ProducesResponseType(StatusCodes.Status304NotModified, Description = Unchanged)]
    public async Task<IActionResult> Periods(CancellationToken cancel) => Answer(await query.PeriodsAsync(cancel), Briefly);

    [HttpGet("periods/{period}", Name = "getPeriod")]
    [IdleRequest]
    [EndpointSummary("Một kỳ đánh giá: bộ tiêu chí với cách tính bằng lời, các khối, các cơ quan")]
    [ProducesResponseType<ApiPeriodDetail>(StatusCodes.Status200OK, "application/json", Description = Found)]
    [ProducesResponseType(StatusCodes.Status304NotModified, Description = Unchanged)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType, Description = NotPublished)]
    public async Task<IActionResult> Period([FromRoute, Description(PeriodHint)] string period, CancellationToken cancel) => Answer(await query.PeriodAsync(period, cancel), Briefly);

    [HttpGet("periods/{period}/publications", Name = "listPublications")]
    [IdleRequest]
    [EndpointSummary("Các lần công bố của một kỳ và các tệp công khai")]
    [ProducesResponseType<ApiPublications>(StatusCodes.Status200OK, "application/json", Description = Found)]
    [ProducesResponseType(StatusCodes.Status304NotModified, Description = Unchanged)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType, Description = NotPublished)]
    public async Task<IActionResult> Publications([FromRoute, Description(PeriodHint)] string period, CancellationToken cancel) => Answer(await query.PublicationsAsync(period, cancel), Briefly);

    [HttpGet("periods/{period}/publications/{number:int}", Name = "getRanking")]
    [IdleRequest]
    [EndpointSummary("Bảng xếp hạng của một lần công bố")]
    [EndpointDescription("Nội dung của một lần công bố không bao giờ đổi, kể cả sau khi được đính chính bằng lần công bố khác.")]
    [ProducesResponseType<ApiRanking>(StatusCodes.Status200OK, "application/json", Description = Found)]
    [ProducesResponseType(StatusCodes.Status304NotModified, Description = Unchanged)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType, Description = NotPublished)]
    public async Task<IActionResult> Ranking(
        [FromRoute, Description(PeriodHint)] string period, [FromRoute, Description("Lần công bố, ví dụ 1")] int number, CancellationToken cancel) =>
        Answer(await query.RankingAsync(period, number, cancel), Forever);

    [HttpGet("periods/{period}/agencies/{code}", Name = "getAgency")]
    [IdleRequest]
    [EndpointSummary("Kết quả của một cơ quan: điểm từng nhóm, từng tiêu chí")]
    [EndpointDescription("Đọc từ lần công bố đang có hiệu lực. Số liệu kê khai và các bước tính chỉ có ở kỳ công khai chúng.")]
    [ProducesResponseType<ApiAgency>(StatusCodes.Status200OK, "application/json", Description = Found)]
    [ProducesResponseType(StatusCodes.Status304NotModified, Description = Unchanged)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType, Description = NotPublished)]
    public async Task<IActionResult> Agency(
        [FromRoute, Description(PeriodHint)] string period, [FromRoute, Description("Mã cơ quan, ví dụ STC; không phân biệt chữ hoa, chữ thường")] string code, CancellationToken cancel) =>
        Answer(await query.AgencyAsync(period, code, cancel), Briefly);

    /// <summary>The description of all of the above.</summary>
    [HttpGet("openapi.json")]
    [IdleRequest]
    [ApiExplorerSettings(IgnoreApi = true)]
    public async Task<IActionResult> Describe() => Answer(await description.ReadAsync(), Briefly);

    private IActionResult Answer<T>(T? body, string kept)
        where T : class => body is null ? NotFound() : Answer(JsonSerializer.SerializeToUtf8Bytes(body, json.Value.SerializerOptions), kept);

    private FileContentResult Answer(byte[] bytes, string kept)
    {
        Response.Headers.CacheControl = kept;
        return File(bytes, "application/json; charset=utf-8", null, new EntityTagHeaderValue($"\"{PackageHash.Of(bytes)}\""));
    }
}
