using System.IO.Compression;
using ITScoring.Domain.Publications.Packages;

namespace ITScoring.Web.Reports;

/// <summary>A result package as one ZIP file.</summary>
public static class PackageZip
{
    /// <summary>A package of forty agencies and 150 criteria takes about two megabytes unpacked.</summary>
    private const long MostBytes = 64L * 1024 * 1024;

    private const int MostEntries = 32;

    /// <summary>The directory's end of an empty ZIP.</summary>
    private const int LeastBytes = 22;

    /// <param name="at">Stands as the time of every file, so that the same package has the same bytes.</param>
    public static byte[] Write(IReadOnlyList<PackageEntry> entries, DateTime at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var target = zip.CreateEntry(entry.Path, CompressionLevel.Optimal);
                target.LastWriteTime = new DateTimeOffset(at, TimeSpan.Zero);
                using var stream = target.Open();
                stream.Write(entry.Content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Checks a file that is said to be a package; every file in it is read with a limit, so it may be hostile.</summary>
    /// <param name="file">Can be sought.</param>
    /// <param name="files">What it holds; empty when it cannot be read.</param>
    public static PackageReport Check(Stream file, out IReadOnlyDictionary<string, byte[]> files)
    {
        var read = new Dictionary<string, byte[]>();
        files = read;
        var place = "";
        if (file.Length < LeastBytes)
            return NoZip();
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                return PackageReport.Foreign($"Tệp nén có {zip.Entries.Count} mục: đây không phải gói kết quả của cổng.");
            var left = MostBytes;
            foreach (var entry in zip.Entries)
            {
                place = entry.FullName;
                using var stream = entry.Open();
                using var content = new MemoryStream();
                var buffer = new byte[81920];
                for (int count; (count = stream.Read(buffer)) > 0; left -= count)
                {
                    if (left < count)
                        return PackageReport.Foreign($"Nội dung giải nén quá {MostBytes / 1024 / 1024} MB: đây không phải gói kết quả của cổng.");
                    content.Write(buffer, 0, count);
                }

                if (!read.TryAdd(entry.FullName, content.ToArray()))
                    return Damaged(entry.FullName, "có hai lần trong gói");
            }
        }
        catch (InvalidDataException)
        {
            return place.Length == 0 ? NoZip() : Damaged(place, "không giải nén được: gói bị hỏng. Tải lại gói từ cổng.");
        }
        catch (EndOfStreamException)
        {
            return Damaged(place, "bị cắt cụt. Tải lại gói từ cổng.");
        }

        return PackageCheck.Of(files);
    }

    private static PackageReport NoZip() => PackageReport.Foreign("Tệp không phải tệp nén ZIP, hoặc bị cắt cụt. Tải lại gói từ cổng.");

    private static PackageReport Damaged(string place, string message) => new(null, false, 0, 0, [new(PackageVerdict.Damaged, place, message)]);
}
