using System.Globalization;
using System.Text;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Sections;

namespace ITScoring.Benchmarks.Load;

/// <summary>A number that each post changes, with what the page would show of it now.</summary>
internal sealed class ChangingNumber(string question, long value, int version, string note)
{
    private readonly long _first = value;

    public string Question => question;

    public long Value { get; private set; } = value;

    public int Version { get; private set; } = version;

    public ChangingNumber Reloaded(long value, int version) => new(Question, value, version, note);

    /// <summary>Changes it and adds what a browser would send: version and fingerprint as shown before, the new value.</summary>
    public void AddTo(StringBuilder body)
    {
        PostBody.Add(body, "v-" + question, Version.ToString(CultureInfo.InvariantCulture));
        PostBody.Add(body, "o-" + question, PostedAnswer.Fingerprint(((Rational)Value).ToDecimalString(), note.Length > 0 ? note : null));
        Change();
        PostBody.Add(body, question, Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One less, one more, and so on; each acknowledged save raises the stored version by one.</summary>
    private void Change()
    {
        Value = Value == _first ? _first - 1 : _first;
        Version++;
    }
}
