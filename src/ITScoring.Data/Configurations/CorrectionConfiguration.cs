using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<CorrectionValue>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("Corrections");
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Record).WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(c => c.PreparedById);
        builder.HasMany(c => c.Values).WithOne().HasForeignKey(v => v.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.PeriodId, c.State });
    }

    public void Configure(EntityTypeBuilder<CorrectionValue> builder)
    {
        builder.ToTable("CorrectionValues").IsAppendOnly();
        builder.Property(v => v.QuestionCode).IsCode();
        builder.HasOne<Submission>().WithMany().HasForeignKey(v => v.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
