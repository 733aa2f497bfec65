using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AgencyPredecessorConfiguration : IEntityTypeConfiguration<AgencyPredecessor>
{
    public void Configure(EntityTypeBuilder<AgencyPredecessor> builder)
    {
        builder.ToTable("AgencyPredecessors");
        builder.HasKey(p => new { p.AgencyId, p.PredecessorId });
        builder.HasOne(p => p.Predecessor).WithMany().HasForeignKey(p => p.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Restructuring).WithMany().HasForeignKey(p => p.RestructuringId).OnDelete(DeleteBehavior.Restrict);
    }
}
