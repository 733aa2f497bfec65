using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Dự thảo Quyết định phê duyệt with the ranking as its annex. It becomes public, so it names offices and never persons.</summary>
public static class DecisionDocument
{
    public static OfficialDocument Of(ResultDossier dossier, PortalOptions portal)
    {
        var (record, documents) = (dossier.Record, portal.Documents);
        var about = OfficialWords.Within(record.Period.Title);
        var number = dossier.Decision?.Number ?? $"{OfficialWords.Open}/QĐ-{documents.ApprovingSymbol}";
        var day = dossier.Decision?.Date;
        var proposal = dossier.Period.Letters.Where(l => l.Verb == Verb.Propose).OrderBy(l => l.Id).LastOrDefault();
        var officer = $"{documents.ApprovingHead} {documents.ApprovingBody}";
        List<DocumentBlock> blocks =
        [
            new TitleBlock("QUYẾT ĐỊNH", [$"Về việc phê duyệt kết quả {about}"]),
            new ParagraphBlock(OfficialWords.Capitals(officer), ParagraphKind.Centred),
            .. documents.LegalBases.Select(b => new ParagraphBlock($"Căn cứ {b};", ParagraphKind.Basis)),
            new ParagraphBlock(
                $"Theo đề nghị của {documents.LeadAgencyHead} {portal.LeadAgency} tại Tờ trình số {proposal?.Number ?? $"{OfficialWords.Open}/TTr-{documents.LeadAgencySymbol}"} {OfficialWords.Date(proposal?.Date)}.",
                ParagraphKind.Basis),
            new ParagraphBlock("QUYẾT ĐỊNH:", ParagraphKind.Centred),
            new ParagraphBlock(
                $"Điều 1. Phê duyệt kết quả {about} của {dossier.Assessed.Count} cơ quan, đơn vị, trong đó {record.Agencies.Count(a => a.Rank is not null)} cơ quan, đơn vị được xếp hạng (có Phụ lục kèm theo)."),
            new ParagraphBlock(
                $"Điều 2. Giao {portal.LeadAgency} công bố kết quả; các cơ quan, đơn vị căn cứ kết quả đánh giá, khắc phục các nội dung chưa đạt. [Cơ quan soạn thảo điền nhiệm vụ khác, nếu có]"),
            new ParagraphBlock(
                $"Điều 3. Quyết định này có hiệu lực kể từ ngày ký. {documents.CarriedOutBy}, {documents.LeadAgencyHead} {portal.LeadAgency}, thủ trưởng các cơ quan, đơn vị có tên tại Phụ lục chịu trách nhiệm thi hành Quyết định này./."),
            new SignatureBlock(documents.DecisionRecipients, null, new Signer(OfficialWords.Capitals(documents.ApprovingHead))),
        ];
        return new OfficialDocument(
            $"Dự thảo Quyết định phê duyệt kết quả {about}",
            dossier.Notice,
            new DocumentHead(null, documents.ApprovingBody, $"Số: {number}", OfficialWords.PlaceAndDate(portal, day)),
            [new DocumentPart(blocks), ResultAnnexes.Ranking(dossier, "PHỤ LỤC", $"Kèm theo Quyết định số {number} {OfficialWords.Date(day)} của {officer}")]);
    }
}
