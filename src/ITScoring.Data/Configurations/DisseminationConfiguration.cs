using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class DisseminationConfiguration : IEntityTypeConfiguration<Dissemination>
{
    public void Configure(EntityTypeBuilder<Dissemination> builder)
    {
        builder.ToTable("Disseminations");
        builder.Property(d => d.Note).HasMaxLength(Lengths.Text);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<Period>().WithMany().HasForeignKey(d => d.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(d => d.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(d => d.ConfirmedById);
        builder.HasIndex(d => new { d.PeriodId, d.AgencyId }).IsUnique();
    }
}
