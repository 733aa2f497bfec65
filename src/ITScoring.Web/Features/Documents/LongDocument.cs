using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Documents;

/// <summary>A document that takes long to write, so that a job does it.</summary>
/// <param name="Name">Last part of its address and of its file name: <c>report.pdf</c>.</param>
/// <param name="FileName">Without the period's code and the ending.</param>
public sealed record LongDocument(string Name, string FileName, string MediaType, Func<ResultDossier, PortalOptions, WritingProgress, byte[]> Write)
{
    public string FileNameOf(string periodCode) => $"{FileName}-{periodCode}{Path.GetExtension(Name)}";
}
