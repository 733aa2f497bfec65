using ITScoring.Domain.CriteriaSets.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SetItemChangeConfiguration : IEntityTypeConfiguration<SetItemChange>
{
    public void Configure(EntityTypeBuilder<SetItemChange> builder)
    {
        builder.ToTable("SetItemChanges").IsAppendOnly();
        builder.Property(c => c.SetKey).IsCode();
        builder.Property(c => c.ItemKey).IsCode();
        builder.RefersToUser(c => c.UserId);
        builder.HasIndex(c => new { c.SetKey, c.ItemKey });
    }
}
