using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CouncilDecisionConfiguration : IEntityTypeConfiguration<CouncilDecision>
{
    public void Configure(EntityTypeBuilder<CouncilDecision> builder)
    {
        builder.ToTable("CouncilDecisions").IsAppendOnly();
        builder.Property(d => d.CriterionCode).IsCode();
        builder.Property(d => d.Reason).HasMaxLength(Lengths.Text);
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(d => d.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submission>().WithMany().HasForeignKey(d => d.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(d => d.RecordedById);
        builder.HasIndex(d => d.SubmissionId);
    }
}
