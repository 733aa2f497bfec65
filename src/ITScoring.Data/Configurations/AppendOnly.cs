using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

/// <summary>Tables whose rows are only ever added. The triggers that refuse anything else are made by the migrations (<c>Migrations.AppendOnlyTriggers</c>).</summary>
internal static class AppendOnly
{
    /// <summary>Tells the model of the table's trigger: SQL Server needs another kind of INSERT then.</summary>
    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.ToTable(t => t.HasTrigger(TriggerOf(entity.Metadata.GetTableName()!)));

    /// <summary>Whether rows of the entity are only ever added.</summary>
    public static bool IsAppendOnly(this IReadOnlyEntityType entity) =>
        entity.GetDeclaredTriggers().Any(t => t.GetDatabaseName() == TriggerOf(entity.GetTableName()!));

    public static string TriggerOf(string table) => $"TR_{table}_AppendOnly";
}
