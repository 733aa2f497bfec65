using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SharedFigureConfiguration : IEntityTypeConfiguration<SharedFigure>
{
    public void Configure(EntityTypeBuilder<SharedFigure> builder)
    {
        builder.Property(f => f.QuestionCode).IsCode();
        builder.Property(f => f.SourceCode).IsCode();
        builder.Property(f => f.FileName).HasMaxLength(Lengths.Name);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(f => f.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(f => f.ImportedById);
        builder.HasIndex(f => new { f.PeriodId, f.AgencyId, f.QuestionCode, f.SourceCode }).IsUnique();
    }
}
