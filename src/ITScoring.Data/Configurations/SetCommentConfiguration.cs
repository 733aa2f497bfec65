using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class SetCommentConfiguration : IEntityTypeConfiguration<SetComment>
{
    public void Configure(EntityTypeBuilder<SetComment> builder)
    {
        builder.ToTable("SetComments");
        builder.Property(c => c.ItemKey).IsCode();
        builder.Property(c => c.Text).HasMaxLength(SetComment.MostCharacters);
        builder.Property(c => c.Resolution).HasMaxLength(SetComment.MostCharacters);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<CriteriaSetVersion>().WithMany().HasForeignKey(c => c.CriteriaSetVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(c => c.AuthorId);
        builder.RefersToUser(c => c.ResolvedById);
        builder.HasIndex(c => c.CriteriaSetVersionId);
    }
}
