using ITScoring.Benchmarks.Load;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Benchmarks.Documents;

/// <summary>A result of many agencies and 150 criteria: the wide set, scored with invented answers; every tenth criterion is adjusted with a reason, every agency explains once.</summary>
internal static class LargeDossier
{
    private const string Because = "Danh sách kèm theo và số liệu trên hệ thống dùng chung ít hơn số kê khai; cơ quan đã được đề nghị bổ sung nhưng không có văn bản chứng minh.";

    public static ResultDossier Make(int agencies)
    {
        var set = WideSet.Set;
        var demo = DemoCohort.Read(CriteriaSetFile.Read(RepositoryFiles.Read("docs", "format", "qb-2018.json")).Value!).Agencies.ToList();
        var cohort = new Cohort([.. Enumerable.Range(0, agencies).Select(i => new CohortAgency($"CQ{i + 1}", null, "so", true, demo[i % demo.Count].Answers is { } answers ? WideSet.Answers(answers) : null, new Dictionary<string, AnswerValue>()))]);
        var scored = Scorer.Score(set, cohort);
        var period = new Period("do-tai", 2026, "Đánh giá mức độ ứng dụng công nghệ thông tin năm 2026");
        period.MarkAsDemo();
        return new ResultDossier(
            period,
            set,
            new PublicRecord(
                PublicRecord.FormatName, null, "proposal",
                new RecordCriteriaSet(
                    set.Code, set.Version, set.Title, "0", set.Scale.ToString(),
                    [.. set.Groups.Select(g => new RecordGroup(g.Code, g.Name, g.Kind.ToString().ToLowerInvariant(), g.Max.ToString(), [.. g.Criteria.Select(c => new RecordCriterion(c.Code, c.Name, c.Max.ToString(), "", null, null))]))],
                    [.. set.Classes.Select(c => new RecordClass(c.Name, c.From.ToDecimalString()))]),
                new RecordPeriod("do-tai", 2026, period.Title, "2025-12-01", "2026-11-30", "hết ngày 19/12/2026", false),
                [new RecordBlock("so", "Sở, ban, ngành cấp tỉnh")],
                [.. scored.Sheets.Select(s => Agency(s))]),
            new InternalRecord(InternalRecord.FormatName, "0", [.. scored.Sheets.Zip(cohort.Agencies).Select(a => Inside(set, a.First, a.Second))], []),
            "0", new DateTime(2026, 12, 20, 0, 0, 0, DateTimeKind.Utc), null, null, new AgencyLineage([]), null);
    }

    private static RecordAgency Agency(ScoreSheet s) => new(
        s.AgencyCode, $"Cơ quan chuyên môn thứ {s.AgencyCode[2..]} thuộc UBND tỉnh", "so", true, null, "a", null, s.Total.ToString(), s.ApplicableMax.ToString(), s.RankingScore?.ToString(), s.Rank, s.Class,
        [.. s.Groups.Select(g => new RecordGroupScore(g.Code, g.Points.ToString(), g.ApplicableMax.ToString(), g.Rank))],
        [.. s.Criteria.Select(c => new RecordCriterionScore(c.Code, c.Points?.ToString(), c.Max.ToString(), c.Applicable, null))]);

    private static InternalAgency Inside(CriteriaSet set, ScoreSheet s, CohortAgency agency) => new(
        s.AgencyCode, s.Total.ToString(), s.Total.ToString(), s.Total.ToString(),
        [.. s.Criteria.Select((c, i) => new InternalCriterion(c.Code, c.Points?.ToString(), c.Points?.ToString(), c.Points?.ToString(), "Agreed", i % 10 == 0 ? Because : null, null))],
        [
            .. from a in agency.Answers!
               where a.Value is NumberAnswer
               let json = ((NumberAnswer)a.Value).Value.ToDecimalString()
               select new InternalAnswer(a.Key, json, json, null, json, null),
        ],
        [new InternalExplanation(set.Criteria.First().Code, Because, "Declined", Because, 1, 1, 1, [], ["Công văn số 12/CV ngày 01/12/2026"])],
        [.. s.Groups.Select(g => new InternalGroup(g.Code, g.Points.ToString(), g.Points.ToString(), g.Points.ToString()))]);
}
