using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data;

/// <summary>The portal on SQLite; its migrations stand in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options);
