using ITScoring.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class AppUserInvitationConfiguration : IEntityTypeConfiguration<AppUserInvitation>
{
    public void Configure(EntityTypeBuilder<AppUserInvitation> builder)
    {
        builder.ToTable("UserInvitations");
        builder.Property(i => i.CodeHash).IsSha256();
        builder.Property(i => i.SealedForMail).HasMaxLength(Lengths.Text);
        // Of two uses of one code at the same time one fails.
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
        builder.HasOne(i => i.User).WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(i => i.InvitedById);
        builder.HasIndex(i => i.CodeHash).IsUnique();
        builder.HasIndex(i => i.UserId);
    }
}
