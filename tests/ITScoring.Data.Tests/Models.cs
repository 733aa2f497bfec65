using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Tests;

/// <summary>Contexts whose model is looked at and whose database is never opened.</summary>
internal static class Models
{
    public static AppDbContext On(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteAppDbContext(Options<SqliteAppDbContext>(provider, "Data Source=none.db")),
        _ => new SqlServerAppDbContext(Options<SqlServerAppDbContext>(provider, "Server=none;Database=none")),
    };

    private static DbContextOptions<T> Options<T>(DatabaseProvider provider, string connectionString)
        where T : DbContext => TestDatabase.ServicesFor(provider, connectionString).GetRequiredService<DbContextOptions<T>>();
}
