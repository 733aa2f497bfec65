using ITScoring.Domain.Publications.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CriterionLinkConfiguration : IEntityTypeConfiguration<CriterionLink>
{
    public void Configure(EntityTypeBuilder<CriterionLink> builder)
    {
        builder.ToTable("CriterionLinks");
        builder.Property(l => l.EarlierSet).IsCode();
        builder.Property(l => l.LaterSet).IsCode();
        builder.Property(l => l.EarlierCriterion).IsCode();
        builder.Property(l => l.LaterCriterion).IsCode();
        builder.Property(l => l.Reason).HasMaxLength(Lengths.Text);
        builder.RefersToUser(l => l.LinkedById);
        builder.HasIndex(l => new { l.LaterSet, l.LaterVersion, l.LaterCriterion, l.EarlierSet, l.EarlierVersion }).IsUnique();
        builder.HasIndex(l => new { l.EarlierSet, l.EarlierVersion, l.EarlierCriterion, l.LaterSet, l.LaterVersion }).IsUnique();
    }
}
