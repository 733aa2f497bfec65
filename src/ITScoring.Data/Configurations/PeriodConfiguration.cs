using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PeriodConfiguration : IEntityTypeConfiguration<Period>
{
    public void Configure(EntityTypeBuilder<Period> builder)
    {
        builder.Ignore(p => p.Deadline);
        builder.Ignore(p => p.ResponseDeadline);
        builder.Property(p => p.Code).IsCode();
        builder.Property(p => p.Title).HasMaxLength(Lengths.Name);
        builder.Property(p => p.DeadlineWording).HasMaxLength(Lengths.Name);
        builder.Property(p => p.ResponseDeadlineWording).HasMaxLength(Lengths.Name);
        builder.Ignore(p => p.SharedTolerancePercent);
        // Also for the periods that are there already; 0 is a tolerance like another.
        builder.Property(p => p.SharedToleranceHundredths).HasDefaultValue(Period.DefaultSharedTolerance).HasSentinel(Period.DefaultSharedTolerance);
        builder.Property(p => p.ProposedSha256).IsSha256();
        builder.Property(p => p.ApprovedSha256).IsSha256();
        builder.Property(p => p.DecisionNumber).HasMaxLength(Lengths.Name);
        builder.Property(p => p.DecisionAbstract).HasMaxLength(Lengths.Text);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.CohortVersion).IsConcurrencyToken();
        builder.HasOne(p => p.CriteriaSetVersion).WithMany().HasForeignKey(p => p.CriteriaSetVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Agencies).WithOne().HasForeignKey(a => a.PeriodId).IsPart();
        builder.HasMany(p => p.Assignments).WithOne().HasForeignKey(a => a.PeriodId).IsPart();
        builder.HasMany(p => p.Conflicts).WithOne().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Letters).WithOne().HasForeignKey(l => l.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}
