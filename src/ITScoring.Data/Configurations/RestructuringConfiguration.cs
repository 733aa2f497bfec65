using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class RestructuringConfiguration : IEntityTypeConfiguration<Restructuring>
{
    public void Configure(EntityTypeBuilder<Restructuring> builder)
    {
        builder.ToTable("Restructurings");
        builder.Property(r => r.Basis).HasMaxLength(Lengths.Text);
        builder.Property(r => r.RuleReason).HasMaxLength(Lengths.Text);
        builder.HasOne(r => r.Agency).WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(r => r.RecordedById);
        builder.HasIndex(r => r.AgencyId);
    }
}
