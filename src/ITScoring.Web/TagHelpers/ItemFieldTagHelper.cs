using ITScoring.Web.Features.SetItems;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary><c>&lt;item-field page="…" name="/code" label="…" /&gt;</c>: a <c>&lt;field&gt;</c> that shows what an item of a criteria set holds there and what is wrong with it.</summary>
[HtmlTargetElement("item-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ItemFieldTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ItemPage Page { get; set; }

    /// <summary>Pointer of the value in the item.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public FieldKind Kind { get; set; }

    public bool Required { get; set; }

    public string? Hint { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    public string? EmptyOption { get; set; }

    public int Rows { get; set; } = 3;

    public string? Unit { get; set; }

    /// <summary>Of a checkbox whose key is missing.</summary>
    public bool Otherwise { get; set; }

    /// <summary>Shown instead of what stands at the pointer.</summary>
    public string? FixedValue { get; set; }

    /// <summary>Whether other fields follow from this one.</summary>
    public bool Reshape { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ModelState;
        // The page's own words, at the field; the error summary is for what was refused.
        var error = state.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? null
            : Page.Slips.GetValueOrDefault(Name) ?? Page.Problems.FirstOrDefault(problem => problem.Field == Name)?.Words;
        var id = FieldTagHelper.IdOf(Name);
        var field = new FieldTagHelper
        {
            ViewContext = ViewContext,
            Name = Name,
            Label = Label,
            Kind = Kind,
            Required = Required,
            Hint = Hint,
            Options = Options,
            EmptyOption = EmptyOption,
            Rows = Rows,
            Unit = Unit,
            Disabled = !Page.MayEdit,
            Value = Kind == FieldKind.Checkbox ? "true" : FixedValue ?? Page.Value(Name),
            Checked = Kind == FieldKind.Checkbox && Page.Is(Name, Otherwise),
            Problem = error,
        };
        field.Process(context, output);
        if (Kind == FieldKind.Checkbox)
        {
            // An empty box is not posted; this says that it was there.
            var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            hidden.Attributes["type"] = "hidden";
            hidden.Attributes["name"] = Name;
            hidden.Attributes["value"] = "false";
            output.PreContent.AppendHtml(hidden);
        }

        output.Attributes.SetAttribute("data-field", id);
        if (Reshape)
            output.Attributes.SetAttribute("data-reshape", "true");
    }
}
