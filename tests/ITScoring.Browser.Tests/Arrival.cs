using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>Waits for the page that an act leads to.</summary>
internal static class Arrival
{
    public static async Task AfterAsync(IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        void OnLoad(object? sender, IPage loaded) => arrived.TrySetResult();
        page.Load += OnLoad;
        try
        {
            await act();
            await arrived.Task.WaitAsync(TimeSpan.FromMilliseconds(Visitor.Patience));
        }
        finally
        {
            page.Load -= OnLoad;
        }
    }
}
