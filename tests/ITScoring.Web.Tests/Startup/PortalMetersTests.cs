using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ITScoring.Web.Jobs;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Startup;

public sealed class PortalMetersTests
{
    [Fact]
    public async Task Sign_ins_saves_refusals_and_jobs_are_counted_without_anything_personal()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        var seen = new ConcurrentBag<(string Name, string Tags)>();
        using var listener = new MeterListener();
        // Other sites of the test run count too; only this one's meter is listened to.
        var factory = portal.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == PortalMeters.Name && ReferenceEquals(instrument.Meter.Scope, factory))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Add((instrument.Name, Shown(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Add((instrument.Name, Shown(tags))));
        _ = portal.Services.GetRequiredService<PortalMeters>();
        listener.Start();

        using var admin = await portal.SignedInAsync("quantri");
        var refused = await (await admin.GetAsync("/settings")).Fill("Tên tỉnh", "").PressAsync("Lưu: Tỉnh và cơ quan thường trực");
        Assert.Equal(422, (int)refused.Status);
        await portal.Services.GetRequiredService<JobRunner>().RunDueAsync();

        Assert.Contains(("itscoring.sign_ins", "outcome=Done"), seen);
        Assert.Contains(("itscoring.saves", "feature=SignIn"), seen);
        Assert.Contains(("itscoring.saves.refused", "feature=Settings status=422"), seen);
        Assert.Contains(("itscoring.jobs", "job=mail failed=False"), seen);
        Assert.Contains(seen, m => m.Name == "itscoring.jobs.duration");
        Assert.DoesNotContain(seen, m => m.Tags.Contains("quantri", StringComparison.OrdinalIgnoreCase));
    }

    private static string Shown(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}
