using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary>
/// <c>&lt;field name="…" label="…" value="@…" /&gt;</c>: one control with label, hint, error and their aria links. What was typed is shown again after
/// a refusal. The name is written as given, without compiling expressions.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Value { get; set; }

    public string? Hint { get; set; }

    public FieldKind Kind { get; set; }

    /// <summary>Choices of a select or of radios.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>The first, empty choice of a select; null: none.</summary>
    public string? EmptyOption { get; set; }

    public bool Required { get; set; }

    public bool Disabled { get; set; }

    public string? Autocomplete { get; set; }

    public int Rows { get; set; } = 3;

    public int? MaxLength { get; set; }

    /// <summary>Shown after the control, e.g. a unit.</summary>
    public string? Unit { get; set; }

    /// <summary>State of a checkbox.</summary>
    public bool Checked { get; set; }

    /// <summary>What is wrong with a value that nobody posted; what was refused stands in the model state.</summary>
    [HtmlAttributeNotBound]
    public string? Problem { get; set; }

    /// <summary>The id of a field by its name.</summary>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(Name);
        var entry = ViewContext.ModelState.TryGetValue(Name, out var e) ? e : null;
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage ?? Problem;
        var value = Kind == FieldKind.Password ? null : entry is { AttemptedValue: { } typed } ? typed : Value;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var css = output.Attributes.TryGetAttribute("class", out var given) ? "field " + given.Value : "field";
        output.Attributes.SetAttribute("class", css);

        var described = string.Join(' ', new[] { Hint is null ? null : id + "-h", error is null ? null : id + "-e" }.OfType<string>());
        switch (Kind)
        {
            case FieldKind.Radios:
                output.TagName = "fieldset";
                if (described.Length > 0)
                    output.Attributes.SetAttribute("aria-describedby", described);
                var legend = Tag("legend", "form-label");
                AppendLabel(legend);
                output.Content.AppendHtml(legend);
                AppendHint(output, id);
                AppendRadios(output, id, value, error is not null);
                break;
            case FieldKind.Checkbox:
                AppendCheckbox(output, id, described);
                AppendHint(output, id);
                break;
            default:
                var label = Tag("label", "form-label");
                label.Attributes["for"] = id;
                AppendLabel(label);
                output.Content.AppendHtml(label);
                AppendHint(output, id);
                var control = Control(id, value);
                Describe(control, described, error is not null);
                if (Unit is null)
                {
                    output.Content.AppendHtml(control);
                }
                else
                {
                    var row = Tag("div", "qcard__in");
                    row.InnerHtml.AppendHtml(control);
                    var unit = Tag("span", "unit");
                    unit.InnerHtml.Append(Unit);
                    row.InnerHtml.AppendHtml(unit);
                    output.Content.AppendHtml(row);
                }

                break;
        }

        if (error is not null)
            output.Content.AppendHtml(ErrorOf(id, error));
    }

    /// <summary>The sentence under a field that says what is wrong.</summary>
    internal static IHtmlContent ErrorOf(string id, string error)
    {
        var p = Tag("p", "err");
        p.Attributes["id"] = id + "-e";
        var drawing = new TagHelperOutput("svg", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTagHelper { Name = "warning" }.Process(null!, drawing);
        p.InnerHtml.AppendHtml(drawing);
        var text = new TagBuilder("span");
        text.InnerHtml.Append(error);
        p.InnerHtml.AppendHtml(text);
        return p;
    }

    private static TagBuilder Tag(string name, string css)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        return tag;
    }

    private static void Describe(TagBuilder control, string described, bool invalid)
    {
        if (described.Length > 0)
            control.Attributes["aria-describedby"] = described;
        if (invalid)
        {
            control.AddCssClass("is-invalid");
            control.Attributes["aria-invalid"] = "true";
        }
    }

    private void AppendLabel(TagBuilder label)
    {
        label.InnerHtml.Append(Label);
        if (!Required && Kind is not FieldKind.Radios and not FieldKind.Checkbox && !Disabled)
        {
            var optional = Tag("span", "muted fw-normal");
            optional.InnerHtml.Append(" (không bắt buộc)");
            label.InnerHtml.AppendHtml(optional);
        }
    }

    private void AppendHint(TagHelperOutput output, string id)
    {
        if (Hint is null)
            return;
        var hint = Tag("p", "hint mb-1");
        hint.Attributes["id"] = id + "-h";
        hint.InnerHtml.Append(Hint);
        output.Content.AppendHtml(hint);
    }

    private TagBuilder Control(string id, string? value)
    {
        var control = new TagBuilder(Kind switch { FieldKind.TextArea => "textarea", FieldKind.Select => "select", _ => "input" });
        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        control.AddCssClass(Kind == FieldKind.Select ? "form-select" : "form-control");
        if (Disabled)
            control.Attributes["disabled"] = "disabled";
        if (Required)
            control.Attributes["aria-required"] = "true";
        if (MaxLength is { } length)
            control.Attributes["maxlength"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        switch (Kind)
        {
            case FieldKind.TextArea:
                control.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
                control.InnerHtml.Append(value ?? "");
                break;
            case FieldKind.Select:
                if (EmptyOption is not null)
                    control.InnerHtml.AppendHtml(Option("", EmptyOption, string.IsNullOrEmpty(value)));
                foreach (var option in Options ?? [])
                    control.InnerHtml.AppendHtml(Option(option.Value, option.Text, option.Value == value));
                break;
            default:
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = Kind == FieldKind.Password ? "password" : "text";
                if (Kind == FieldKind.Number)
                {
                    control.AddCssClass("in-num");
                    control.Attributes["inputmode"] = "decimal";
                }
                else if (Kind == FieldKind.Date)
                {
                    control.Attributes["inputmode"] = "numeric";
                    control.Attributes["placeholder"] = "dd/mm/yyyy";
                }

                control.Attributes["autocomplete"] = Autocomplete ?? "off";
                if (Kind != FieldKind.Password)
                    control.Attributes["value"] = value ?? "";
                break;
        }

        return control;
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(text);
        return option;
    }

    private void AppendRadios(TagHelperOutput output, string id, string? value, bool invalid)
    {
        var n = 0;
        foreach (var option in Options ?? [])
        {
            // The first one carries the field's id, so that the error summary's link finds it.
            var optionId = n++ == 0 ? id : $"{id}-{n}";
            output.Content.AppendHtml(Check("radio", optionId, option.Value, option.Text, option.Value == value, invalid, ""));
        }
    }

    private void AppendCheckbox(TagHelperOutput output, string id, string described)
    {
        var attempted = ViewContext.ModelState.TryGetValue(Name, out var e) && e.AttemptedValue is { } typed ? typed == (Value ?? "true") : Checked;
        output.Content.AppendHtml(Check("checkbox", id, Value ?? "true", Label, attempted, e?.Errors.Count > 0, described));
    }

    private TagBuilder Check(string type, string id, string value, string text, bool isChecked, bool invalid, string described)
    {
        var row = Tag("div", "form-check");
        var input = Tag("input", "form-check-input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = value;
        if (isChecked)
            input.Attributes["checked"] = "checked";
        if (Disabled)
            input.Attributes["disabled"] = "disabled";
        Describe(input, described, invalid);
        var label = Tag("label", "form-check-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(text);
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }
}
