using ITScoring.Domain.CriteriaSets.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SetReviewerConfiguration : IEntityTypeConfiguration<SetReviewer>
{
    public void Configure(EntityTypeBuilder<SetReviewer> builder)
    {
        builder.ToTable("SetReviewers");
        builder.HasKey(r => new { r.CriteriaSetVersionId, r.UserId });
        builder.Property(r => r.AgreedSha256).IsSha256();
        builder.RefersToUser(r => r.UserId);
    }
}
