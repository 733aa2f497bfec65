using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Shared;

/// <summary>How whoever signed stands under a document.</summary>
/// <param name="Capacity">Lines in capitals: <c>GIÁM ĐỐC</c>, or for a deputy <c>KT. GIÁM ĐỐC</c> and <c>PHÓ GIÁM ĐỐC</c>.</param>
public sealed record Signature(IReadOnlyList<string> Capacity, string Name)
{
    private const string DeputyPrefix = "Phó ";
    private const string AnyHead = "Thủ trưởng";

    /// <param name="role">In which the signature was given.</param>
    /// <param name="jobTitle">Chức vụ; null: not stated.</param>
    public static Signature Of(Role role, string? jobTitle, string name)
    {
        var head = jobTitle?.StartsWith(DeputyPrefix, StringComparison.OrdinalIgnoreCase) == true ? jobTitle[DeputyPrefix.Length..] : AnyHead;
        return new Signature(
            role == Role.Deputy ? [Capitals("KT. " + head), Capitals(jobTitle ?? DeputyPrefix + AnyHead)] : [Capitals(jobTitle ?? AnyHead)],
            name);
    }

    private static string Capitals(string text) => text.ToUpper(Startup.VietnamTime.Culture);
}
