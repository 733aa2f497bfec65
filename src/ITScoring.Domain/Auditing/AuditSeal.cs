using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ITScoring.Domain.Auditing;

/// <summary>
/// Niêm phong: a block of audit rows in the order of their numbers, chained to the block before it (docs/format/audit-seal.md). It holds a digest of each
/// row, so that the very row that was changed, removed or put in can be named. Only ever added.
/// </summary>
public sealed class AuditSeal
{
    public const string Format = "itscoring/audit-seal/1";

    /// <summary>Rows of one block.</summary>
    public const int MostRows = 1000;

    /// <summary>What stands for the head before the first block.</summary>
    public const string NoHead = "0000000000000000000000000000000000000000000000000000000000000000";

    private const int EntryBytes = sizeof(long) + AuditRowText.DigestBytes;

    private AuditSeal()
    {
    }

    /// <param name="previousNumber">Of the block before; 0: this is the first.</param>
    /// <param name="previousHead">Of the block before; <see cref="NoHead"/> for the first.</param>
    /// <param name="rows">At least one, by their numbers.</param>
    public AuditSeal(int previousNumber, string previousHead, IReadOnlyList<AuditEntry> rows, DateTime now)
    {
        if (rows.Count is 0 or > MostRows || rows.Zip(rows.Skip(1)).Any(pair => pair.First.Id >= pair.Second.Id))
            throw new ArgumentException($"A block holds 1 to {MostRows} rows in the order of their numbers.", nameof(rows));
        (Number, PreviousHead, FirstId, LastId, Count, SealedAt) = (previousNumber + 1, previousHead, rows[0].Id, rows[^1].Id, rows.Count, now);
        Digests = new byte[rows.Count * EntryBytes];
        for (var i = 0; i < rows.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(Digests.AsSpan(i * EntryBytes), rows[i].Id);
            AuditRowText.Digest(rows[i]).CopyTo(Digests.AsSpan(i * EntryBytes + sizeof(long)));
        }

        Head = ComputeHead();
    }

    public int Id { get; private set; }

    /// <summary>1, 2, 3, … without a gap.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the first row in it. Numbers between the last row of the block before and this one belong to nobody.</summary>
    public long FirstId { get; private set; }

    public long LastId { get; private set; }

    public int Count { get; private set; }

    /// <summary>For each row its number (8 bytes, big-endian) and its SHA-256 (32 bytes).</summary>
    public byte[] Digests { get; private set; } = [];

    /// <summary>Head of the block before.</summary>
    public string PreviousHead { get; private set; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 over everything above and the head of the block before: whoever knows it knows the whole log up to here.</summary>
    public string Head { get; private set; } = "";

    public DateTime SealedAt { get; private set; }

    /// <summary>The head that follows from what the block says.</summary>
    public string ComputeHead()
    {
        var text = string.Join('\n', Format, Whole(Number), Whole(FirstId), Whole(LastId), Whole(Count), AuditRowText.Time(SealedAt), PreviousHead, Convert.ToHexStringLower(SHA256.HashData(Digests)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The rows' digests by their numbers, ascending; null: the block contradicts itself.</summary>
    public IReadOnlyList<(long Id, byte[] Digest)>? Rows()
    {
        if (Digests.Length == 0 || Digests.Length != (long)Count * EntryBytes)
            return null;
        var rows = Digests.Chunk(EntryBytes).Select(entry => (Id: BinaryPrimitives.ReadInt64BigEndian(entry), Digest: entry[sizeof(long)..])).ToList();
        return rows[0].Id == FirstId && rows[^1].Id == LastId && rows.Zip(rows.Skip(1)).All(pair => pair.First.Id < pair.Second.Id) ? rows : null;
    }
}
