using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.DisplayName).HasMaxLength(Lengths.Name);
        builder.Property(u => u.JobTitle).HasMaxLength(Lengths.Name);
        builder.Property(u => u.PasswordHash).HasMaxLength(Lengths.Text);
        builder.Property(u => u.SecurityStamp).HasMaxLength(Lengths.Code);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(Lengths.Code);
        builder.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.AgencyId, u.Role });
    }
}
