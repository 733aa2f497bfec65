using ITScoring.Data.Backups;
using ITScoring.Data.Seeding;
using ITScoring.Data.Sqlite;
using ITScoring.Data.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ITScoring.Data;

/// <summary>Registers the database. The only place that chooses between the providers.</summary>
public static class DataServices
{
    /// <summary>
    /// Adds <see cref="AppDbContext"/> on the configured database, the keys of data protection in it, and <see cref="DatabaseSetup"/>. The
    /// provider is read now, the connection string when the first context is made.
    /// </summary>
    /// <exception cref="StartupProblem">The provider's name is unknown.</exception>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => DatabaseSettings.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>().ContentRootPath));
        switch (DatabaseSettings.ProviderOf(configuration))
        {
            case DatabaseProvider.Sqlite:
                services.AddDbContextPool<AppDbContext, SqliteAppDbContext>((s, o) => UseSqlite(o, s.GetRequiredService<DatabaseSettings>().ConnectionString));
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContextPool<AppDbContext, SqlServerAppDbContext>((s, o) => UseSqlServer(o, s.GetRequiredService<DatabaseSettings>().ConnectionString));
                break;
        }

        services.AddAccountSchema();
        services.AddDataProtection().SetApplicationName("ITScoring").PersistKeysToDbContext<AppDbContext>();
        services.AddScoped<ReferenceData>();
        services.AddScoped<DatabaseSetup>();
        services.AddScoped<DatabaseBackup>();
        services.AddScoped<DatabaseContent>();
        return services;
    }

    /// <summary>Passkeys are part of version 3. The model reads it from the services of its context, so tools that make a context need it too.</summary>
    internal static IServiceCollection AddAccountSchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas());

    internal static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, s => s.ExecutionStrategy(d => new DeadlockRetries(d)));
}
