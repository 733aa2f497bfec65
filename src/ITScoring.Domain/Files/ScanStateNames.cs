namespace ITScoring.Domain.Files;

/// <summary>The states of the virus check in words.</summary>
public static class ScanStateNames
{
    public static string Name(this ScanState state) => state switch
    {
        ScanState.NotScanned => "chưa kiểm tra vi-rút",
        ScanState.Pending => "đang kiểm tra vi-rút",
        ScanState.Clean => "đã kiểm tra, sạch",
        ScanState.Infected => "phát hiện mã độc",
        ScanState.Failed => "chưa kiểm tra được vi-rút",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
