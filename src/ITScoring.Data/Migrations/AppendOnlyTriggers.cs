using ITScoring.Data.Configurations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ITScoring.Data.Migrations;

/// <summary>The triggers that refuse to change or delete rows of an append-only table, for either database.</summary>
internal static class AppendOnlyTriggers
{
    private const string Refusal = "Rows of this table are only ever added.";

    /// <summary>On SQLite: two triggers.</summary>
    public static void MakeAppendOnlyOnSqlite(this MigrationBuilder migration, string table)
    {
        foreach (var verb in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"""
                CREATE TRIGGER "{AppendOnly.TriggerOf(table)}_{verb}" BEFORE {verb} ON "{table}"
                BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
                """);
        }
    }

    /// <summary>On SQL Server: one trigger.</summary>
    public static void MakeAppendOnlyOnSqlServer(this MigrationBuilder migration, string table) =>
        // CREATE TRIGGER must stand first in its batch, also in an idempotent script: hence EXEC.
        migration.Sql($"""
            EXEC(N'CREATE TRIGGER [{AppendOnly.TriggerOf(table)}] ON [{table}] INSTEAD OF UPDATE, DELETE AS
            THROW 50001, ''{Refusal}'', 1;');
            """);
}
