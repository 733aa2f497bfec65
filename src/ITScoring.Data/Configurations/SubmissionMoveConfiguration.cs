using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SubmissionMoveConfiguration : IEntityTypeConfiguration<SubmissionMove>
{
    public void Configure(EntityTypeBuilder<SubmissionMove> builder)
    {
        builder.ToTable("SubmissionMoves").IsAppendOnly();
        builder.Property(m => m.Reason).HasMaxLength(Lengths.Text);
        builder.RefersToUser(m => m.MovedById);
        builder.HasIndex(m => m.SubmissionId);
    }
}
