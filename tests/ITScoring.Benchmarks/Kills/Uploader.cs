using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Benchmarks.Load;

namespace ITScoring.Benchmarks.Kills;

/// <summary>One editor who uploads another picture again and again until the site goes away, and remembers what was acknowledged.</summary>
internal sealed class Uploader(SignedIn person, string token, string question) : IDisposable
{
    private const int LeastBytes = 2_000;
    private const int MostBytes = 200_000;

    private int _sent;

    public SignedIn Person => person;

    public string Question => question;

    /// <summary>SHA-256 by file name of what the site said it has.</summary>
    public Dictionary<string, string> Acknowledged { get; } = [];

    /// <summary>SHA-256 by file name of what was sent when the site went away.</summary>
    public Dictionary<string, string> Unheard { get; } = [];

    public int CutOff => Unheard.Count;

    /// <summary>Of the unheard ones those that are stored all the same.</summary>
    public int StoredUnheard { get; set; }

    /// <summary>Acknowledged files that are not stored.</summary>
    public int Lost { get; set; }

    /// <param name="first">Is cancelled once an upload is acknowledged; null: nobody waits for it.</param>
    public async Task WorkAsync(int seed, CancellationTokenSource? first)
    {
        var random = new Random(seed);
        while (true)
        {
            var picture = Picture(random);
            var (name, hash) = ($"Ảnh số {++_sent} của {LoadData.AgencyOf(person.Number)}.png", Convert.ToHexStringLower(SHA256.HashData(picture)));
            try
            {
                if (!await SendAsync(name, picture))
                    throw new InvalidOperationException($"{name} was refused.");
                Acknowledged.Add(name, hash);
                if (first is not null)
                    await first.CancelAsync();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                Unheard.Add(name, hash);
                return;
            }
        }
    }

    public void Dispose() => person.Dispose();

    private async Task<bool> SendAsync(string name, byte[] picture)
    {
        using var content = new MultipartFormDataContent();
        var file = new SlowContent(picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Add(file, "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{LoadData.PathOf(person.Number)}/questions/{question}/evidence/files") { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await person.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{name} was answered with {(int)answer.StatusCode}: {text}");
        using var said = JsonDocument.Parse(text);
        return said.RootElement.GetProperty("files")[0].GetProperty("ok").GetBoolean();
    }

    /// <summary>A picture that nobody else has: one point, and a private chunk of noise.</summary>
    private static byte[] Picture(Random random)
    {
        var noise = new byte[random.Next(LeastBytes, MostBytes)];
        random.NextBytes(noise);
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(stream, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        Chunk(stream, "nOse", noise);
        Chunk(stream, "IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01]);
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    private static void Chunk(MemoryStream stream, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        stream.Write(body);
        var crc = uint.MaxValue;
        foreach (var b in body)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        stream.Write(number);
    }
}
