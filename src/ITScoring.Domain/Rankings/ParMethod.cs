namespace ITScoring.Domain.Rankings;

/// <summary>How points of criterion 7.1.3 of the PAR index come from the ranking score.</summary>
public enum ParMethod
{
    /// <summary>Tỷ lệ thuận: ranking score ÷ scale × M.</summary>
    Linear,

    /// <summary>Theo xếp loại: a share of M for every class.</summary>
    ByClass,

    /// <summary>Theo khoảng điểm: a share of M from a share of the scale on.</summary>
    ByBands,
}
