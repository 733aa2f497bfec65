using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Tờ trình: the lead agency asks for the approval of the result.</summary>
public static class ProposalDocument
{
    public static OfficialDocument Of(ResultDossier dossier, PortalOptions portal)
    {
        var (record, documents) = (dossier.Record, portal.Documents);
        var about = OfficialWords.Within(record.Period.Title);
        // The letter by which the result was proposed, once its number has come back.
        var letter = dossier.Period.Letters.Where(l => l.Verb == Verb.Propose).OrderBy(l => l.Id).LastOrDefault();
        var ranked = record.Agencies.Where(a => a.Rank is not null).ToList();
        var scores = ranked.Select(a => Points.Parse(a.RankingScore!)).ToList();
        List<DocumentBlock> blocks =
        [
            new TitleBlock("TỜ TRÌNH", [$"Về việc phê duyệt kết quả {about}"]),
            new ParagraphBlock($"Kính gửi: {documents.ApprovingHead} {documents.ApprovingBody}", ParagraphKind.Addressee),
            .. documents.LegalBases.Select((b, i) => new ParagraphBlock($"Căn cứ {b}{(i < documents.LegalBases.Count - 1 ? ";" : ",")}", ParagraphKind.Basis)),
            new ParagraphBlock(
                $"{portal.LeadAgency} đã tổ chức thu phiếu khảo sát, thẩm tra số liệu, gửi kết quả sơ bộ và xem xét giải trình của các cơ quan, đơn vị. Kết quả như sau:"),
            new ParagraphBlock($"1. Số cơ quan, đơn vị tham gia: {record.Agencies.Count}; nộp phiếu khảo sát: {dossier.Assessed.Count}; được xếp hạng: {ranked.Count}."),
        ];
        if (scores.Count > 0)
            blocks.Add(new ParagraphBlock($"2. Điểm xếp hạng trung bình {Display.Of(ResultStatistics.Mean(scores))}, trung vị {Display.Of(ResultStatistics.Median(scores))}, cao nhất {Display.Of(scores.Max())}, thấp nhất {Display.Of(scores.Min())} trên thang điểm {Display.Short(Points.Parse(record.CriteriaSet.Scale))}."));
        if (scores.Count > 0 && record.CriteriaSet.Classes.Count > 0)
            blocks.Add(new ParagraphBlock($"3. Xếp loại: {string.Join("; ", record.CriteriaSet.Classes.Select(c => $"{c.Name} {ranked.Count(a => a.Class == c.Name)} cơ quan, đơn vị"))}."));
        blocks.AddRange(
        [
            new ParagraphBlock($"{portal.LeadAgency} kính trình {documents.ApprovingHead} {documents.ApprovingBody} xem xét, phê duyệt kết quả {about}."),
            new ParagraphBlock($"(Kèm theo: dự thảo Quyết định phê duyệt; Báo cáo kết quả và các phụ lục)"),
            new ParagraphBlock("[Cơ quan soạn thảo điền nội dung khác, nếu có]"),
            new ParagraphBlock($"Mã SHA-256 của kết quả được trình: {dossier.Sha256}", ParagraphKind.Small),
            new SignatureBlock(["Như trên", .. documents.Recipients.Where(r => r != portal.ProvinceBody)], null, new Signer(OfficialWords.Capitals(documents.LeadAgencyHead))),
        ]);
        return new OfficialDocument(
            $"Tờ trình phê duyệt kết quả {about}",
            dossier.Notice,
            new DocumentHead(
                portal.ProvinceBody,
                portal.LeadAgency,
                $"Số: {letter?.Number ?? $"{OfficialWords.Open}/TTr-{documents.LeadAgencySymbol}"}",
                OfficialWords.PlaceAndDate(portal, letter?.Date)),
            [new DocumentPart(blocks)]);
    }
}
