namespace ITScoring.Domain.Submissions;

/// <summary>The stages as people read them.</summary>
public static class AnswerStageNames
{
    public static string Name(this AnswerStage stage) => stage switch
    {
        AnswerStage.Declared => "Kê khai",
        AnswerStage.Verified => "Thẩm tra",
        AnswerStage.Final => "Sau giải trình",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
