namespace ITScoring.Web.TagHelpers;

/// <summary>What kind of control a field is.</summary>
public enum FieldKind
{
    Text,
    Password,
    Number,
    Date,
    TextArea,
    Select,
    Radios,
    Checkbox,
}
