using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>
/// One test in the browser. It also fails when a page asks for what is not there or breaks the content security policy; a failure leaves pictures of all open
/// pages and says where.
/// </summary>
public sealed class Journey(ChromiumFixture chromium, string address, bool javaScript = true, PageLedger? ledger = null, params int[] expected)
{
    private readonly List<Visitor> _visitors = [];
    private readonly ConcurrentBag<string> _complaints = [];

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
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // The browser's own word on a refused page is no defect of the page.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !expected.Contains(response.Status) && response.Request.ResourceType != "document")
                _complaints.Add($"{page.Url}: {response.Url} answered {response.Status}");
        };
        var visitor = new Visitor(context, page, address, ledger);
        _visitors.Add(visitor);
        return visitor;
    }

    public async Task RunAsync(Func<Task> play)
    {
        try
        {
            await play();
            Assert.True(_complaints.IsEmpty, $"The browser complains:\n{string.Join('\n', _complaints.Distinct())}");
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
