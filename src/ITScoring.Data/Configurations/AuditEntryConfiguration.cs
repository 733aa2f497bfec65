using ITScoring.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // No reference to accounts, periods or agencies: the log also tells of what could not be done.
        builder.ToTable("AuditEntries").IsAppendOnly();
        builder.Property(e => e.Action).IsCode();
        builder.Property(e => e.Subject).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Reason).HasMaxLength(Lengths.Text);
        builder.Property(e => e.RequestId).HasMaxLength(Lengths.Code);
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.Subject, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
        builder.HasIndex(e => new { e.PeriodId, e.AgencyId, e.At });
    }
}
