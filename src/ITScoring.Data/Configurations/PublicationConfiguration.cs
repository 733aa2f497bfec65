using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("Publications").IsAppendOnly();
        builder.Property(p => p.DecisionNumber).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Reason).HasMaxLength(Lengths.Text);
        builder.HasOne<Period>().WithMany().HasForeignKey(p => p.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Record).WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication>().WithMany().HasForeignKey(p => p.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PublicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.PeriodId, p.Number }).IsUnique();
    }
}
