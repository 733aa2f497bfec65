using System.Globalization;
using ITScoring.Benchmarks.Load;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Benchmarks.Kills;

/// <summary>One editor who changes one answer again and again until the site goes away, and remembers what was acknowledged.</summary>
internal sealed class Saver : IDisposable
{
    private readonly SignedIn _person;
    private readonly int _answerId;
    private AnswerForm _answer;
    private (long Value, int Version) _acknowledged;
    private bool _isCutOff;

    private Saver(SignedIn person, AnswerForm answer, int answerId)
    {
        (_person, _answer, _answerId) = (person, answer, answerId);
        _acknowledged = (answer.Value, answer.Version);
    }

    public string Question => _answer.Question;

    public int Acknowledged { get; private set; }

    /// <summary>Requests whose answer never came.</summary>
    public int CutOff { get; private set; }

    /// <summary>Of these the ones that are stored all the same.</summary>
    public int StoredUnheard { get; private set; }

    /// <summary>Acknowledged saves that are not stored.</summary>
    public int Lost { get; private set; }

    public static async Task<Saver> AtAsync(TestDatabase database, SignedIn person, AnswerForm answer)
    {
        await using var db = database.Open();
        var agency = LoadData.AgencyOf(person.Number);
        var id = await db.Answers.Where(a => a.QuestionCode == answer.Question && db.Submissions.Any(s => s.Id == a.SubmissionId
            && db.Periods.Any(p => p.Id == s.PeriodId && p.Code == LoadData.Period) && db.Agencies.Any(g => g.Id == s.AgencyId && g.Code == agency))).Select(a => a.Id).SingleAsync();
        return new Saver(person, answer, id);
    }

    /// <param name="first">Is cancelled once a save is acknowledged; null: nobody waits for it.</param>
    public async Task WorkAsync(Uri address, CancellationTokenSource? first)
    {
        _isCutOff = false;
        try
        {
            using var connection = await Connection.OpenAsync(address, _person.Take);
            while (true)
            {
                var request = _answer.Next(LoadData.PathOf(_person.Number) + "/questions", _person.Cookies);
                _isCutOff = true;
                var (status, _) = await connection.SendAsync(request);
                if (status != 200)
                    throw new InvalidOperationException($"A save of {Question} was answered with {status}.");
                _isCutOff = false;
                _acknowledged = (_answer.Value, _answer.Version);
                Acknowledged++;
                if (first is not null)
                    await first.CancelAsync();
            }
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or FormatException)
        {
            // The site went away; half an answer is none.
        }
    }

    /// <summary>What is stored against what was acknowledged; from here on the editor goes on with what is stored, as after a reload.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var stored = await db.Answers.AsNoTracking().SingleAsync(a => a.Id == _answerId);
        var value = long.Parse(stored.DeclaredJson!, CultureInfo.InvariantCulture);
        var problems = new List<string>();
        if (_isCutOff)
            CutOff++;
        if (_isCutOff && stored.Version == _acknowledged.Version + 1 && value == _answer.Value)
        {
            StoredUnheard++;
        }
        else if (stored.Version != _acknowledged.Version || value != _acknowledged.Value)
        {
            Lost++;
            problems.Add($"{LoadData.AgencyOf(_person.Number)} {Question}: acknowledged {_acknowledged.Value} (version {_acknowledged.Version}), stored {value} (version {stored.Version}).");
        }

        _answer = _answer.Reloaded(value, stored.Version);
        _acknowledged = (value, stored.Version);
        return problems;
    }

    public void Dispose() => _person.Dispose();
}
