using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SectionAssignmentConfiguration : IEntityTypeConfiguration<SectionAssignment>
{
    public void Configure(EntityTypeBuilder<SectionAssignment> builder)
    {
        builder.Property(a => a.SectionCode).IsCode();
        builder.Property(a => a.Word).HasMaxLength(Lengths.Text);
        builder.RefersToUser(a => a.ContributorId);
        builder.RefersToUser(a => a.AssignedById);
        builder.HasIndex(a => new { a.SubmissionId, a.SectionCode, a.ContributorId }).IsUnique();
    }
}
