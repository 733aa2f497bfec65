using ITScoring.Domain.Notices;

namespace ITScoring.Web.Features.Notices;

/// <summary>A person's notices, latest first.</summary>
/// <param name="Number">Of the page, from 1.</param>
public sealed record NoticesPage(IReadOnlyList<Notice> Notices, int Unread, int All, int Number, int Pages);
