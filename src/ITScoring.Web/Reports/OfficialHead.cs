using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The two-column head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): who issues it, quốc hiệu and tiêu ngữ, its number, place and date.</summary>
internal static class OfficialHead
{
    private static readonly TextStyle Head = new(FontFace.Regular, 12, TextAlign.Centre);
    private static readonly TextStyle HeadBold = new(FontFace.Bold, 12, TextAlign.Centre);
    private static readonly TextStyle Motto = new(FontFace.Bold, 13, TextAlign.Centre);
    private static readonly TextStyle PlaceAndDate = new(FontFace.Italic, 13, TextAlign.Centre);

    /// <param name="number">What stands below the issuer, e.g. <c>Mã: 2026/STC/1</c>.</param>
    /// <param name="day">Of the document, in Vietnam.</param>
    public static void Write(PageFlow flow, PortalOptions portal, string number, DateOnly day)
    {
        const double share = 0.44;
        var (left, gap) = (PageFlow.Width * share, 2 * PageFlow.Millimetre);
        var top = flow.Y;
        var issuer = Capitals(portal.LeadAgency);
        var superior = Capitals(portal.ProvinceBody);
        flow.Columns(
            share,
            [(superior, Head), (issuer, HeadBold)],
            [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", HeadBold), ("Độc lập - Tự do - Hạnh phúc", Motto)]);
        // A line of a third of the issuer's name, and one as long as the motto, each below its own words.
        var depth = (TextLines.Of(superior, Head, left).Count * Head.LineHeight) + (TextLines.Of(issuer, HeadBold, left).Count * HeadBold.LineHeight);
        flow.Rule(left / 2, left / 3, top - depth - 2);
        flow.Rule(left + gap + ((PageFlow.Width - left - gap) / 2), Motto.Face.Width("Độc lập - Tự do - Hạnh phúc", Motto.Size), top - HeadBold.LineHeight - Motto.LineHeight - 2);
        flow.Space(8);
        flow.Columns(
            share,
            [(number, Head with { Size = 13 })],
            [($"{portal.Province}, ngày {day.Day:00} tháng {(day.Month <= 2 ? $"{day.Month:00}" : $"{day.Month}")} năm {day.Year}", PlaceAndDate)]);
    }

    private static string Capitals(string text) => text.ToUpper(VietnamTime.Culture);
}
