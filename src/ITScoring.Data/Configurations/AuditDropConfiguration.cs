using ITScoring.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AuditDropConfiguration : IEntityTypeConfiguration<AuditDrop>
{
    public void Configure(EntityTypeBuilder<AuditDrop> builder)
    {
        // The trigger of the audit rows lets go of those whose block is named here (Migrations.AuditRetentionTriggers).
        builder.ToTable("AuditDrops").IsAppendOnly();
        builder.HasIndex(d => d.SealNumber).IsUnique();
    }
}
