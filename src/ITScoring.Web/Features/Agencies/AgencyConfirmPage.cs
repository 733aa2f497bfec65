namespace ITScoring.Web.Features.Agencies;

/// <summary>Asks once: what will happen, and to whom. What was typed is carried along and checked again.</summary>
/// <param name="Action">Address of the form.</param>
/// <param name="Back">Where one goes who does not want it.</param>
/// <param name="BackText">What that place is called.</param>
/// <param name="Fields">Names and values of the form that was sent.</param>
public sealed record AgencyConfirmPage(
    string Title, string Lead, string Action, string Button, bool IsDanger, IReadOnlyList<string> Consequences, string Back, string BackText, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The fields of a form, without those of the site itself.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IFormCollection form) =>
        [.. form.Where(f => f.Key is not ("__RequestVerificationToken" or "confirmed")).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))];
}
