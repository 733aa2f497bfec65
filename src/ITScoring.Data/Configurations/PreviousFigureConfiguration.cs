using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PreviousFigureConfiguration : IEntityTypeConfiguration<PreviousFigure>
{
    public void Configure(EntityTypeBuilder<PreviousFigure> builder)
    {
        builder.Property(f => f.QuestionCode).IsCode();
        builder.Property(f => f.Source).HasMaxLength(Lengths.Text);
        builder.HasOne<Period>().WithMany().HasForeignKey(f => f.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.PeriodId, f.AgencyId, f.QuestionCode }).IsUnique();
    }
}
