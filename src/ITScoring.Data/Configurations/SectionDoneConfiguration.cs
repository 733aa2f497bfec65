using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SectionDoneConfiguration : IEntityTypeConfiguration<SectionDone>
{
    public void Configure(EntityTypeBuilder<SectionDone> builder)
    {
        builder.Property(d => d.SectionCode).IsCode();
        builder.Property(d => d.ContentSha256).IsSha256();
        builder.RefersToUser(d => d.DeclaredById);
        builder.HasIndex(d => new { d.SubmissionId, d.SectionCode }).IsUnique();
    }
}
