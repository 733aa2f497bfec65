using System.Text;

namespace ITScoring.Web.Files;

/// <summary>One part of an upload: a field or a file. Its body is read before the next part is.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="FileName">As sent; null: no file.</param>
public sealed record UploadSection(string Name, string? FileName, Stream Body)
{
    private const int LongestField = 8 * 1024;

    /// <summary>The text of a field; what is longer than any field of ours is cut off.</summary>
    public async Task<string> ReadTextAsync(CancellationToken cancel)
    {
        var buffer = new byte[LongestField];
        var read = await Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
