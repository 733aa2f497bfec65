using ITScoring.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Tests;

public sealed class StartTests
{
    [Fact]
    public void Without_any_setting_the_database_is_a_file_below_the_content_root()
    {
        var settings = DatabaseSettings.From(Configuration(), "/srv/itscoring");

        Assert.Equal((DatabaseProvider.Sqlite, Path.GetFullPath("/srv/itscoring/App_Data/itscoring.db")), (settings.Provider, settings.File));
    }

    [Fact]
    public void A_relative_file_starts_at_the_content_root_and_not_where_the_program_was_called()
    {
        var settings = DatabaseSettings.From(Configuration(("ConnectionStrings:Default", "Data Source=data/ky-2018.db")), "/srv/itscoring");

        Assert.Equal(Path.GetFullPath("/srv/itscoring/data/ky-2018.db"), settings.File);
    }

    [Theory]
    [InlineData("Postgres", "Data Source=a.db", "Cấu hình Database:Provider là “Postgres”, nhưng chỉ nhận Sqlite hoặc SqlServer.")]
    [InlineData("SqlServer", "", "Database:Provider là SqlServer nhưng chưa có chuỗi kết nối ConnectionStrings:Default.")]
    [InlineData("Sqlite", "Data Source=:memory:", "ConnectionStrings:Default phải nêu một tệp SQLite (Data Source=đường-dẫn); cơ sở dữ liệu trong bộ nhớ không giữ được dữ liệu.")]
    [InlineData("Sqlite", "Server=db;Database=x", "Chuỗi kết nối ConnectionStrings:Default không đúng cú pháp; kiểm tra lại các cặp tên=giá trị cách nhau bằng dấu chấm phẩy.")]
    [InlineData("SqlServer", "Server=db;Mat khau=bi mat", "Chuỗi kết nối ConnectionStrings:Default không đúng cú pháp; kiểm tra lại các cặp tên=giá trị cách nhau bằng dấu chấm phẩy.")]
    public void A_setting_that_cannot_be_used_is_told_in_one_sentence(string provider, string connectionString, string sentence)
    {
        var problem = Assert.Throws<StartupProblem>(() =>
            DatabaseSettings.From(Configuration(("Database:Provider", provider), ("ConnectionStrings:Default", connectionString)), "/srv"));

        Assert.Equal(sentence, problem.Message);
    }

    [Fact]
    public async Task A_first_start_makes_the_folder_the_file_and_the_reference_data()
    {
        var file = Path.Combine(Path.GetDirectoryName(TestDatabase.NewFile())!, "App_Data", "new.db");

        await StartAsync(file);

        await using var services = TestDatabase.ServicesFor(DatabaseProvider.Sqlite, $"Data Source={file}");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        Assert.Equal(29, await db.Agencies.CountAsync());
        Assert.Equal("wal", (await db.Database.SqlQuery<string>($"PRAGMA journal_mode").ToListAsync()).Single());
        // 2 = FULL.
        Assert.Equal(2, (await db.Database.SqlQuery<int>($"PRAGMA synchronous").ToListAsync()).Single());
        Assert.Equal(1, (await db.Database.SqlQuery<int>($"PRAGMA foreign_keys").ToListAsync()).Single());
        Assert.Equal(5000, (await db.Database.SqlQuery<int>($"PRAGMA busy_timeout").ToListAsync()).Single());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_one_sentence()
    {
        // A file stands where the folder should be; works for root too, whom permissions do not stop.
        var obstacle = TestDatabase.NewFile();
        await File.WriteAllTextAsync(obstacle, "");

        var problem = await Assert.ThrowsAsync<StartupProblem>(() => StartAsync(Path.Combine(obstacle, "itscoring.db")));

        Assert.StartsWith("Không ghi được vào cơ sở dữ liệu “", problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_one_sentence_and_left_alone()
    {
        var file = TestDatabase.NewFile();
        await File.WriteAllTextAsync(file, new string('x', 5000));

        var problem = await Assert.ThrowsAsync<StartupProblem>(() => StartAsync(file));

        Assert.Equal($"Tệp “{file}” không phải cơ sở dữ liệu SQLite hoặc đã hỏng; khôi phục từ bản sao lưu.", problem.Message);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_database_that_a_newer_program_migrated_is_not_touched()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.Open())
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '10.0.0')");

        var problem = await Assert.ThrowsAsync<StartupProblem>(() => SetUp(database, s => s.StartAsync()));

        Assert.Contains("29990101000000_FromTheFuture", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("Cơ sở dữ liệu đã được nâng cấp bởi một phiên bản mới hơn", problem.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_one_sentence()
    {
        await using var services = TestDatabase.ServicesFor(DatabaseProvider.SqlServer, "Server=127.0.0.1,1;Database=ITScoring;User Id=sa;Password=bi-mat;Connect Timeout=1;Encrypt=false");
        await using var scope = services.CreateAsyncScope();

        var problem = await Assert.ThrowsAsync<StartupProblem>(() => scope.ServiceProvider.GetRequiredService<DatabaseSetup>().StartAsync());

        Assert.StartsWith("Không dùng được cơ sở dữ liệu SQL Server “127.0.0.1,1/ITScoring”", problem.Message);
        Assert.DoesNotContain("bi-mat", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_hang_the_next_start()
    {
        var file = TestDatabase.NewFile();
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var killed = connection.CreateCommand();
            // What EF Core writes before it migrates, and takes back only at the end.
            killed.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2018-12-01 00:00:00');
                """;
            await killed.ExecuteNonQueryAsync();
        }

        await StartAsync(file).WaitAsync(TimeSpan.FromSeconds(30));

        await using var services = TestDatabase.ServicesFor(DatabaseProvider.Sqlite, $"Data Source={file}");
        await using var scope = services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Starts_at_the_same_time_migrate_once()
    {
        var file = TestDatabase.NewFile();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(file))));

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Agencies";
        Assert.Equal(29L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Migrating_again_does_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Empty(await SetUp(database, s => s.MigrateAsync()));
    }

    private static async Task StartAsync(string file)
    {
        await using var services = TestDatabase.ServicesFor(DatabaseProvider.Sqlite, $"Data Source={file}");
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().StartAsync();
    }

    private static async Task<T> SetUp<T>(TestDatabase database, Func<DatabaseSetup, Task<T>> step)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<DatabaseSetup>());
    }

    private static async Task SetUp(TestDatabase database, Func<DatabaseSetup, Task> step)
    {
        await using var scope = database.Services.CreateAsyncScope();
        await step(scope.ServiceProvider.GetRequiredService<DatabaseSetup>());
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
}
