using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>A person at a real browser with cookies of their own, who finds things by what the page calls them.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, string address, PageLedger? ledger) : IAsyncDisposable
{
    public const int Patience = 20_000;

    public IPage Page { get; } = page;

    public string Path => new Uri(Page.Url).AbsolutePath;

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>The status message after a redirect.</summary>
    public Task<string> NoticeAsync() => Page.Locator("main [role=status]").First.InnerTextAsync();

    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async Task<Visitor> OpenAsync(string path)
    {
        await Page.GotoAsync(address + path);
        return await ArriveAsync();
    }

    public async Task<Visitor> SignInAsync(string userName, string password)
    {
        await OpenAsync("/sign-in");
        await FillAsync("Tên đăng nhập", userName);
        await FillAsync("Mật khẩu", password);
        return await PressAsync("Đăng nhập");
    }

    /// <summary>Types into the field of this label (or whose label begins so), or chooses an option of it.</summary>
    public async Task FillAsync(string label, string value)
    {
        var field = Main.GetByLabel(label).And(Main.Locator("input, textarea, select"));
        if (await field.CountAsync() != 1)
            field = Main.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).And(Main.Locator("input, textarea, select"));
        if (await field.CountAsync() != 1)
            Assert.Fail($"“{label}” names {await field.CountAsync()} fields of {Page.Url}:\n{await TextAsync()}");
        if (await field.EvaluateAsync<string>("e => e.localName") == "select")
            await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else
            await field.FillAsync(value);
    }

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public Task TickAsync(string label, bool ticked = true) => Main.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).SetCheckedAsync(ticked);

    public async Task<Visitor> PressAsync(string button)
    {
        var found = Main.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button });
        if (await found.CountAsync() != 1)
            found = Main.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true });
        return await ClickAsync(found);
    }

    public async Task<Visitor> FollowAsync(string link)
    {
        var found = Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link });
        if (await found.CountAsync() != 1)
            found = Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true });
        return await ClickAsync(found);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private ILocator Main => Page.Locator("main");

    /// <summary>Clicks and waits until the page that comes is there.</summary>
    private async Task<Visitor> ClickAsync(ILocator target)
    {
        await Arrival.AfterAsync(Page, () => target.ClickAsync());
        return await ArriveAsync();
    }

    private async Task<Visitor> ArriveAsync()
    {
        if (ledger is not null)
            await ledger.CheckAsync(Page);
        return this;
    }
}
