using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PeriodLetterConfiguration : IEntityTypeConfiguration<PeriodLetter>
{
    public void Configure(EntityTypeBuilder<PeriodLetter> builder)
    {
        builder.ToTable("PeriodLetters");
        builder.Property(l => l.Number).HasMaxLength(Lengths.Name);
        builder.Property(l => l.Abstract).HasMaxLength(Lengths.Text);
        builder.HasIndex(l => l.PeriodId);
    }
}
