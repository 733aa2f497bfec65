using ITScoring.Domain.Agencies;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Results;

/// <summary>What pages say of a restated figure: that it was reckoned, by which rule, from what, and what ordered it.</summary>
public static class RestatedWords
{
    /// <summary>E.g. <c>tính lại theo quy tắc “bình quân các cơ quan hợp nhất”: 450,00 (Nghị quyết số 1/NQ-HĐND)</c>, for the middle of a sentence.</summary>
    public static string Of(RestatedFigure figure) => figure.Score is { } score
        ? $"tính lại theo quy tắc “{Rule(figure)}”: {Display.Of(score)} điểm ({figure.By.Basis})"
        : $"không tính lại được theo quy tắc “{Rule(figure)}” vì {string.Join(", ", figure.Missing)} không có điểm";

    public static string Rule(RestatedFigure figure) => figure.By.Rule.Name(figure.By.Kind);

    /// <summary>The way to the figure: each agency's score, with its weight where weights count.</summary>
    public static string Steps(RestatedFigure figure) => string.Join("; ", figure.From.Select(p =>
        $"{p.Name} {(p.Score is { } score ? Display.Of(score) : "không có điểm")}"
        + (figure.By.Rule == RestatementRule.WeightedMean ? $" (trọng số {Display.Of(p.Weight ?? 0)})" : figure.By.Rule == RestatementRule.Main && p.IsMain && figure.By.Kind == RestructuringKind.Merger ? " (nòng cốt)" : "")));
}
