using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AnswerChangeConfiguration : IEntityTypeConfiguration<AnswerChange>
{
    public void Configure(EntityTypeBuilder<AnswerChange> builder)
    {
        builder.ToTable("AnswerChanges").IsAppendOnly();
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.RefersToUser(c => c.ChangedById);
        builder.HasIndex(c => c.AnswerId);
    }
}
