using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>One test in the browser; a failure leaves pictures of all open pages and says where.</summary>
public sealed class Journey(ChromiumFixture chromium, string address, bool javaScript = true, PageLedger? ledger = null)
{
    private readonly List<Visitor> _visitors = [];

    /// <summary>Somebody new, with a window of the given width.</summary>
    public async Task<Visitor> VisitorAsync(int width = 1280)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(Visitor.Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), address, ledger);
        _visitors.Add(visitor);
        return visitor;
    }

    public async Task RunAsync(Func<Task> play)
    {
        try
        {
            await play();
        }
        catch (Exception problem) when (_visitors.Count > 0)
        {
            var folder = Directory.CreateDirectory(System.IO.Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;
            var pictures = new List<string>();
            foreach (var visitor in _visitors.Where(v => !v.Page.IsClosed))
            {
                var file = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.png");
                await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
                pictures.Add($"{visitor.Page.Url}: {file}");
            }

            throw new Xunit.Sdk.XunitException($"{problem.Message}\n{problem.StackTrace}\nPictures:\n{string.Join('\n', pictures)}");
        }
        finally
        {
            foreach (var visitor in _visitors)
                await visitor.DisposeAsync();
        }
    }
}
