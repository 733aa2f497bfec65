namespace ITScoring.Web.Features.Shared;

/// <summary>Marks the pages that show files of evidence in place; their content security policy allows frames of the site itself.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FramesFilesAttribute : Attribute;
