using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary>
/// <c>&lt;state-tag form="…" /&gt;</c>, <c>period</c> or <c>verdict</c>: state as icon, word and colour. With <c>kind</c> (good, fair, mid, low, bad, line),
/// <c>icon</c> and content it shows any other state in the same way.
/// </summary>
[HtmlTargetElement("state-tag")]
public sealed class StateTagHelper : TagHelper
{
    public SubmissionState? Form { get; set; }

    public PeriodState? Period { get; set; }

    public VerdictKind? Verdict { get; set; }

    public string Kind { get; set; } = "line";

    public string Icon { get; set; } = "circle";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon, text) = this switch
        {
            { Form: { } f } => (f switch
            {
                SubmissionState.Drafting => "fair",
                SubmissionState.AwaitingSignOff => "mid",
                SubmissionState.Submitted => "good",
                SubmissionState.Returned => "mid",
                _ => "good",
            }, f switch
            {
                SubmissionState.Drafting => "half",
                SubmissionState.AwaitingSignOff => "clock",
                SubmissionState.Returned => "back",
                _ => "check",
            }, f.Name()),
            { Period: { } p } => (p switch
            {
                PeriodState.Draft => "line",
                PeriodState.Published => "good",
                PeriodState.Approved => "good",
                _ => "fair",
            }, p >= PeriodState.Approved ? "check" : "half", p.Name()),
            { Verdict: { } v } => v switch
            {
                VerdictKind.Agreed => ("good", "check", v.Name()),
                VerdictKind.Adjusted => ("fair", "edit", v.Name()),
                VerdictKind.SupplementRequested => ("mid", "back", v.Name()),
                VerdictKind.ReferredToCouncil => ("mid", "person", v.Name()),
                _ => ("mid", "refresh", v.Name()),
            },
            _ => (Kind, Icon, null),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag tag--" + kind);
        var content = await output.GetChildContentAsync();
        var drawing = new TagHelperOutput("svg", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTagHelper { Name = icon }.Process(context, drawing);
        output.Content.AppendHtml(drawing);
        if (text is null)
            output.Content.AppendHtml(content);
        else
            output.Content.Append(text);
    }
}
