using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ITScoring.Data.Tests;

/// <summary>What can be known of SQL Server without one: the scripts parse, and every name and type in them resolves.</summary>
public sealed partial class SqlServerScriptTests
{
    [Fact]
    public void The_create_script_parses_and_resolves()
    {
        using var db = Models.On(DatabaseProvider.SqlServer);

        Resolve(Parse(db.Database.GenerateCreateScript()), atLeast: 50);
    }

    [Fact]
    public void The_script_of_all_migrations_parses_and_resolves_with_the_triggers_in_it()
    {
        using var db = Models.On(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript();
        // Of a trigger that a later migration alters only the last text stands.
        var triggers = ExecutedText().Matches(script).Select(m => TriggerText().Match(m.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal))).Where(t => t.Success)
            .GroupBy(t => t.Groups["name"].Value).Select(g => $"CREATE {g.Last().Groups["rest"].Value}").ToList();

        Assert.Equal(14, triggers.Count);
        Resolve([.. Parse(script), .. triggers.SelectMany(Parse)], atLeast: 60);
    }

    [Fact]
    public void The_idempotent_script_that_an_owner_may_run_by_hand_parses()
    {
        using var db = Models.On(DatabaseProvider.SqlServer);

        Assert.NotEmpty(Parse(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)));
    }

    private static List<TSqlStatement> Parse(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"line {e.Line}: {e.Message}")));
        return [.. ((TSqlScript)parsed).Batches.SelectMany(b => b.Statements)];
    }

    private static void Resolve(IReadOnlyList<TSqlStatement> statements, int atLeast)
    {
        var definitions = WithAddedColumns(statements).Where(s => s is CreateTableStatement or CreateIndexStatement or TriggerStatementBody or AlterTableStatement).ToList();
        Assert.True(definitions.Count >= atLeast, $"Only {definitions.Count} definitions were found in the script.");
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var writer = new Sql160ScriptGenerator();
        foreach (var definition in definitions)
        {
            writer.GenerateScript(definition, out var text);
            model.AddObjects(text);
        }

        var problems = model.Validate().Where(m => m.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems.Select(p => p.Message)));
    }

    /// <summary>The model takes a table only whole: columns that a later migration adds are put where the table is created.</summary>
    private static List<TSqlStatement> WithAddedColumns(IReadOnlyList<TSqlStatement> statements)
    {
        var tables = statements.OfType<CreateTableStatement>().ToDictionary(t => t.SchemaObjectName.BaseIdentifier.Value);
        var rest = new List<TSqlStatement>();
        foreach (var statement in statements)
        {
            if (statement is AlterTableAddTableElementStatement { Definition.ColumnDefinitions: { Count: > 0 } columns } added)
            {
                foreach (var column in columns)
                    tables[added.SchemaObjectName.BaseIdentifier.Value].Definition.ColumnDefinitions.Add(column);
            }
            else if (statement is not AlterTableAlterColumnStatement)
            {
                rest.Add(statement);
            }
        }

        return rest;
    }

    [GeneratedRegex(@"^(?:CREATE|ALTER) (?<rest>TRIGGER \[(?<name>[^]]+)\].*)$", RegexOptions.Singleline)]
    private static partial Regex TriggerText();

    [GeneratedRegex(@"EXEC\(N'(?<text>(?:[^']|'')*)'\)")]
    private static partial Regex ExecutedText();
}
