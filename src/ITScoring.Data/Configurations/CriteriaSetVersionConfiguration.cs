using ITScoring.Domain.CriteriaSets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CriteriaSetVersionConfiguration : IEntityTypeConfiguration<CriteriaSetVersion>
{
    public void Configure(EntityTypeBuilder<CriteriaSetVersion> builder)
    {
        builder.Property(s => s.Key).IsCode();
        builder.Property(s => s.Code).IsCode();
        builder.Property(s => s.Title).HasMaxLength(Lengths.Name);
        builder.Property(s => s.Sha256).IsSha256();
        builder.Property(s => s.Reason).HasMaxLength(Lengths.Text);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasMany(s => s.Reviewers).WithOne().HasForeignKey(r => r.CriteriaSetVersionId).IsPart();
        builder.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.CriteriaSetVersionId).IsPart();
        builder.HasIndex(s => new { s.Code, s.Number }).IsUnique();
    }
}
