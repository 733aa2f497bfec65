using Microsoft.EntityFrameworkCore;

namespace ITScoring.Benchmarks.Load;

/// <summary>One table.</summary>
internal sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public DbSet<BareRow> Rows => Set<BareRow>();
}
