using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using ITScoring.Domain.CriteriaSets;

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

    /// <summary>Of the section's numbers the one at this place, with the form's token: what the page's script posts of it.</summary>
    public AnswerForm Answer(int place) => new(_changing[place % _changing.Count], _unchanged.Single(field => field.Key == "__RequestVerificationToken").Value);

    /// <summary>The next post: every changing number other than it was, with the version and fingerprint of what the page would show now.</summary>
    public byte[] Next(string path, string cookies)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in _unchanged)
            PostBody.Add(body, name, value);
        foreach (var number in _changing)
        {
            number.AddTo(body);
        }

        return PostBody.Request(path, cookies, body);
    }
}
