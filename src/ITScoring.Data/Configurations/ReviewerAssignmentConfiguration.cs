using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ReviewerAssignmentConfiguration : IEntityTypeConfiguration<ReviewerAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewerAssignment> builder)
    {
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(a => a.ReviewerId);
        builder.Ignore(a => a.Part);
        builder.Property(a => a.ScopeCode).IsCode();
        builder.HasIndex(a => new { a.PeriodId, a.AgencyId, a.ReviewerId, a.Scope, a.ScopeCode }).IsUnique();
        builder.HasIndex(a => new { a.ReviewerId, a.PeriodId });
    }
}
