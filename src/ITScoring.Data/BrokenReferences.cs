using ITScoring.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ITScoring.Data;

/// <summary>
/// Counts rows that refer to rows which are not there: by all references that the model knows, also those that a database without its checks (a restored copy, a repair by
/// hand) would not hold, and by the columns that hold a plain number of another table. The SQL is the same for both databases.
/// </summary>
public sealed class BrokenReferences(AppDbContext db)
{
    /// <returns>Table and columns that refer, the table referred to, and how many rows.</returns>
    public async Task<IReadOnlyList<(string From, IReadOnlyList<string> Columns, string To, int Rows)>> FindAsync(CancellationToken cancellationToken = default)
    {
        var broken = new List<(string, IReadOnlyList<string>, string, int)>();
        foreach (var (from, columns, to, keys) in References())
        {
            var rows = (await db.Database.SqlQueryRaw<int>(Sql(from, columns, to, keys)).ToListAsync(cancellationToken)).Single();
            if (rows > 0)
                broken.Add((from, columns, to, rows));
        }

        return broken;
    }

    private IEnumerable<(string From, IReadOnlyList<string> Columns, string To, IReadOnlyList<string> Keys)> References()
    {
        var types = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetTableName() is not null).ToList();
        var tables = types.Where(t => t.FindPrimaryKey()?.Properties is [{ Name: "Id" }]).GroupBy(t => t.ClrType.Name).ToDictionary(g => g.Key, g => g.First().GetTableName()!);
        foreach (var type in types)
        {
            foreach (var reference in type.GetForeignKeys())
                yield return (type.GetTableName()!, [.. reference.Properties.Select(p => p.GetColumnName())], reference.PrincipalEntityType.GetTableName()!, [.. reference.PrincipalKey.Properties.Select(p => p.GetColumnName())]);
            // The audit log also tells of what could not be done.
            if (type.ClrType == typeof(AuditEntry))
                continue;
            foreach (var property in type.GetProperties().Where(p => !p.IsForeignKey() && !p.IsPrimaryKey() && p.Name.EndsWith("Id", StringComparison.Ordinal)))
            {
                if (Principal(property) is { } name && tables.TryGetValue(name, out var to))
                    yield return (type.GetTableName()!, [property.GetColumnName()], to, ["Id"]);
            }
        }
    }

    /// <summary>The type whose number a column holds; null: it says nothing of the kind.</summary>
    private static string? Principal(IProperty property) => property.Name switch
    {
        _ when property.ClrType != typeof(int) && property.ClrType != typeof(int?) => null,
        "PeriodId" or "AgencyId" or "SubmissionId" => property.Name[..^2],
        "FileId" => "StoredFile",
        _ when property.Name.EndsWith("ById", StringComparison.Ordinal) || property.Name is "UserId" or "ReviewerId" or "ContributorId" or "RecipientId" => "AppUser",
        _ => null,
    };

    private string Sql(string from, IReadOnlyList<string> columns, string to, IReadOnlyList<string> keys)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var present = columns.Select(c => $"r.{sql.DelimitIdentifier(c)} IS NOT NULL");
        var same = columns.Zip(keys, (c, k) => $"o.{sql.DelimitIdentifier(k)} = r.{sql.DelimitIdentifier(c)}");
        return $"SELECT COUNT(*) AS {sql.DelimitIdentifier("Value")} FROM {sql.DelimitIdentifier(from)} r WHERE {string.Join(" AND ", present)} AND NOT EXISTS (SELECT 1 FROM {sql.DelimitIdentifier(to)} o WHERE {string.Join(" AND ", same)})";
    }
}
