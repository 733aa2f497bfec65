using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Migrations;

/// <summary>What <c>dotnet ef</c> writes SQLite migrations with; it never opens the database.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteAppDbContext>
{
    public SqliteAppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
        options.UseApplicationServiceProvider(new ServiceCollection().AddAccountSchema().BuildServiceProvider());
        DataServices.UseSqlite(options, "Data Source=design-time.db");
        return new SqliteAppDbContext(options.Options);
    }
}
