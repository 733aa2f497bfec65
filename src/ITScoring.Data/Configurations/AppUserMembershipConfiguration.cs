using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AppUserMembershipConfiguration : IEntityTypeConfiguration<AppUserMembership>
{
    public void Configure(EntityTypeBuilder<AppUserMembership> builder)
    {
        builder.ToTable("UserMemberships");
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(m => m.GivenById);
        builder.HasOne<Agency>().WithMany().HasForeignKey(m => m.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(m => m.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.UserId);
    }
}
