using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class BlockConfiguration : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.Property(b => b.Code).IsCode();
        builder.Property(b => b.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(b => b.Code).IsUnique();
    }
}
