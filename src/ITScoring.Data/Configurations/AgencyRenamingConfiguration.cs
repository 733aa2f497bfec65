using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AgencyRenamingConfiguration : IEntityTypeConfiguration<AgencyRenaming>
{
    public void Configure(EntityTypeBuilder<AgencyRenaming> builder)
    {
        builder.ToTable("AgencyRenamings");
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.ShortName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.FormerName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.FormerShortName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Basis).HasMaxLength(Lengths.Text);
        builder.RefersToUser(r => r.RecordedById);
        builder.HasIndex(r => new { r.AgencyId, r.From }).IsUnique();
    }
}
