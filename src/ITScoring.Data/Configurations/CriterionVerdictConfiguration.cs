using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CriterionVerdictConfiguration : IEntityTypeConfiguration<CriterionVerdict>
{
    public void Configure(EntityTypeBuilder<CriterionVerdict> builder)
    {
        builder.Property(v => v.CriterionCode).IsCode();
        builder.Property(v => v.Reason).HasMaxLength(Lengths.Text);
        builder.Property(v => v.ReviewAgainBecause).HasMaxLength(Lengths.Text);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(v => v.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Changes).WithOne().HasForeignKey(c => c.VerdictId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(v => v.JudgedById);
        builder.RefersToUser(v => v.ReviewerId);
        builder.HasIndex(v => new { v.SubmissionId, v.CriterionCode }).IsUnique();
    }
}
