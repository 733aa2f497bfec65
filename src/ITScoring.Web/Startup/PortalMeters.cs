using System.Diagnostics;
using System.Diagnostics.Metrics;
using ITScoring.Web.Features.SignIn;

namespace ITScoring.Web.Startup;

/// <summary>What the site counts about itself. Tags are names of ours and statuses, never anything that a person typed or is.</summary>
public sealed class PortalMeters
{
    public const string Name = "ITScoring";

    private readonly Counter<long> _saves;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _jobs;
    private readonly Histogram<double> _jobSeconds;
    private readonly Counter<long> _signIns;

    public PortalMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _saves = meter.CreateCounter<long>("itscoring.saves", "{request}", "Requests that change something and went well.");
        _refused = meter.CreateCounter<long>("itscoring.saves.refused", "{request}", "Requests that were to change something and were not carried out: 409, 422, 503.");
        _jobs = meter.CreateCounter<long>("itscoring.jobs", "{run}", "Runs of jobs, by job and whether they failed.");
        _jobSeconds = meter.CreateHistogram<double>("itscoring.jobs.duration", "s", "How long runs of jobs took.");
        _signIns = meter.CreateCounter<long>("itscoring.sign_ins", "{try}", "Tries to sign in, by what came of them.");
        meter.CreateObservableGauge("itscoring.mails.waiting", () => Measured(MailsWaiting), "{mail}", "Mails that wait to be sent.");
        meter.CreateObservableGauge("itscoring.scans.waiting", () => Measured(ScansWaiting), "{file}", "Files that wait for the virus check.");
    }

    /// <summary>As last counted; null: not counted yet.</summary>
    public int? MailsWaiting { get; set; }

    /// <inheritdoc cref="MailsWaiting"/>
    public int? ScansWaiting { get; set; }

    /// <param name="feature">Name of the controller.</param>
    public void Saved(string feature) => _saves.Add(1, new KeyValuePair<string, object?>("feature", feature));

    /// <param name="feature">Name of the controller.</param>
    public void Refused(string feature, int status) => _refused.Add(1, new("feature", feature), new("status", status));

    /// <param name="failed">Whether it ended with an exception.</param>
    public void JobRan(string job, TimeSpan took, bool failed)
    {
        var tags = new TagList { { "job", job }, { "failed", failed } };
        _jobs.Add(1, tags);
        _jobSeconds.Record(took.TotalSeconds, tags);
    }

    public void TriedToSignIn(SignInOutcome outcome) => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    private static IEnumerable<Measurement<int>> Measured(int? value) => value is { } known ? [new Measurement<int>(known)] : [];
}
