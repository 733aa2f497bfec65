namespace ITScoring.Domain.Files;

/// <summary>The states of digital signatures in words.</summary>
public static class SignatureStateNames
{
    public static string Name(this SignatureState state) => state switch
    {
        SignatureState.None => "tệp không mang chữ ký số",
        SignatureState.Intact => "nguyên vẹn",
        SignatureState.Altered => "đã bị thay đổi sau khi ký",
        SignatureState.AddedTo => "có phần thêm vào sau khi ký",
        SignatureState.Unreadable => "không đọc được chữ ký",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
