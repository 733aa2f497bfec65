using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class EvidenceUseConfiguration : IEntityTypeConfiguration<EvidenceUse>
{
    public void Configure(EntityTypeBuilder<EvidenceUse> builder)
    {
        builder.Property(u => u.QuestionCode).IsCode();
        builder.Property(u => u.Part).IsCode();
        builder.HasIndex(u => new { u.EvidenceId, u.QuestionCode, u.Part }).IsUnique();
    }
}
