using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.Ignore(s => s.OpenReturn);
        builder.Property(s => s.TimelinessCode).IsCode();
        // Rises in the verbs that move the form, not with every save.
        builder.Property(s => s.StateVersion).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(s => s.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(s => s.SignedById);
        builder.HasMany(s => s.Moves).WithOne().HasForeignKey(m => m.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Receipts).WithOne().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Returns).WithOne().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Assignments).WithOne().HasForeignKey(a => a.SubmissionId).IsPart();
        builder.HasMany(s => s.SectionsDone).WithOne().HasForeignKey(d => d.SubmissionId).IsPart();
        builder.HasIndex(s => new { s.PeriodId, s.AgencyId }).IsUnique();
        builder.HasIndex(s => s.AgencyId);
    }
}
