using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Migrations;

/// <summary>What <c>dotnet ef</c> writes SQL Server migrations with; it never opens the database.</summary>
internal sealed class DesignTimeSqlServer : IDesignTimeDbContextFactory<SqlServerAppDbContext>
{
    public SqlServerAppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerAppDbContext>();
        options.UseApplicationServiceProvider(new ServiceCollection().AddAccountSchema().BuildServiceProvider());
        DataServices.UseSqlServer(options, "Server=design-time;Database=ITScoring");
        return new SqlServerAppDbContext(options.Options);
    }
}
