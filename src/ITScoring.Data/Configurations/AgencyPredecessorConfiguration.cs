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
        builder.HasOne<Agency>().WithMany().HasForeignKey(p => p.PredecessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
