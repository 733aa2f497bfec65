using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PublicationFileConfiguration : IEntityTypeConfiguration<PublicationFile>
{
    public void Configure(EntityTypeBuilder<PublicationFile> builder)
    {
        builder.ToTable("PublicationFiles").IsAppendOnly();
        builder.Property(f => f.Name).HasMaxLength(Lengths.Name);
        builder.Property(f => f.MediaType).HasMaxLength(Lengths.Name);
        builder.Property(f => f.Sha256).IsSha256();
        builder.HasIndex(f => new { f.PublicationId, f.Name }).IsUnique();
    }
}
