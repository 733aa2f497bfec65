using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SecondReviewConfiguration : IEntityTypeConfiguration<SecondReview>
{
    public void Configure(EntityTypeBuilder<SecondReview> builder)
    {
        builder.Property(r => r.CriterionCode).IsCode();
        builder.Property(r => r.Reason).HasMaxLength(Lengths.Text);
        builder.Property(r => r.ClosedBecause).HasMaxLength(Lengths.Text);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(r => r.ReviewerId);
        builder.RefersToUser(r => r.AssignedById);
        builder.HasIndex(r => new { r.SubmissionId, r.CriterionCode, r.Round }).IsUnique();
        builder.HasIndex(r => r.ReviewerId);
    }
}
