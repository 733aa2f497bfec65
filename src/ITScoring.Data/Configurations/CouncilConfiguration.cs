using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CouncilConfiguration : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.Property(c => c.DecisionNumber).HasMaxLength(Lengths.Name);
        builder.Property(c => c.DecisionAbstract).HasMaxLength(Lengths.Text);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CouncilId).IsPart();
        builder.HasMany(c => c.Sessions).WithOne().HasForeignKey(s => s.CouncilId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.PeriodId).IsUnique();
    }
}
