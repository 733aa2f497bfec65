using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Ignore(e => e.Title);
        builder.Ignore(e => e.Proves);
        builder.Property(e => e.FileName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Number).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Issuer).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Abstract).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Url).HasMaxLength(Lengths.Text);
        builder.HasOne<Submission>().WithMany().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Uses).WithOne().HasForeignKey(u => u.EvidenceId).IsPart();
        builder.HasOne(e => e.File).WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Evidence>().WithMany().HasForeignKey(e => e.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Explanation>().WithMany().HasForeignKey(e => e.ExplanationId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(e => e.AddedById);
        builder.HasIndex(e => e.SubmissionId);
        builder.HasIndex(e => e.FileId);
    }
}
