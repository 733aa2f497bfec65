using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ContestedValueConfiguration : IEntityTypeConfiguration<ContestedValue>
{
    public void Configure(EntityTypeBuilder<ContestedValue> builder)
    {
        builder.ToTable("ContestedValues");
        builder.Property(c => c.QuestionCode).IsCode();
        builder.HasIndex(c => new { c.ExplanationId, c.QuestionCode });
    }
}
