using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data;

/// <summary>The portal on SQL Server; its migrations stand in <c>Migrations/SqlServer</c>. Codes compare by their bytes there, as SQLite does.</summary>
public sealed class SqlServerAppDbContext(DbContextOptions<SqlServerAppDbContext> options) : AppDbContext(options)
{
    protected override string CodeCollation => "Latin1_General_100_BIN2";
}
