using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.Property(a => a.QuestionCode).IsCode();
        builder.Property(a => a.Note).HasMaxLength(Lengths.Text);
        builder.Property(a => a.VerifiedReason).HasMaxLength(Lengths.Text);
        builder.Property(a => a.FinalReason).HasMaxLength(Lengths.Text);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(a => a.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.AnswerId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(a => a.DeclaredById);
        builder.RefersToUser(a => a.VerifiedById);
        builder.RefersToUser(a => a.FinalById);
        builder.HasIndex(a => new { a.SubmissionId, a.QuestionCode }).IsUnique();
    }
}
