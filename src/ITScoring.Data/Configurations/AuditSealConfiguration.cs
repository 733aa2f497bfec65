using ITScoring.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals").IsAppendOnly();
        builder.Property(s => s.PreviousHead).IsSha256();
        builder.Property(s => s.Head).IsSha256();
        // Of two processes that seal the same rows one is refused.
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => s.LastId);
    }
}
