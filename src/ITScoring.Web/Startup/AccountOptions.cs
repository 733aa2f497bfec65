using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>What becomes of accounts (section <c>Accounts</c>).</summary>
public sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Months for which an account must have been suspended before its person's data may be taken out of it.</summary>
    [Range(1, 240, ErrorMessage = "Cấu hình Accounts:AnonymiseAfterMonths phải từ 1 đến 240 tháng.")]
    public int AnonymiseAfterMonths { get; set; } = 24;
}
