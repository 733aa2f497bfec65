using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class CouncilSessionConfiguration : IEntityTypeConfiguration<CouncilSession>
{
    public void Configure(EntityTypeBuilder<CouncilSession> builder)
    {
        builder.ToTable("CouncilSessions");
        builder.Property(s => s.Place).HasMaxLength(Lengths.Name);
        builder.Property(s => s.Notes).HasMaxLength(Lengths.Text);
        builder.HasMany(s => s.Attendances).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.CouncilId, s.Number }).IsUnique();
    }
}
