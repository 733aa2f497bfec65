namespace ITScoring.Browser.Tests;

/// <summary>The checks themselves: a page with known faults is not clean, at the width at which each fault shows.</summary>
[Collection(PagesCollection.Name)]
public sealed class PageChecksTests(ChromiumFixture chromium)
{
    private const string Barring = """
        <!doctype html><html lang="vi"><head><title>Trang thử</title></head>
        <body><main><h1>Trang thử</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">
        <p style="color:#ccc">Chữ quá nhạt</p><div style="width:350px">Rộng</div></main></body></html>
        """;

    [BrowserFact]
    public async Task A_page_with_faults_is_not_clean()
    {
        var page = await chromium.Browser.NewPageAsync();
        try
        {
            await page.SetContentAsync(Barring);
            var problems = await PageChecks.ProblemsAsync(page);
            foreach (var width in PageChecks.Widths)
            {
                Assert.Contains($"at {width} px: image-alt:", problems);
                Assert.Contains($"at {width} px: color-contrast:", problems);
            }

            Assert.Matches(@"at 320 px: the page is \d+ px wider than the window", problems);
            Assert.DoesNotContain("at 375 px: the page is", problems);
        }
        finally
        {
            await page.CloseAsync();
        }
    }
}
