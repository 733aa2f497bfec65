using ITScoring.Domain.Agencies;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.EventKey).IsCode();
        builder.Property(n => n.Title).HasMaxLength(Lengths.Name);
        builder.Property(n => n.Body).HasMaxLength(Lengths.Text);
        builder.Property(n => n.Path).HasMaxLength(Lengths.Name);
        builder.Property(n => n.MailProblem).HasMaxLength(Lengths.Name);
        // Counted before the server is spoken to: of two processes only one begins a try. Reading a notice does not touch it.
        builder.Property(n => n.MailAttempts).IsConcurrencyToken();
        builder.RefersToUser(n => n.RecipientId);
        builder.HasOne<Period>().WithMany().HasForeignKey(n => n.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(n => n.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.RecipientId, n.Kind, n.EventKey }).IsUnique();
        builder.HasIndex(n => new { n.RecipientId, n.ReadAt });
        builder.HasIndex(n => new { n.Mail, n.MailDueAt });
    }
}
