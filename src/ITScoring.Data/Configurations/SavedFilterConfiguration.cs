using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(Lengths.Name);
        builder.Property(f => f.Query).HasMaxLength(Lengths.Text);
        builder.RefersToUser(f => f.UserId);
        builder.HasIndex(f => new { f.UserId, f.Name }).IsUnique();
    }
}
