namespace ITScoring.Web.Features.Par;

/// <summary>The hand-over of criterion 7.1.3.</summary>
/// <param name="Form">The rule as it stands or was typed; null: this reader does not set it.</param>
public sealed record ParPage(ParTable Table, ParForm? Form)
{
    public string Path => $"/par/{Table.Period.Code}";
}
