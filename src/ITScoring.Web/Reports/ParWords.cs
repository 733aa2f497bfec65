using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The rule of criterion 7.1.3 for people.</summary>
public static class ParWords
{
    public static string Name(this ParMethod method) => method switch
    {
        ParMethod.Linear => "Tỷ lệ thuận với điểm xếp hạng",
        ParMethod.ByClass => "Theo xếp loại",
        _ => "Theo khoảng điểm",
    };

    /// <param name="scale">Full mark of the criteria set, as the record writes it.</param>
    public static string Of(ParRule rule, string scale)
    {
        var max = VietnameseNumber.Of(rule.Max.ToRational());
        return rule.Method switch
        {
            ParMethod.Linear => $"điểm xếp hạng ÷ {Display.Short(Points.Parse(scale))} × {max}, làm tròn một lần đến 2 chữ số thập phân.",
            ParMethod.ByClass => $"theo xếp loại, điểm tối đa {max}: {string.Join("; ", rule.Steps.Select(s => $"{s.Class} {VietnameseNumber.Of(s.Share)} %"))}.",
            _ => $"theo khoảng điểm xếp hạng, điểm tối đa {max}: {string.Join("; ", rule.Steps.Select(s => $"từ {VietnameseNumber.Of(s.From!.Value)} % thang điểm được {VietnameseNumber.Of(s.Share)} %"))}; thấp hơn được 0.",
        };
    }

    /// <summary>With a small first letter, for the middle of a sentence.</summary>
    internal static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], VietnamTime.Culture) + text[1..];
}
