using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SignedDocumentConfiguration : IEntityTypeConfiguration<SignedDocument>
{
    public void Configure(EntityTypeBuilder<SignedDocument> builder)
    {
        builder.ToTable("SignedDocuments").IsAppendOnly();
        builder.Ignore(d => d.Signatures);
        builder.Property(d => d.Number).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Abstract).HasMaxLength(Lengths.Text);
        builder.Property(d => d.FileName).HasMaxLength(Lengths.Name);
        builder.HasOne<Period>().WithMany().HasForeignKey(d => d.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.File).WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SignedDocument>().WithMany().HasForeignKey(d => d.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(d => d.AttachedById);
        builder.HasIndex(d => d.PeriodId);
        // The sweep asks for every file whether a document refers to it.
        builder.HasIndex(d => d.FileId);
    }
}
