using ITScoring.Data.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class JobLeaseConfiguration : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.Property(j => j.Name).IsCode();
        builder.Property(j => j.LeasedBy).HasMaxLength(Lengths.Code);
        builder.Property(j => j.LastProblem).HasMaxLength(Lengths.Text);
        builder.Property(j => j.Version).IsConcurrencyToken();
        builder.HasIndex(j => j.Name).IsUnique();
    }
}
