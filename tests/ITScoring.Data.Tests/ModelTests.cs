using ITScoring.Data.Configurations;
using ITScoring.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ITScoring.Data.Tests;

public sealed class ModelTests
{
    // Canonical JSON, files and what the log quotes of them.
    private static readonly string[] TextsWithoutLimit =
    [
        "Answer.DeclaredJson", "Answer.FinalJson", "Answer.VerifiedJson", "AnswerChange.From", "AnswerChange.To", "AuditEntry.From", "AuditEntry.To",
        "ContestedValue.ClaimedJson", "ContestedValue.FinalJson", "CorrectionValue.From", "CorrectionValue.To", "CouncilDecision.ValuesJson", "CriteriaSetVersion.Json", "FrozenRecord.CohortJson",
        "FrozenRecord.InternalJson", "FrozenRecord.PublicJson", "Period.ParRuleJson", "PreviousFigure.ValueJson", "ReviewDraft.FieldsJson", "SecondReview.ValuesJson", "SetItem.Json", "SetItemChange.Json",
        "SharedFigure.ValueJson", "SignedDocument.SignaturesJson", "SubmissionReceipt.ContentJson",
    ];

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.SqlServer];

    [Theory, MemberData(nameof(Providers))]
    public void The_migrations_describe_the_whole_model(DatabaseProvider provider)
    {
        using var db = Models.On(provider);

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed since the last migration: run scripts/add-migration.sh NAME.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Models.On(DatabaseProvider.Sqlite);
        using var sqlServer = Models.On(DatabaseProvider.SqlServer);

        Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), sqlServer.Database.GetMigrations().Select(NameOf));
    }

    [Fact]
    public void Every_text_has_a_greatest_length_unless_it_is_a_document()
    {
        var texts = OurTypes(DatabaseProvider.SqlServer).SelectMany(e => e.GetProperties()).Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string)).ToList();

        Assert.NotEmpty(texts);
        Assert.Equal(
            TextsWithoutLimit,
            texts.Where(p => p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_compare_by_their_bytes_on_SQL_Server()
    {
        var codes = OurTypes(DatabaseProvider.SqlServer).SelectMany(e => e.GetProperties()).Where(p => p.Name.EndsWith("Code", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, p => Assert.Equal("Latin1_General_100_BIN2", p.GetCollation()));
    }

    [Fact]
    public void No_column_is_of_a_type_that_only_one_database_orders_or_compares()
    {
        Type[] wrong = [typeof(decimal), typeof(double), typeof(float), typeof(DateTimeOffset), typeof(TimeSpan)];
        var properties = OurTypes(DatabaseProvider.Sqlite).SelectMany(e => e.GetProperties()).ToList();

        Assert.NotEmpty(properties);
        Assert.DoesNotContain(properties, p => wrong.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) && p.Name != nameof(IdentityUser.LockoutEnd));
    }

    [Fact]
    public void Nothing_of_ours_is_deleted_by_cascade()
    {
        var references = OurTypes(DatabaseProvider.SqlServer).SelectMany(e => e.GetForeignKeys()).ToList();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull);
    }

    [Fact]
    public void Every_versioned_row_is_checked_when_it_is_saved()
    {
        var versioned = OurTypes(DatabaseProvider.Sqlite).Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)).ToList();

        Assert.NotEmpty(versioned);
        Assert.All(versioned, e => Assert.True(e.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken, e.DisplayName()));
    }

    [Fact]
    public void SQL_Server_finds_no_two_cascade_paths_to_one_table()
    {
        using var db = Models.On(DatabaseProvider.SqlServer);
        var cascades = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
            .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !f.IsOwnership)
            .ToLookup(f => f.PrincipalEntityType.GetTableName()!, f => f.DeclaringEntityType.GetTableName()!);
        Assert.NotEmpty(cascades);

        foreach (var start in cascades.Select(c => c.Key))
        {
            var reached = new HashSet<string> { start };
            var open = new Stack<string>(cascades[start]);
            while (open.TryPop(out var table))
            {
                Assert.True(reached.Add(table), $"Deleting from {start} reaches {table} on two ways: SQL Server refuses such a schema.");
                foreach (var next in cascades[table])
                    open.Push(next);
            }
        }
    }

    [Fact]
    public void No_key_or_index_is_wider_than_SQL_Server_takes()
    {
        using var db = Models.On(DatabaseProvider.SqlServer);
        var keys = db.Model.GetEntityTypes().SelectMany(e => e.GetKeys())
            // Identity's own; a credential's id is at most 1,023 bytes, and SQL Server refuses only rows that are really wider than 900.
            .Where(k => k.DeclaringEntityType.ClrType != typeof(IdentityUserPasskey<int>) && !k.DeclaringEntityType.IsOwned())
            .Select(k => (Name: k.GetName()!, Limit: 900, k.Properties)).ToList();
        var indexes = db.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Select(i => (Name: i.GetDatabaseName()!, Limit: 1700, i.Properties)).ToList();

        Assert.NotEmpty(keys);
        Assert.NotEmpty(indexes);
        Assert.All(keys.Concat(indexes), k => Assert.True(k.Properties.Sum(WidthOf) <= k.Limit, $"{k.Name}: {k.Properties.Sum(WidthOf)} bytes, at most {k.Limit}."));
    }

    [Fact]
    public void Rows_that_tell_of_the_past_are_only_added()
    {
        var appendOnly = OurTypes(DatabaseProvider.SqlServer).Where(e => e.IsAppendOnly()).Select(e => e.GetTableName()).Order(StringComparer.Ordinal);

        Assert.Equal(["AnswerChanges", "AuditDrops", "AuditEntries", "AuditSeals", "CorrectionValues", "CouncilDecisions", "FrozenRecords", "PublicationFiles", "Publications", "SetItemChanges", "SignedDocuments", "SubmissionMoves", "SubmissionReceipts", "VerdictChanges"], appendOnly);
    }

    private static string NameOf(string migration) => migration[(migration.IndexOf('_') + 1)..];

    private static List<IEntityType> OurTypes(DatabaseProvider provider)
    {
        using var db = Models.On(provider);
        return [.. db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .Where(e => e.ClrType != typeof(DataProtectionKey) && e.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) != true)];
    }

    private static int WidthOf(IProperty property) => property.GetRelationalTypeMapping().StoreTypeNameBase switch
    {
        "nvarchar" => 2 * (property.GetMaxLength() ?? 10_000),
        "varchar" or "varbinary" => property.GetMaxLength() ?? 10_000,
        "bigint" or "datetime2" => 8,
        "int" => 4,
        "date" => 3,
        "bit" => 1,
        var other => throw new InvalidOperationException($"How wide is {other}?"),
    };
}
