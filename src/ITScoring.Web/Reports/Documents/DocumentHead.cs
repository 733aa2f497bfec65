namespace ITScoring.Web.Reports.Documents;

/// <summary>What stands in the two columns at the top of an official document, beside quốc hiệu and tiêu ngữ.</summary>
/// <param name="Superior">Null: the issuing body has none above it.</param>
/// <param name="Number">With the word before it: <c>Số: …/BC-STTTT</c>.</param>
/// <param name="PlaceAndDate"><c>Quảng Bình, ngày … tháng … năm …</c>.</param>
public sealed record DocumentHead(string? Superior, string Issuer, string Number, string PlaceAndDate);
