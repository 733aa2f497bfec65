using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ReturnItemConfiguration : IEntityTypeConfiguration<ReturnItem>
{
    public void Configure(EntityTypeBuilder<ReturnItem> builder)
    {
        builder.ToTable("ReturnItems");
        builder.Property(i => i.QuestionCode).IsCode();
        builder.Property(i => i.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(i => new { i.ReturnId, i.QuestionCode }).IsUnique();
    }
}
