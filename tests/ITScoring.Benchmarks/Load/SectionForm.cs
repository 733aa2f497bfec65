using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Sections;

namespace ITScoring.Benchmarks.Load;

/// <summary>The form of the section page as a browser posts it, with some of its numbers changed by every post.</summary>
internal sealed class SectionForm
{
    private readonly List<KeyValuePair<string, string>> _unchanged = [];
    private readonly List<ChangingNumber> _changing = [];

    private SectionForm()
    {
    }

    /// <summary>Questions whose value each post changes.</summary>
    public int Changes => _changing.Count;

    /// <param name="page">The section page as it stands now.</param>
    /// <param name="most">At most so many numbers change.</param>
    public static SectionForm Of(IHtmlDocument page, string section, int most)
    {
        var posted = new SectionForm();
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            var (name, value, sent) = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } box => (box.Name, box.Value, box.IsChecked),
                IHtmlInputElement input => (input.Name, input.Value, true),
                IHtmlTextAreaElement area => (area.Name, area.Value, true),
                _ => (null, "", false),
            };
            if (!sent || string.IsNullOrEmpty(name) || ((IHtmlElement)element).HasAttribute("disabled"))
                continue;
            fields[name] = value;
            posted._unchanged.Add(new(name, value));
        }

        foreach (var question in Scoring.VariedCohort.Set.QuestionsIn(section).Where(q => q.Type == QuestionType.Integer && q.FilledBy == FilledBy.Agency))
        {
            if (posted._changing.Count == most)
                break;
            // Both values have to differ from each other and from 0, which other answers may stand on.
            if (!fields.TryGetValue(question.Code, out var text) || !long.TryParse(text, CultureInfo.InvariantCulture, out var number) || number < 2)
                continue;
            posted._changing.Add(new ChangingNumber(question.Code, number, int.Parse(fields["v-" + question.Code], CultureInfo.InvariantCulture), fields["note-" + question.Code]));
            posted._unchanged.RemoveAll(field => field.Key == question.Code || field.Key == "v-" + question.Code || field.Key == "o-" + question.Code);
        }

        if (posted._changing.Count == 0)
            throw new InvalidOperationException("The section shows no number to change.");
        return posted;
    }

    /// <summary>The next post: every changing number other than it was, with the version and fingerprint of what the page would show now.</summary>
    public byte[] Next(string path, string cookies)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in _unchanged)
            Add(body, name, value);
        foreach (var number in _changing)
        {
            Add(body, "v-" + number.Question, number.Version.ToString(CultureInfo.InvariantCulture));
            Add(body, "o-" + number.Question, PostedAnswer.Fingerprint(((Rational)number.Value).ToDecimalString(), number.Note.Length > 0 ? number.Note : null));
            number.Change();
            Add(body, number.Question, number.Value.ToString(CultureInfo.InvariantCulture));
        }

        var content = body.ToString();
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {content.Length}\r\n\r\n{content}");
    }

    private static void Add(StringBuilder body, string name, string value)
    {
        if (body.Length > 0)
            body.Append('&');
        body.Append(WebUtility.UrlEncode(name)).Append('=').Append(WebUtility.UrlEncode(value));
    }

    private sealed class ChangingNumber(string question, long value, int version, string note)
    {
        private readonly long _first = value;

        public string Question => question;

        public string Note => note;

        public long Value { get; private set; } = value;

        public int Version { get; private set; } = version;

        /// <summary>One less, one more, and so on; each acknowledged save raises the stored version by one.</summary>
        public void Change()
        {
            Value = Value == _first ? _first - 1 : _first;
            Version++;
        }
    }
}
