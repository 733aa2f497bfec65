namespace ITScoring.Web.Features.Submissions;

/// <summary>A change of a declared value, for the feed of the task list.</summary>
public sealed record RecentChange(DateTime At, string By, string QuestionCode, string Value);
