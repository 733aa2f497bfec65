namespace ITScoring.Web.Startup;

/// <summary>Why a request came too soon and what to do; a feature of the request, for the page that tells of it.</summary>
public sealed record RateRefusal(string Meaning, string Advice);
