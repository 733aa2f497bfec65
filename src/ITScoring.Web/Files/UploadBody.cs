using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Files;

/// <summary>The parts of a posted form with files, one after the other as they come in; nothing is held.</summary>
public sealed class UploadBody
{
    private const int LongestBoundary = 128;

    private readonly MultipartReader _reader;
    private UploadSection? _peeked;

    private UploadBody(MultipartReader reader) => _reader = reader;

    /// <summary>Null when the request is no form with files.</summary>
    public static UploadBody? Of(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= LongestBoundary } ? new UploadBody(new MultipartReader(boundary, request.Body)) : null;
    }

    /// <summary>The next part without taking it.</summary>
    /// <exception cref="IOException">The request broke off.</exception>
    /// <exception cref="InvalidDataException">It is not built as a form.</exception>
    public async Task<UploadSection?> PeekAsync(CancellationToken cancel) => _peeked ??= await ReadAsync(cancel);

    /// <inheritdoc cref="PeekAsync"/>
    public async Task<UploadSection?> NextAsync(CancellationToken cancel)
    {
        if (_peeked is not { } section)
            return await ReadAsync(cancel);
        _peeked = null;
        return section;
    }

    private async Task<UploadSection?> ReadAsync(CancellationToken cancel)
    {
        while (await _reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said) && said.DispositionType == "form-data")
            {
                var file = said.FileNameStar.HasValue ? said.FileNameStar : said.FileName;
                return new UploadSection(HeaderUtilities.RemoveQuotes(said.Name).ToString(), file.HasValue ? HeaderUtilities.RemoveQuotes(file).ToString() : null, section.Body);
            }
        }

        return null;
    }
}
