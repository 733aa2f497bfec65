using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class GuidanceDocumentConfiguration : IEntityTypeConfiguration<GuidanceDocument>
{
    public void Configure(EntityTypeBuilder<GuidanceDocument> builder)
    {
        builder.ToTable("GuidanceDocuments");
        builder.Ignore(d => d.Stands);
        builder.Property(d => d.Number).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Abstract).HasMaxLength(Lengths.Text);
        builder.Property(d => d.FileName).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(d => d.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.File).WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(d => d.AttachedById);
        builder.RefersToUser(d => d.WithdrawnById);
        builder.HasIndex(d => d.PeriodId);
        // The sweep asks for every file whether a document refers to it.
        builder.HasIndex(d => d.FileId);
    }
}
