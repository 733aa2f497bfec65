using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PreparedDocumentConfiguration : IEntityTypeConfiguration<PreparedDocument>
{
    public void Configure(EntityTypeBuilder<PreparedDocument> builder)
    {
        builder.ToTable("PreparedDocuments");
        builder.Property(d => d.Name).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Sha256).IsSha256();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.RefersToUser(d => d.AskedById);
        builder.HasIndex(d => new { d.RecordId, d.Name }).IsUnique();
        builder.HasIndex(d => d.State);
        builder.HasOne<FrozenRecord>().WithMany().HasForeignKey(d => d.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
