namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>What a test of the rules came to, in Vietnamese.</summary>
public static class ExampleWords
{
    public static string Of(ExampleOutcome outcome) => outcome.Holds
        ? $"Kiểm thử {outcome.Example.Code}, cơ quan {outcome.Expected.Agency}, tiêu chí {outcome.Expected.Criterion}: {Points(outcome.Expected.Points)}, đạt."
        : $"Kiểm thử {outcome.Example.Code}, cơ quan {outcome.Expected.Agency}, tiêu chí {outcome.Expected.Criterion}: mong đợi {Points(outcome.Expected.Points)}, hệ thống tính {Points(outcome.Score.Points)}; hãy xem lại quy tắc hoặc điểm mong đợi.";

    private static string Points(Scoring.Points? points) => points is { } some ? $"{some.ToVietnamese()} điểm" : "không áp dụng";
}
