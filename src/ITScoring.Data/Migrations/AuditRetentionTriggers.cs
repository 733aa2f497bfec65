using ITScoring.Data.Configurations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ITScoring.Data.Migrations;

/// <summary>Lets audit rows be deleted, and nothing else be done to them, when their sealed block is named in <c>AuditDrops</c>.</summary>
internal static class AuditRetentionTriggers
{
    private const string Table = "AuditEntries";
    private const string Refusal = "Rows of this table are only ever added.";

    private static readonly string Trigger = AppendOnly.TriggerOf(Table);

    /// <summary>Makes the two new tables append-only and narrows the trigger of the audit rows.</summary>
    public static void AllowAuditRetentionOnSqlite(this MigrationBuilder migration)
    {
        migration.MakeAppendOnlyOnSqlite("AuditSeals");
        migration.MakeAppendOnlyOnSqlite("AuditDrops");
        migration.Sql($"""DROP TRIGGER "{Trigger}_DELETE";""");
        migration.Sql($"""
            CREATE TRIGGER "{Trigger}_DELETE" BEFORE DELETE ON "{Table}"
            WHEN NOT EXISTS (SELECT 1 FROM "AuditDrops" d JOIN "AuditSeals" s ON s."Number" = d."SealNumber" WHERE OLD."Id" BETWEEN s."FirstId" AND s."LastId")
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
            """);
    }

    /// <inheritdoc cref="AllowAuditRetentionOnSqlite"/>
    public static void AllowAuditRetentionOnSqlServer(this MigrationBuilder migration)
    {
        migration.MakeAppendOnlyOnSqlServer("AuditSeals");
        migration.MakeAppendOnlyOnSqlServer("AuditDrops");
        // In an INSTEAD OF trigger its own DELETE is carried out and does not call it again.
        migration.Sql($"""
            EXEC(N'ALTER TRIGGER [{Trigger}] ON [{Table}] INSTEAD OF UPDATE, DELETE AS
            BEGIN
                SET NOCOUNT ON;
                IF EXISTS (SELECT 1 FROM inserted) OR EXISTS (
                    SELECT 1 FROM deleted r WHERE NOT EXISTS (
                        SELECT 1 FROM [AuditDrops] d JOIN [AuditSeals] s ON s.[Number] = d.[SealNumber] WHERE r.[Id] BETWEEN s.[FirstId] AND s.[LastId]))
                    THROW 50001, ''{Refusal}'', 1;
                DELETE e FROM [{Table}] e JOIN deleted r ON r.[Id] = e.[Id];
            END');
            """);
    }

    /// <summary>Puts back the trigger that refuses every deletion; to be called before the new tables are dropped.</summary>
    public static void RefuseAuditRetentionOnSqlite(this MigrationBuilder migration)
    {
        migration.Sql($"""DROP TRIGGER "{Trigger}_DELETE";""");
        migration.Sql($"""
            CREATE TRIGGER "{Trigger}_DELETE" BEFORE DELETE ON "{Table}"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
            """);
    }

    /// <inheritdoc cref="RefuseAuditRetentionOnSqlite"/>
    public static void RefuseAuditRetentionOnSqlServer(this MigrationBuilder migration) =>
        migration.Sql($"""
            EXEC(N'ALTER TRIGGER [{Trigger}] ON [{Table}] INSTEAD OF UPDATE, DELETE AS
            THROW 50001, ''{Refusal}'', 1;');
            """);
}
