using ITScoring.Web.Security;

namespace ITScoring.Web.Features.Shared;

/// <summary>The top bar's entries for whoever looks.</summary>
public static class Navigation
{
    private const string Work = "/home";

    public static IReadOnlyList<NavigationItem> For(CurrentUser user)
    {
        if (!user.IsSignedIn)
            return [new("Kết quả", "/results"), new("Hướng dẫn thực hiện", "/guidance"), new("Đăng nhập", "/sign-in")];
        var items = new List<NavigationItem> { new("Việc của tôi", Work) };
        if (user.Can(Permission.ManagePeriods))
            items.Add(new("Kỳ đánh giá", "/periods"));
        if (user.Can(Permission.ManageCriteriaSets))
            items.Add(new("Bộ tiêu chí", "/criteria-sets"));
        if (user.Can(Permission.ManageAgencies))
            items.Add(new("Cơ quan", "/agencies"));
        if (user.Can(Permission.ReadReviews))
            items.Add(new("Thẩm tra", "/reviews"));
        if (user.Can(Permission.Settle))
            items.Add(new("Giải trình", "/settlements"));
        if (user.Can(Permission.ReadProposals))
            items.Add(new("Phê duyệt", "/approvals"));
        if (user.Can(Permission.ManageAccounts))
            items.Add(new("Tài khoản", "/accounts"));
        if (user.Can(Permission.ChangeSettings))
            items.Add(new("Cài đặt", "/settings"));
        if (user.Can(Permission.ManageOwnPeople))
            items.Add(new("Nhân sự", "/people"));
        if (user.Can(Permission.Delegate))
            items.Add(new("Ký thay", "/delegations"));
        if (user.Can(Permission.ReadAudit))
            items.Add(new("Nhật ký", "/audit"));
        if (user.Can(Permission.CheckIntegrity))
            items.Add(new("Toàn vẹn", "/integrity"));
        // Only these are ever told something.
        if (user.Can(Permission.ReadOwnForm) || user.Can(Permission.Review))
            items.Add(new("Thông báo", "/notices"));
        items.Add(new("Kết quả", "/results"));
        return items;
    }

    /// <summary>Whether the page at <paramref name="path"/> belongs to the entry; an agency's own form is its work.</summary>
    public static bool IsCurrent(NavigationItem item, PathString path) => Starts(path, item.Href) || item.Href switch
    {
        Work => Starts(path, "/submissions") || Starts(path, "/explanations"),
        "/reviews" => Starts(path, "/comparisons"),
        "/periods" => Starts(path, "/progress") || Starts(path, "/guidance-documents") || Starts(path, "/disseminations") || Starts(path, "/trial-runs") || Starts(path, "/period-sets"),
        "/criteria-sets" => Starts(path, "/set-items") || Starts(path, "/set-reviews") || Starts(path, "/set-trials") || Starts(path, "/set-imports"),
        _ => false,
    };

    private static bool Starts(PathString path, string start) => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);
}
