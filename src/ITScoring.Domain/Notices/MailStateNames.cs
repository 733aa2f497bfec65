namespace ITScoring.Domain.Notices;

/// <summary>The names of a mail's states as people read them.</summary>
public static class MailStateNames
{
    public static string Name(this MailState state) => state switch
    {
        MailState.Off => "Không gửi thư",
        MailState.Waiting => "Chờ gửi",
        MailState.Sent => "Đã gửi",
        MailState.NoAddress => "Không có địa chỉ",
        MailState.GivenUp => "Không gửi được",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
