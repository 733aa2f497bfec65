using ITScoring.Domain.Agencies;
using ITScoring.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.Ignore(f => f.IsServed);
        builder.Property(f => f.Sha256).IsSha256();
        builder.Property(f => f.Malware).HasMaxLength(Lengths.Name);
        builder.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(f => f.UploadedById);
        builder.HasIndex(f => new { f.AgencyId, f.Sha256 }).IsUnique();
        builder.HasIndex(f => f.Sha256);
        builder.HasIndex(f => new { f.Scan, f.NextScanAt });
    }
}
