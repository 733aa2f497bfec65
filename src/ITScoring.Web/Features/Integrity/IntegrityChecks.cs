using ITScoring.Data;
using ITScoring.Web.Features.Integrity.Checks;

namespace ITScoring.Web.Features.Integrity;

/// <summary>The checks there are, in the order of the page.</summary>
public static class IntegrityChecks
{
    public static IServiceCollection AddIntegrityChecks(this IServiceCollection services) => services
        .AddScoped<BrokenReferences>()
        .AddScoped<FormPlaces>()
        .AddScoped<IIntegrityCheck, SubmittedForms>()
        .AddScoped<IIntegrityCheck, PointsWithinMaximum>()
        .AddScoped<IIntegrityCheck, KnownCodes>()
        .AddScoped<IIntegrityCheck, FrozenTotals>()
        .AddScoped<IIntegrityCheck, EvidenceHasFiles>()
        .AddScoped<IIntegrityCheck, StoredFilesExist>()
        .AddScoped<IIntegrityCheck, FilesAreUsed>()
        .AddScoped<IIntegrityCheck, MembershipsOfAgenciesInForce>()
        .AddScoped<IIntegrityCheck, JobsRun>()
        .AddScoped<IIntegrityCheck, RowsHaveTheirOthers>()
        .AddScoped<IntegrityQuery>();
}
