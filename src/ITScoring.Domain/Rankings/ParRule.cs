using System.Text.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>The rule by which the score feeds criterion 7.1.3 of the PAR index: M and the method, settings of the period.</summary>
/// <param name="Max">M, above 0.</param>
/// <param name="Steps">Classes, or bands from the highest down; empty with <see cref="ParMethod.Linear"/>.</param>
public sealed record ParRule(ParMethod Method, Points Max, IReadOnlyList<ParStep> Steps)
{
    private static readonly Rational Hundred = Rational.Of(100, 1);

    /// <summary>Everything wrong with the rule; empty: it can be used.</summary>
    /// <param name="classes">Of the period's criteria set, in order.</param>
    public IReadOnlyList<OutcomeProblem> Problems(IReadOnlyList<string> classes)
    {
        var problems = new List<OutcomeProblem>();
        if (Max <= Points.Zero)
            problems.Add(new("Điểm tối đa M phải lớn hơn 0.", "max"));
        if (Steps.Any(s => s.Share < Rational.Zero || s.Share > Hundred))
            problems.Add(new("Tỷ lệ hưởng phải từ 0 đến 100 %.", "steps"));
        if (Method == ParMethod.ByClass && !Steps.Select(s => s.Class).SequenceEqual(classes))
            problems.Add(new($"Nhập tỷ lệ hưởng cho đủ các loại: {string.Join(", ", classes)}.", "steps"));
        if (Method == ParMethod.ByClass && classes.Count == 0)
            problems.Add(new("Bộ tiêu chí không có xếp loại; chọn cách tính khác.", "method"));
        if (Method == ParMethod.ByBands)
        {
            if (Steps.Count == 0)
                problems.Add(new("Nhập ít nhất một khoảng điểm.", "steps"));
            else if (Steps.Any(s => s.From < Rational.Zero || s.From > Hundred))
                problems.Add(new("Mức bắt đầu của khoảng phải từ 0 đến 100 % thang điểm.", "steps"));
            else if (Steps.Zip(Steps.Skip(1), (a, b) => a.From > b.From).Any(falls => !falls))
                problems.Add(new("Ghi các khoảng từ cao xuống thấp, không có hai khoảng cùng mức bắt đầu.", "steps"));
        }

        return problems;
    }

    /// <summary>Rounded once to two decimals, half away from zero.</summary>
    /// <param name="rankingScore">Null: the agency has none.</param>
    /// <param name="scale">Full mark of the set.</param>
    public ParPoints Of(Points? rankingScore, Points scale, string? @class)
    {
        if (rankingScore is not { } score)
            return new ParPoints(null, "Không có điểm xếp hạng");
        var max = VietnameseNumber.Of(Max.ToRational());
        switch (Method)
        {
            case ParMethod.Linear:
                return new ParPoints((score.ToRational() * Max.ToRational() / scale.ToRational()).ToPoints(), $"{score.ToVietnamese()} ÷ {VietnameseNumber.Of(scale.ToRational())} × {max}");
            case ParMethod.ByClass:
                return Steps.FirstOrDefault(s => s.Class == @class) is { } level ? Shared(level, $"Loại {@class}") : new ParPoints(null, "Không xếp loại");
            default:
                var share = score.ToRational() * Hundred / scale.ToRational();
                return Steps.FirstOrDefault(s => share >= s.From) is { } band ? Shared(band, $"Từ {VietnameseNumber.Of(band.From!.Value)} % thang điểm") : new ParPoints(Points.Zero, "Dưới mọi khoảng");
        }

        ParPoints Shared(ParStep step, string what) => new((Max.ToRational() * step.Share / Hundred).ToPoints(), $"{what}: {VietnameseNumber.Of(step.Share)} % × {max}");
    }

    public string ToJson() => JsonSerializer.Serialize(new Stored(Method.ToString(), Max.ToString(), [.. Steps.Select(s => new StoredStep(s.Class, s.From?.ToString(), s.Share.ToString()))]));

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static ParRule Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json) ?? throw new JsonException("No rule.");
        return new ParRule(
            Enum.Parse<ParMethod>(stored.Method), Points.Parse(stored.Max), [.. stored.Steps.Select(s => new ParStep(s.Class, s.From is null ? null : Rational.Parse(s.From), Rational.Parse(s.Share)))]);
    }

    private sealed record Stored(string Method, string Max, IReadOnlyList<StoredStep> Steps);

    private sealed record StoredStep(string? Class, string? From, string Share);
}
