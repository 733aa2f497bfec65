using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class FrozenRecordConfiguration : IEntityTypeConfiguration<FrozenRecord>
{
    public void Configure(EntityTypeBuilder<FrozenRecord> builder)
    {
        builder.ToTable("FrozenRecords").IsAppendOnly();
        builder.Property(r => r.PublicSha256).IsSha256();
        builder.Property(r => r.InternalSha256).IsSha256();
        builder.HasOne<Period>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PeriodId, r.Stage });
    }
}
