namespace ITScoring.Web.Features.Progress;

/// <summary>The steps as people read them.</summary>
public static class ProgressStepNames
{
    public static string Name(this ProgressStep step) => step switch
    {
        ProgressStep.Filling => "Đang kê khai",
        ProgressStep.SignOff => "Chờ thủ trưởng duyệt",
        ProgressStep.Reviewing => "Đang thẩm tra",
        ProgressStep.LookAgain => "Cần xem lại",
        ProgressStep.ToReturn => "Yêu cầu bổ sung chưa gửi",
        ProgressStep.Council => "Chờ Hội đồng",
        ProgressStep.SecondReview => "Chờ thẩm tra lần hai",
        ProgressStep.Returned => "Trả lại để bổ sung",
        ProgressStep.ExplanationUnconfirmed => "Giải trình chờ thủ trưởng",
        ProgressStep.ExplanationUnsettled => "Giải trình chờ kết luận",
        ProgressStep.Verified => "Đã thẩm tra",
        ProgressStep.Locked => "Khóa, chưa nộp",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>Whether somebody has something to do.</summary>
    public static bool Waits(this ProgressStep step) => step is not (ProgressStep.Verified or ProgressStep.Locked);
}
