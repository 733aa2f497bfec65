using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ConflictOfInterestConfiguration : IEntityTypeConfiguration<ConflictOfInterest>
{
    public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
    {
        builder.ToTable("ConflictsOfInterest");
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.Property(c => c.LiftReason).HasMaxLength(Lengths.Text);
        builder.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(c => c.ReviewerId);
        builder.RefersToUser(c => c.LiftedById);
        builder.HasIndex(c => new { c.PeriodId, c.ReviewerId });
    }
}
