using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The two-column head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): who issues it, quốc hiệu and tiêu ngữ, its number, place and date.</summary>
internal static class OfficialHead
{
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>Of the width, for the left column.</summary>
    public const double Share = 0.44;

    public const double Gap = 2 * PageFlow.Millimetre;

    public static readonly TextStyle Plain = new(FontFace.Regular, 12, TextAlign.Centre);
    public static readonly TextStyle Bold = new(FontFace.Bold, 12, TextAlign.Centre);
    public static readonly TextStyle MottoStyle = new(FontFace.Bold, 13, TextAlign.Centre);

    private static readonly TextStyle Number = new(FontFace.Regular, 13, TextAlign.Centre);
    private static readonly TextStyle PlaceAndDate = new(FontFace.Italic, 13, TextAlign.Centre);

    /// <summary>The head of what the lead agency issues.</summary>
    /// <param name="number">What stands below the issuer, e.g. <c>Mã: 2026/STC/1</c>.</param>
    /// <param name="day">Of the document, in Vietnam.</param>
    public static void Write(PageFlow flow, PortalOptions portal, string number, DateOnly day) =>
        Write(flow, new DocumentHead(portal.ProvinceBody, portal.LeadAgency, number, OfficialWords.PlaceAndDate(portal, day)));

    public static void Write(PageFlow flow, DocumentHead head)
    {
        var left = flow.Width * Share;
        var top = flow.Y;
        IReadOnlyList<(string Text, TextStyle Style)> names = [.. Superior(head, left).Select(l => (l, Plain)), .. Issuer(head, left).Select(l => (l, Bold))];
        flow.Columns(Share, names, [(Country, Bold), (Motto, MottoStyle)]);
        // A line of a third of the column below the issuer's name, and one as long as the motto, each below its own words.
        flow.Rule(left / 2, left / 3, top - names.Sum(n => n.Style.LineHeight) - 2);
        flow.Rule(left + Gap + ((flow.Width - left - Gap) / 2), MottoStyle.Face.Width(Motto, MottoStyle.Size), top - Bold.LineHeight - MottoStyle.LineHeight - 2);
        flow.Space(8);
        flow.Columns(Share, [(head.Number, Number)], [(head.PlaceAndDate, PlaceAndDate)]);
    }

    /// <summary>The superior body's name in the lines in which it stands.</summary>
    /// <param name="width">Of the left column.</param>
    public static IReadOnlyList<string> Superior(DocumentHead head, double width) => head.Superior is null ? [] : TextLines.Balanced(OfficialWords.Capitals(head.Superior), Plain, width);

    /// <summary>The issuing body's name in the lines in which it stands.</summary>
    /// <param name="width">Of the left column.</param>
    public static IReadOnlyList<string> Issuer(DocumentHead head, double width) => TextLines.Balanced(OfficialWords.Capitals(head.Issuer), Bold, width);
}
