using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.Verify;

/// <summary>What became of a package; null: none was checked yet.</summary>
/// <param name="FileName">As it was called.</param>
/// <param name="PublishedHere">Whether this very file was published on this portal.</param>
public sealed record VerifyPage(string FileName, PackageReport Report, PackageSignature? Signature, bool PublishedHere);
