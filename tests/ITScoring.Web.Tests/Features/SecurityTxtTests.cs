using System.Net;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

public sealed class SecurityTxtTests
{
    [Fact]
    public async Task It_is_there_once_a_contact_with_a_day_is_set_and_only_then()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var stranger = portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync("/.well-known/security.txt")).StatusCode);
        using var admin = await portal.SignedInAsync("quantri");
        var refused = await (await admin.GetAsync("/settings")).Fill("Nơi nhận báo cáo lỗ hổng", "attt@example.invalid").PressAsync("Lưu: Tỉnh và cơ quan thường trực");
        Assert.Equal(422, (int)refused.Status);

        await (await admin.GetAsync("/settings")).Fill("Nơi nhận báo cáo lỗ hổng", "attt@example.invalid").Fill("Nơi nhận còn hiệu lực đến", "2027-06-30").PressAsync("Lưu: Tỉnh và cơ quan thường trực");

        using var answer = await stranger.Http.GetAsync("/.well-known/security.txt");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Contact: mailto:attt@example.invalid\nExpires: 2027-06-30T17:00:00Z\nPreferred-Languages: vi, en\n", await answer.Content.ReadAsStringAsync());
    }
}
