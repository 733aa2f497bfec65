using ITScoring.Data.Configurations;
using ITScoring.Data.Conversions;
using ITScoring.Data.Identity;
using ITScoring.Data.Jobs;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Files;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Settings;
using ITScoring.Domain.Submissions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ITScoring.Data;

/// <summary>
/// The model of the portal's database. Conventions: times are UTC, enumerations are stored by name, codes compare by
/// their bytes, nothing of ours is deleted by cascade. Saving goes through <see cref="SavePreparation"/>.
/// </summary>
public abstract class AppDbContext(DbContextOptions options) : IdentityUserContext<AppUser, int>(options), IDataProtectionKeyContext
{
    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Restructuring> Restructurings => Set<Restructuring>();

    public DbSet<CriteriaSetVersion> CriteriaSetVersions => Set<CriteriaSetVersion>();

    public DbSet<SetItem> SetItems => Set<SetItem>();

    public DbSet<SetItemChange> SetItemChanges => Set<SetItemChange>();

    public DbSet<SetComment> SetComments => Set<SetComment>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<Period> Periods => Set<Period>();

    public DbSet<PeriodAgency> PeriodAgencies => Set<PeriodAgency>();

    public DbSet<ReviewerAssignment> ReviewerAssignments => Set<ReviewerAssignment>();

    public DbSet<ConflictOfInterest> ConflictsOfInterest => Set<ConflictOfInterest>();

    public DbSet<PreviousFigure> PreviousFigures => Set<PreviousFigure>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<SubmissionMove> SubmissionMoves => Set<SubmissionMove>();

    public DbSet<SubmissionReceipt> SubmissionReceipts => Set<SubmissionReceipt>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<AnswerChange> AnswerChanges => Set<AnswerChange>();

    public DbSet<SectionAssignment> SectionAssignments => Set<SectionAssignment>();

    public DbSet<SectionDone> SectionsDone => Set<SectionDone>();

    public DbSet<CheckNote> CheckNotes => Set<CheckNote>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Return> Returns => Set<Return>();

    public DbSet<CriterionVerdict> CriterionVerdicts => Set<CriterionVerdict>();

    public DbSet<VerdictChange> VerdictChanges => Set<VerdictChange>();

    public DbSet<ReviewDraft> ReviewDrafts => Set<ReviewDraft>();

    public DbSet<SecondReview> SecondReviews => Set<SecondReview>();

    public DbSet<Council> Councils => Set<Council>();

    public DbSet<CouncilDecision> CouncilDecisions => Set<CouncilDecision>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<SharedFigure> SharedFigures => Set<SharedFigure>();

    public DbSet<Explanation> Explanations => Set<Explanation>();

    public DbSet<FrozenRecord> FrozenRecords => Set<FrozenRecord>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<PublicationFile> PublicationFiles => Set<PublicationFile>();

    public DbSet<PreparedDocument> PreparedDocuments => Set<PreparedDocument>();

    public DbSet<CriterionLink> CriterionLinks => Set<CriterionLink>();

    public DbSet<SignedDocument> SignedDocuments => Set<SignedDocument>();

    public DbSet<GuidanceDocument> GuidanceDocuments => Set<GuidanceDocument>();

    public DbSet<Dissemination> Disseminations => Set<Dissemination>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<AppUserMembership> Memberships => Set<AppUserMembership>();

    public DbSet<AppUserInvitation> Invitations => Set<AppUserInvitation>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<AuditDrop> AuditDrops => Set<AuditDrop>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whether a save that raises a cohort version fails when others raised it meanwhile (<see cref="ExpectedVersions"/>), instead of raising it again.</summary>
    internal bool ExpectsCohort { get; set; }

    /// <summary>The collation of code columns; null: the database's own already compares bytes.</summary>
    protected virtual string? CodeCollation => null;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        SavePreparation.Prepare(ChangeTracker);
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        catch (DbUpdateException e) when (SaveConflict.IsDuplicate(e))
        {
            throw SaveConflict.Duplicate(e);
        }
    }

    /// <summary>Saves the unit of work, all or nothing.</summary>
    /// <exception cref="DbUpdateConcurrencyException">
    /// Somebody else changed or added the same row, or moved the form, since it was read. Nothing was saved. (Two
    /// writes that only raise a period's cohort version do not conflict: the later one is raised again.)
    /// </exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SavePreparation.Prepare(ChangeTracker);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }
            catch (DbUpdateConcurrencyException e) when (!ExpectsCohort && attempt < SaveConflict.Attempts && SaveConflict.IsOfPeriods(e))
            {
                if (!await SaveConflict.RaiseCohortVersionsAgainAsync(e, cancellationToken))
                    throw;
            }
            catch (DbUpdateException e) when (SaveConflict.IsDuplicate(e))
            {
                throw SaveConflict.Duplicate(e);
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Enumeration);
        // An index costs every write: each is asked for by name, where a page or a check reads by it.
        configurationBuilder.Conventions.Remove(typeof(ForeignKeyIndexConvention));
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var code in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.TakeCodeMark()).ToList())
            code.SetCollation(CodeCollation);
    }
}
