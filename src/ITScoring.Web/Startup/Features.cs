using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Features.Checks;
using ITScoring.Web.Features.EvidenceFiles;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.EvidenceStore;
using ITScoring.Web.Features.ExplanationEvidence;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Files;
using ITScoring.Web.Features.Home;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.PointsToWin;
using ITScoring.Web.Features.Presence;
using ITScoring.Web.Features.Receipts;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.SectionAssignments;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.SettlementRecords;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Features.WhatIf;
using ITScoring.Web.Features.Workbooks;

namespace ITScoring.Web.Startup;

/// <summary>The services of the feature folders: one line each, in alphabetical order.</summary>
public static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<DemoNotice>();
        services.AddScoped<AccountService>();
        services.AddScoped<AccountsQuery>();
        services.AddScoped<AuditQuery>();
        services.AddScoped<ApprovalService>();
        services.AddScoped<CheckQuery>();
        services.AddScoped<EvidenceItemsQuery>();
        services.AddScoped<EvidenceService>();
        services.AddScoped<UploadService>();
        services.AddScoped<ReadableFiles>();
        services.AddScoped<StoreQuery>();
        services.AddScoped<ExplanationEvidenceQuery>();
        services.AddScoped<ExplanationEvidenceService>();
        services.AddScoped<ExplanationNotices>();
        services.AddScoped<ExplanationQuery>();
        services.AddScoped<ExplanationService>();
        services.AddScoped<FormDeadlines>();
        services.AddScoped<FormNotices>();
        services.AddScoped<FormState>();
        services.AddScoped<HomeQuery>();
        services.AddScoped<LastYearService>();
        services.AddScoped<NoticeWriter>();
        services.AddScoped<OthersValues>();
        services.AddScoped<OwnForms>();
        services.AddScoped<CriterionQuery>();
        services.AddScoped<PeriodQuery>();
        services.AddScoped<PeriodService>();
        services.AddSingleton<PresenceBoard>();
        services.AddScoped<PointsToWinQuery>();
        services.AddScoped<PreliminaryResults>();
        services.AddScoped<PublishedRecords>();
        services.AddScoped<QueueQuery>();
        services.AddScoped<RankingQuery>();
        services.AddScoped<ReceiptQuery>();
        services.AddScoped<RecordQuery>();
        services.AddScoped<ResultRecords>();
        services.AddScoped<ReviewForms>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<ReviewService>();
        services.AddScoped<SectionAssignmentService>();
        services.AddScoped<SectionDoneService>();
        services.AddScoped<SectionQuery>();
        services.AddScoped<SectionService>();
        services.AddScoped<SettlementQuery>();
        services.AddScoped<SignInService>();
        services.AddScoped<SubmissionQuery>();
        services.AddScoped<SubmissionService>();
        services.AddSingleton<UnknownNames>();
        services.AddScoped<WhatIfQuery>();
        services.AddScoped<WorkbookImport>();
        services.AddScoped<WorkbookQuery>();
        services.AddScoped<WorkbookTickets>();
    }
}
