using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CheckNoteConfiguration : IEntityTypeConfiguration<CheckNote>
{
    public void Configure(EntityTypeBuilder<CheckNote> builder)
    {
        builder.Property(n => n.FindingCode).IsCode();
        builder.Property(n => n.Text).HasMaxLength(Lengths.Text);
        builder.HasOne<Submission>().WithMany().HasForeignKey(n => n.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(n => n.WrittenById);
        builder.HasIndex(n => new { n.SubmissionId, n.FindingCode }).IsUnique();
    }
}
