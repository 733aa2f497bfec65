namespace ITScoring.Web.Features.SetItems;

/// <summary>A field in which an expression is written.</summary>
/// <param name="Gives"><c>number</c> or <c>boolean</c>.</param>
public sealed record ExpressionField(ItemPage Page, string Name, string Label, string Gives, bool Required, string? Hint = null);
