using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ITScoring.Web.Startup;

/// <summary>Where weaknesses of the portal are reported (section <c>SecurityTxt</c>), shown at <c>/.well-known/security.txt</c>.</summary>
public sealed class SecurityTxtOptions : IValidatableObject
{
    public const string Section = "SecurityTxt";

    /// <summary>A mail address, or a page that begins with https://; empty: there is no such file.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Last day on which the contact counts, <c>yyyy-MM-dd</c>; RFC 9116 wants one, at most a year ahead.</summary>
    public string Expires { get; set; } = "";

    /// <summary>Null: none, or not a day.</summary>
    public DateOnly? ExpiresOn => DateOnly.TryParseExact(Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact.Length == 0)
            yield break;
        if (!Contact.StartsWith("https://", StringComparison.Ordinal) && !new EmailAddressAttribute().IsValid(Contact) || Contact.Any(char.IsWhiteSpace))
            yield return new ValidationResult($"Cấu hình SecurityTxt:Contact là “{Contact}”, nhưng phải là địa chỉ thư điện tử hoặc trang bắt đầu bằng https://.");
        if (ExpiresOn is null)
            yield return new ValidationResult("Cấu hình SecurityTxt:Expires phải là ngày dạng 2027-12-31 khi đã nêu SecurityTxt:Contact.");
    }
}
