using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Documents;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Biên bản họp of one session: who came, what was decided, why and with which votes. Internal: it names the members.</summary>
public static class MinutesDocument
{
    public static OfficialDocument Of(SessionMinutes minutes, PortalOptions portal)
    {
        var (documents, council, session) = (portal.Documents, minutes.Council, minutes.Session);
        List<DocumentBlock> blocks =
        [
            new TitleBlock("BIÊN BẢN", [$"Họp {documents.Council}, phiên thứ {session.Number}", minutes.Period.Title]),
            new HeadingBlock("I. THỜI GIAN, ĐỊA ĐIỂM"),
            new ParagraphBlock($"Thời gian: {OfficialWords.Date(session.HeldOn)}."),
            new ParagraphBlock($"Địa điểm: {session.Place}."),
            new HeadingBlock("II. THÀNH PHẦN"),
            new ParagraphBlock(
                $"{documents.Council} được thành lập theo Quyết định số {council.DecisionNumber} ngày {VietnamTime.Day(council.DecisionDate)}{(council.DecisionAbstract is null ? "" : $" {OfficialWords.Within(council.DecisionAbstract)}")}. "
                + $"Có mặt {session.Attendances.Count}/{council.Members.Count} thành viên."),
            Members(minutes),
        ];
        if (minutes.Leader is { } leader)
            blocks.Add(new ParagraphBlock($"Chủ trì: {leader.Name}, {leader.Role.Name()} Hội đồng."));
        if (minutes.Secretary is { } secretary)
            blocks.Add(new ParagraphBlock($"Thư ký: {secretary.Name}."));
        blocks.Add(new HeadingBlock("III. NỘI DUNG"));
        if (session.Notes is not null)
            blocks.AddRange(session.Notes.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(n => new ParagraphBlock(n)));
        if (minutes.Matters.Count == 0)
            blocks.Add(new ParagraphBlock("Phiên họp không quyết định tiêu chí nào."));
        foreach (var (i, matter) in minutes.Matters.Index())
            blocks.AddRange(Matter(minutes, matter, i + 1));
        blocks.Add(new ParagraphBlock("[Thư ký điền giờ kết thúc phiên họp và việc thông qua biên bản]"));
        blocks.Add(new SignatureBlock([], new Signer("THƯ KÝ", Name: minutes.Secretary?.Name), new Signer("CHỦ TRÌ", Name: minutes.Leader?.Name)));
        return new OfficialDocument(
            $"Biên bản họp {documents.Council}, phiên thứ {session.Number}, {minutes.Period.Title}",
            minutes.Period.IsDemo ? DemoNotice.Text : null,
            new DocumentHead(portal.ProvinceBody, documents.Council, $"Số: {OfficialWords.Open}/BB-{documents.CouncilSymbol}", OfficialWords.PlaceAndDate(portal, session.HeldOn)),
            [new DocumentPart(blocks)]);
    }

    private static TableBlock Members(SessionMinutes minutes)
    {
        var present = minutes.Present.Select(m => m.Id).ToHashSet();
        return new TableBlock(
            [new("TT", 8, TextAlign.Centre), new("Họ và tên", 38), new("Chức vụ, đơn vị", 58), new("Vai trò", 26), new("Dự họp", 20, TextAlign.Centre)],
            [.. minutes.Council.Members.OrderBy(m => m.Role).ThenBy(m => m.Id).Select((m, i) => new TableRow($"{i + 1}", m.Name, m.Office ?? "", m.Role.Name(), present.Contains(m.Id) ? "Có mặt" : "Vắng mặt"))]);
    }

    private static IEnumerable<DocumentBlock> Matter(SessionMinutes minutes, DecidedMatter matter, int number)
    {
        var decision = matter.Decision;
        yield return new HeadingBlock($"{number}. {matter.Agency.Name}, tiêu chí {matter.Criterion.Code}. {matter.Criterion.Name}", 2);
        yield return new ParagraphBlock($"Kết luận: {decision.Kind.Name()}. {string.Join("; ", decision.Values().Select(v => $"{v.Key}: {AnswerText.Of(minutes.Set.FindQuestion(v.Key)!, v.Value)}"))}.");
        yield return new ParagraphBlock($"Lý do: {decision.Reason}");
        var apart = minutes.ApartFrom(matter).Select(m => m.Name).ToList();
        yield return new ParagraphBlock(
            $"Biểu quyết: {decision.VotesFor} tán thành, {decision.VotesAgainst} không tán thành, {decision.VotesAbstaining} không biểu quyết."
            + (apart.Count == 0 ? "" : $" Không tham gia biểu quyết vì thuộc cơ quan được xem xét: {string.Join(", ", apart)}."));
    }
}
