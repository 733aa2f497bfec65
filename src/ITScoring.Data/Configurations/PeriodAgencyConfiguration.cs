using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class PeriodAgencyConfiguration : IEntityTypeConfiguration<PeriodAgency>
{
    public void Configure(EntityTypeBuilder<PeriodAgency> builder)
    {
        builder.Ignore(a => a.Extension);
        builder.Ignore(a => a.ExtensionLetterInWords);
        builder.Property(a => a.Code).IsCode();
        builder.Property(a => a.Name).HasMaxLength(Lengths.Name);
        builder.Property(a => a.BlockCode).IsCode();
        builder.Property(a => a.BlockName).HasMaxLength(Lengths.Name);
        builder.Property(a => a.NotRankedReason).HasMaxLength(Lengths.Text);
        builder.Property(a => a.ExtensionWording).HasMaxLength(Lengths.Name);
        builder.Property(a => a.ExtensionReason).HasMaxLength(Lengths.Text);
        builder.Property(a => a.ExtensionLetter).HasMaxLength(Lengths.Name);
        builder.Property(a => a.ExtensionLetterAbstract).HasMaxLength(Lengths.Text);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.PeriodId, a.AgencyId }).IsUnique();
        builder.HasIndex(a => a.AgencyId);
    }
}
