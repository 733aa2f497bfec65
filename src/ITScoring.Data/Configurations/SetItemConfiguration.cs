using ITScoring.Domain.CriteriaSets.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SetItemConfiguration : IEntityTypeConfiguration<SetItem>
{
    public void Configure(EntityTypeBuilder<SetItem> builder)
    {
        builder.ToTable("SetItems");
        builder.Property(i => i.Key).IsCode();
        builder.Property(i => i.GroupKey).IsCode();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.CriteriaSetVersionId, i.Key }).IsUnique();
    }
}
