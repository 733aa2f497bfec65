namespace ITScoring.Web.Features.Api;

/// <summary>How values are written that JSON has no type for; each as record.json and the CSV files write it.</summary>
internal static class ApiForms
{
    /// <summary>Points: a decimal point and always two decimals.</summary>
    public const string Points = @"^-?\d+\.\d{2}$";

    /// <summary>A share of a whole in shortest decimal.</summary>
    public const string Share = @"^\d+(\.\d+)?$";

    public const string Sha256 = "^[0-9a-f]{64}$";
}
