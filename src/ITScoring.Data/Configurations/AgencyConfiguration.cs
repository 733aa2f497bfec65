using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(a => a.Code).IsCode();
        builder.Property(a => a.Name).HasMaxLength(Lengths.Name);
        builder.Property(a => a.ShortName).HasMaxLength(Lengths.Name);
        builder.HasOne(a => a.Block).WithMany().HasForeignKey(a => a.BlockId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Predecessors).WithOne().HasForeignKey(p => p.AgencyId).IsPart();
        builder.HasMany(a => a.Renamings).WithOne().HasForeignKey(r => r.AgencyId).IsPart();
        builder.Ignore(a => a.Names);
        builder.HasIndex(a => a.Code).IsUnique();
    }
}
