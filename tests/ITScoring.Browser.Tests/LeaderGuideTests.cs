using ITScoring.Domain.Periods;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>
/// Walks through the portal as the guide for leaders tells it, from the proposed result to a correction. The guide shows the pictures of this walk and
/// no others, and what it prints in bold stands on the pages word for word.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class LeaderGuideTests(ChromiumFixture chromium)
{
    [BrowserFact]
    public async Task The_guide_for_leaders_shows_and_names_what_the_portal_has()
    {
        var guide = new Guide("lanh-dao");
        await using var portal = await StagePortal.OnNetworkAsync(PeriodState.Proposed);
        var journey = new Journey(chromium, portal.Address);
        await journey.RunAsync(async () =>
        {
            var leader = await journey.VisitorAsync();
            await leader.SignInAsync("lanhdao", DemoAccounts.Password);
            await guide.Album.ReadAsync(leader);
            await ReadAsync(leader, guide.Album);
            await DocumentsAsync(portal, leader, guide.Album);
            await ApproveAsync(leader, guide.Album);
            await SignAsync(leader, guide.Album);
            await PublicAsync(journey, guide.Album);
            var manager = await journey.VisitorAsync();
            await manager.SignInAsync("quanly", DemoAccounts.Password);
            await ParAsync(manager, guide.Album);
            var observer = await journey.VisitorAsync();
            await observer.SignInAsync("theodoi", DemoAccounts.Password);
            await guide.Album.ReadAsync(observer);
            await CorrectAsync(manager, leader, guide.Album);
            await guide.Album.TakeAsync(await leader.OpenAsync("/approvals"), "cac-ky", "[aria-labelledby=ky]");
        });
        await guide.AssertAsWalkedAsync("Documents/_PreparedFormat.cshtml");
    }

    private static async Task ReadAsync(Visitor leader, GuideAlbum album)
    {
        await album.ReadAsync(await leader.OpenAsync("/approvals"));
        await leader.FollowAsync("Đánh giá mức độ ứng dụng CNTT năm 2026");
        await album.TakeAsync(leader, "trinh", "[aria-labelledby=so-lieu] dl", "[aria-labelledby=xem-lai]");
        await album.TakeAsync(leader, "thay-doi", "[aria-labelledby=thay-doi]");
        await leader.OpenAsync("/approvals/2026/agencies/bdt");
        await album.TakeAsync(leader, "co-quan", ".score-strip", "[aria-labelledby=khac]");
    }

    private static async Task DocumentsAsync(StagePortal portal, Visitor leader, GuideAlbum album)
    {
        await leader.OpenAsync("/approvals/2026");
        await leader.FollowAsync("Báo cáo, Tờ trình và văn bản khác");
        await album.ReadAsync(leader);
        await leader.PressAsync("Lập Word cho Báo cáo kết quả");
        await portal.RunJobsAsync();
        // The page looks by itself whether the document is there.
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "Word Báo cáo kết quả" }).WaitForAsync();
        await leader.PressAsync("Lập PDF cho Báo cáo kết quả");
        await album.TakeAsync(leader, "van-ban", "[aria-labelledby=vb]");
        await portal.RunJobsAsync();
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "PDF Báo cáo kết quả" }).WaitForAsync();
    }

    private static async Task ApproveAsync(Visitor leader, GuideAlbum album)
    {
        await leader.OpenAsync("/approvals/2026");
        await leader.FillAsync("Số quyết định", "1234/QĐ-UBND");
        await leader.FillAsync("Ngày quyết định", "20/10/2026");
        await album.TakeAsync(leader, "phe-duyet", "[aria-labelledby=duyet]", "[aria-labelledby=lai]");
        await leader.PressAsync("Phê duyệt kết quả");
        await album.ReadAsync(leader);
        await leader.PressAsync("Công bố kết quả");
        await album.ReadAsync(leader);
    }

    /// <summary>The decision comes back from the document system with a digital signature.</summary>
    private static async Task SignAsync(Visitor leader, GuideAlbum album)
    {
        await leader.OpenAsync("/documents/2026");
        await leader.FollowAsync("Văn bản đã ký");
        await album.ReadAsync(leader);
        await leader.FillAsync("Số, ký hiệu", "1234/QĐ-UBND");
        await leader.FillAsync("Ngày văn bản", "20/10/2026");
        await leader.Page.GetByLabel("Tệp PDF đã ký").SetInputFilesAsync(new FilePayload { Name = "quyet-dinh-1234.pdf", MimeType = "application/pdf", Buffer = SignedPdf.Of("Quyết định phê duyệt kết quả") });
        await leader.PressAsync("Gắn văn bản");
        await album.TakeAsync(leader, "da-ky", "[aria-labelledby=ds]");
    }

    private static async Task PublicAsync(Journey journey, GuideAlbum album)
    {
        var stranger = await journey.VisitorAsync();
        await album.TakeAsync(await stranger.OpenAsync("/results/2026"), "cong-khai", "[aria-labelledby=so-lieu] dl", ".rank-frame");
        await album.TakeAsync(await stranger.OpenAsync("/publications/2026"), "du-lieu-mo", "[aria-labelledby=lan-1]");
        var package = await stranger.Page.APIRequest.GetAsync(new Uri(new Uri(stranger.Page.Url), "/publications/2026/1/package.zip").ToString());
        await stranger.OpenAsync("/verify");
        await stranger.Page.GetByLabel("Gói kết quả").SetInputFilesAsync(new FilePayload { Name = "goi-ket-qua-2026.zip", MimeType = "application/zip", Buffer = await package.BodyAsync() });
        await stranger.PressAsync("Kiểm tra");
        await album.TakeAsync(stranger, "kiem-tra", "[aria-labelledby=ket-qua]");
    }

    private static async Task ParAsync(Visitor manager, GuideAlbum album)
    {
        await album.ReadAsync(await manager.OpenAsync("/approvals/2026"));
        await manager.OpenAsync("/par/2026");
        await manager.FillAsync("Điểm tối đa M", "1,5");
        await album.ReadAsync(manager);
        await manager.PressAsync("Lưu cách tính");
        await album.TakeAsync(manager, "diem-713", "[aria-labelledby=bang]");
    }

    private static async Task CorrectAsync(Visitor manager, Visitor leader, GuideAlbum album)
    {
        await manager.OpenAsync("/corrections/2026?agency=stc&criterion=I.1");
        var field = manager.Page.Locator("[aria-labelledby=chon] form[method=post] input:not([type=hidden])").First;
        await field.FillAsync("68");
        await manager.FillAsync("Lý do đính chính", "Cộng nhầm một người đã chuyển công tác.");
        await manager.PressAsync("Lập bản đính chính");
        await leader.OpenAsync("/corrections/2026");
        await album.TakeAsync(leader, "dinh-chinh", "[aria-labelledby=cho]", "[aria-labelledby=cb]");
        await leader.FillAsync("Số quyết định", "1300/QĐ-UBND");
        await leader.FillAsync("Ngày quyết định", "20/10/2026");
        await leader.PressAsync("Công bố đính chính");
        await album.ReadAsync(await leader.OpenAsync("/publications/2026"));
    }
}
