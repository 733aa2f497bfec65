using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>What has been imported of one shared system.</summary>
/// <param name="LastFile">Null: nothing was imported yet.</param>
public sealed record SharedSourceRow(SharedSystem Source, int Figures, int Agencies, int Questions, string? LastFile, DateTime? LastAt, string? LastBy);
