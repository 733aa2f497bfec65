using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports.Documents;

/// <summary>Turns of phrase of official documents.</summary>
public static class OfficialWords
{
    /// <summary>Stands where number or day are given later, by the document system.</summary>
    public const string Open = "…";

    public static string Capitals(string text) => text.ToUpper(VietnamTime.Culture);

    /// <summary>A name within a sentence: <c>đánh giá mức độ …</c>; one that begins with an abbreviation stays.</summary>
    public static string Within(string name) =>
        name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], VietnamTime.Culture) + name[1..] : name;

    /// <summary><c>ngày 05 tháng 01 năm 2019</c>: days below 10 and the first two months with a leading zero.</summary>
    public static string Date(DateOnly? day) => day is { } d
        ? $"ngày {d.Day:00} tháng {(d.Month <= 2 ? $"{d.Month:00}" : $"{d.Month}")} năm {d.Year}"
        : $"ngày {Open} tháng {Open} năm {Open}";

    /// <summary><c>Quảng Bình, ngày … tháng … năm …</c>.</summary>
    public static string PlaceAndDate(PortalOptions portal, DateOnly? day) => $"{portal.Province}, {Date(day)}";

    /// <summary>A day of a record, <c>2018-11-30</c>, as people read it.</summary>
    public static string Day(string iso) => VietnamTime.Day(DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
