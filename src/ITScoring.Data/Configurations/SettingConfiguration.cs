using ITScoring.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        builder.Property(s => s.Key).IsCode();
        builder.Property(s => s.Value).HasMaxLength(Lengths.Setting);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.RefersToUser(s => s.ChangedById);
        builder.HasIndex(s => s.Key).IsUnique();
    }
}
