using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SubmissionReceiptConfiguration : IEntityTypeConfiguration<SubmissionReceipt>
{
    public void Configure(EntityTypeBuilder<SubmissionReceipt> builder)
    {
        builder.ToTable("SubmissionReceipts").IsAppendOnly();
        builder.Property(r => r.Sha256).IsSha256();
        builder.RefersToUser(r => r.SignedById);
        builder.HasIndex(r => new { r.SubmissionId, r.Revision }).IsUnique();
    }
}
