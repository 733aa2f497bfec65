using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>Somebody without a mouse: reaches controls with Tab alone, types, chooses with arrow keys, presses Enter and Space.</summary>
internal sealed class KeyboardOnly(IPage page)
{
    private const int MostTabs = 400;

    // What a screen reader would say first: the label of a field, the text of a link or button.
    private const string NameOfActive = """
        () => {
          const e = document.activeElement;
          const label = e.labels?.[0] ?? null;
          const text = e.getAttribute("aria-label") ?? (label ? label.textContent : e.textContent);
          return (text ?? "").replace(/\s+/g, " ").trim();
        }
        """;

    public IPage Page => page;

    /// <summary>Tabs on until the control of that name (or whose name begins so) has the focus.</summary>
    /// <param name="field">Whether only something to type into or choose from counts: the top bar may have a link of the same name.</param>
    public async Task ToAsync(string name, bool field = false)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var now = await page.EvaluateAsync<string>(NameOfActive);
            if ((now == name || now.StartsWith(name + " ", StringComparison.Ordinal))
                && (!field || await page.EvaluateAsync<bool>("() => ['INPUT', 'SELECT', 'TEXTAREA'].includes(document.activeElement.tagName)")))
                return;
        }

        Assert.Fail($"No control named “{name}” is reached by Tab on {page.Url}:\n{await page.Locator("main").InnerTextAsync()}");
    }

    public async Task TypeAsync(string field, string text)
    {
        await ToAsync(field, field: true);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Goes down (or up) the list with arrow keys until the option stands there, and waits until the fields that follow from it are there.</summary>
    public async Task ChooseAsync(string field, string option)
    {
        await ToAsync(field, field: true);
        var at = await page.EvaluateAsync<int>("o => [...document.activeElement.options].findIndex(x => x.text === o) - document.activeElement.selectedIndex", option);
        for (var i = 0; i < Math.Abs(at); i++)
            await page.Keyboard.PressAsync(at > 0 ? "ArrowDown" : "ArrowUp");
        Assert.Equal(option, await page.EvaluateAsync<string>("() => document.activeElement.options[document.activeElement.selectedIndex].text"));
        await SavedAsync();
        Assert.Equal(option, await page.EvaluateAsync<string>("() => document.activeElement.options[document.activeElement.selectedIndex].text"));
    }

    public async Task PressAsync(string control)
    {
        await ToAsync(control);
        await Arrival.AfterAsync(page, () => page.Keyboard.PressAsync("Enter"));
    }

    public async Task TickAsync(string box)
    {
        await ToAsync(box, field: true);
        await page.Keyboard.PressAsync("Space");
    }

    public Task OpenAsync(string address) => Arrival.AfterAsync(page, () => page.GotoAsync(address));

    /// <summary>Waits until what was typed on the page of an item is stored.</summary>
    public async Task SavedAsync()
    {
        if (await page.Locator("form[data-item]").CountAsync() == 0)
            return;
        await page.WaitForTimeoutAsync(200);
        await Assertions.Expect(page.Locator("[data-live=state]")).ToContainTextAsync("Đã lưu", new LocatorAssertionsToContainTextOptions { Timeout = Visitor.Patience });
    }
}
