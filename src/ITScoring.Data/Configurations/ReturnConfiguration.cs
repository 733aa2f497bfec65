using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.Ignore(r => r.Letter);
        builder.Property(r => r.LetterNumber).HasMaxLength(Lengths.Name);
        builder.Property(r => r.LetterAbstract).HasMaxLength(Lengths.Text);
        builder.Property(r => r.DeadlineWording).HasMaxLength(Lengths.Name);
        builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.ReturnId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersToUser(r => r.ReturnedById);
        builder.HasIndex(r => r.SubmissionId);
    }
}
