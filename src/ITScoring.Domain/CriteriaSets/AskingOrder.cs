using ITScoring.Domain.CriteriaSets.Json;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Orders the questions so that each comes after those that its <c>askWhen</c> names (Kahn 1962).</summary>
internal static class AskingOrder
{
    /// <returns>All but those that wait for each other, for which a problem is noted.</returns>
    public static List<Question> Of(IReadOnlyList<Question> questions, Fields file)
    {
        var byCode = questions.ToDictionary(question => question.Code);

        // previous(Q) is last period's number and does not wait for Q to be asked.
        var waitsFor = questions.ToDictionary(
            question => question.Code,
            question => (question.AskWhen?.NamedNow ?? []).Where(byCode.ContainsKey).ToList());
        var asked = new List<Question>();
        var missing = waitsFor.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var waiting = waitsFor.SelectMany(pair => pair.Value.Select(on => (On: on, Who: pair.Key))).ToLookup(pair => pair.On, pair => pair.Who);
        var ready = new Queue<Question>(questions.Where(question => missing[question.Code] == 0));
        while (ready.TryDequeue(out var question))
        {
            asked.Add(question);
            foreach (var who in waiting[question.Code])
            {
                if (--missing[who] == 0)
                    ready.Enqueue(byCode[who]);
            }
        }

        NoteCircle(questions, file, waitsFor, waiting, missing);
        return asked;
    }

    private static void NoteCircle(
        IReadOnlyList<Question> questions, Fields file, Dictionary<string, List<string>> waitsFor, ILookup<string, string> waiting, Dictionary<string, int> missing)
    {
        // Whoever merely waits for a circle without being part of one is taken out again.
        var circle = missing.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        var wanted = circle.ToDictionary(code => code, code => waiting[code].Count(circle.Contains));
        var free = new Queue<string>(wanted.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (free.TryDequeue(out var code))
        {
            circle.Remove(code);
            foreach (var on in waitsFor[code].Where(circle.Contains))
            {
                if (--wanted[on] == 0)
                    free.Enqueue(on);
            }
        }

        if (circle.Count == 0)
            return;
        var all = string.Join(", ", questions.Select(question => question.Code).Where(circle.Contains));
        foreach (var json in file.Json.Find("questions")!.Items)
        {
            if (json.TextOf("code") is { } code && circle.Contains(code) && json.Find("askWhen") is { } at)
                file.Problems.Add(at, code, $"Điều kiện hỏi “askWhen” của các câu {all} phụ thuộc vòng tròn lẫn nhau; hãy bỏ bớt một điều kiện.");
        }
    }
}
