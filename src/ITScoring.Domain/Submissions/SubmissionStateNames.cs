namespace ITScoring.Domain.Submissions;

/// <summary>The names of the form's states as people read them.</summary>
public static class SubmissionStateNames
{
    public static string Name(this SubmissionState state) => state switch
    {
        SubmissionState.Drafting => "Đang kê khai",
        SubmissionState.AwaitingSignOff => "Chờ thủ trưởng duyệt",
        SubmissionState.Submitted => "Đã nộp",
        SubmissionState.Returned => "Trả lại để bổ sung",
        SubmissionState.Verified => "Đã thẩm tra",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
