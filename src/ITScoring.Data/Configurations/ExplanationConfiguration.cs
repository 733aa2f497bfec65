using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ExplanationConfiguration : IEntityTypeConfiguration<Explanation>
{
    public void Configure(EntityTypeBuilder<Explanation> builder)
    {
        builder.Property(x => x.CriterionCode).IsCode();
        builder.Property(x => x.Text).HasMaxLength(4 * Lengths.Text);
        builder.Property(x => x.SettlementReason).HasMaxLength(Lengths.Text);
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Contested).WithOne().HasForeignKey(c => c.ExplanationId).IsPart();
        builder.RefersToUser(x => x.WrittenById);
        builder.RefersToUser(x => x.ConfirmedById);
        builder.RefersToUser(x => x.SettledById);
        // A second window may bring a second explanation; two editors who begin the same one meet here.
        builder.HasIndex(x => new { x.SubmissionId, x.CriterionCode, x.Round }).IsUnique();
    }
}
