using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Phụ lục II: the criteria, their maxima and rules in words, as the period's set says them.</summary>
public static class RulesDocument
{
    public static OfficialDocument Of(Period period, CriteriaSet set, PortalOptions portal)
    {
        List<DocumentBlock> blocks =
        [
            new TitleBlock("PHỤ LỤC II", ["TIÊU CHÍ VÀ CÁCH CHẤM ĐIỂM", period.Title]),
            new FactsBlock([.. Facts(period, set)]),
        ];
        foreach (var group in set.Groups)
        {
            blocks.Add(new HeadingBlock($"{group.Code}. {group.Name}{(group.Kind == GroupKind.Score ? $" (tối đa {Display.Short(group.Max)} điểm)" : "")}", IsFlush: true));
            blocks.Add(new TableBlock(
                [new("Mã", 9, TextAlign.Centre), new("Tiêu chí", 27), new("Tối đa", 9, TextAlign.Centre), new("Cách chấm", 35), new("Tài liệu chứng minh", 20)],
                [.. group.Criteria.Select(c => new TableRow(c.Code, c.Name, Display.Short(c.Max), Rule(set, c), c.Evidence ?? ""))],
                10));
        }

        if (set.Classes.Count > 0)
        {
            blocks.Add(new HeadingBlock("Xếp loại", IsFlush: true));
            blocks.Add(new ParagraphBlock(string.Join("; ", set.Classes.Select((c, i) => i == set.Classes.Count - 1 ? $"{c.Name}: dưới mức trên" : $"{c.Name}: từ {VietnameseNumber.Of(c.From * 100)} % thang điểm")) + ". Cơ quan có tiêu chí không áp dụng được quy đổi về cùng thang điểm."));
        }

        if (set.Notes is { } notes)
            blocks.Add(new ParagraphBlock(notes, ParagraphKind.Small));
        return new OfficialDocument(
            $"Tiêu chí và cách chấm điểm, {period.Title}",
            period.IsDemo ? DemoNotice.Text : null,
            new DocumentHead(portal.ProvinceBody, portal.LeadAgency, $"Số: {OfficialWords.Open}", OfficialWords.PlaceAndDate(portal, null)),
            [new DocumentPart(blocks)]);
    }

    private static IEnumerable<(string Name, string Value)> Facts(Period period, CriteriaSet set)
    {
        yield return ("Bộ tiêu chí", $"{set.Title}, phiên bản {set.Version}");
        if (set.LegalBasis is { } basis)
            yield return ("Căn cứ", basis);
        yield return ("Số liệu", $"từ ngày {VietnamTime.Day(period.DataFrom!.Value)} đến hết ngày {VietnamTime.Day(period.DataThrough!.Value)}");
        yield return ("Thang điểm", Display.Short(set.Scale));
    }

    private static string Rule(CriteriaSet set, Criterion criterion) =>
        criterion.Rule.InWords(set) + (criterion.AppliesWhen is { } when ? $"\nÁp dụng khi {when.InWords()}" : "");
}
