using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class VerdictChangeConfiguration : IEntityTypeConfiguration<VerdictChange>
{
    public void Configure(EntityTypeBuilder<VerdictChange> builder)
    {
        builder.ToTable("VerdictChanges").IsAppendOnly();
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.RefersToUser(c => c.ChangedById);
        builder.HasIndex(c => c.VerdictId);
    }
}
