using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ITScoring.Web.Commands.Backups;

/// <summary>What a backup holds; <c>manifest.json</c> in its folder, beside <c>itscoring.db</c> and <c>files/ab/abcdef…</c>.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Provider"><c>Sqlite</c>: the database is in the folder; <c>SqlServer</c>: the server keeps it.</param>
/// <param name="ServerBackup">Path on the database server to which SQL Server wrote its backup; null: it was not asked.</param>
/// <param name="LastMigration">State of the database's tables.</param>
/// <param name="Created">UTC.</param>
/// <param name="Rows">Rows of the main tables, in the snapshot.</param>
/// <param name="LeftOut">Hashes of files that the snapshot refers to and that the site took away while the backup ran (swept or put in quarantine).</param>
public sealed record BackupManifest(
    string Format,
    string Program,
    string Provider,
    string? ServerBackup,
    string LastMigration,
    DateTime Created,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<BackupFile> Files)
{
    public const string CurrentFormat = "itscoring-backup/1";
    public const string FileName = "manifest.json";
    public const string DatabaseName = "itscoring.db";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Where a stored file lies in a backup.</summary>
    public static string PathOf(string sha256) => $"files/{sha256[..2]}/{sha256}";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is no manifest.</exception>
    public static BackupManifest Read(byte[] bytes) => JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new JsonException("Empty.");
}
