using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Publications;

/// <summary>A result package can be recomputed by anybody, and whatever is changed in it is found and named.</summary>
public sealed partial class PackageTests
{
    private static readonly PackagePublication Published = new(1, "2019-04-26T07:00:00Z", "12/QĐ-UBND", "2019-04-26", null, null);

    public static TheoryData<string> Vectors => [.. Directory.EnumerateDirectories(Path.Combine(FormatFolder.Root, "vectors")).Where(d => File.Exists(Path.Combine(d, "cohort.json"))).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Of_every_vector_the_full_package_matches_and_the_public_one_adds_up(string vector)
    {
        foreach (var kind in Enum.GetValues<PackageKind>())
        {
            var report = PackageCheck.Of(PackageOf(vector, kind));

            Assert.Empty(report.Findings);
            Assert.Equal((PackageVerdict.Matches, kind == PackageKind.Full), (report.Verdict, report.FromAnswers));
            Assert.True(report.Numbers > 0);
        }
    }

    [Fact]
    public void A_manifest_may_tell_where_the_audit_log_stood_and_one_that_does_not_says_nothing_of_it()
    {
        var files = PackageOf("qb-2018-cohort", PackageKind.Full);
        var manifest = PackageManifest.Read(files[PackageManifest.FileName]);
        Assert.Null(manifest.AuditHead);
        Assert.DoesNotContain("auditHead", Encoding.UTF8.GetString(files[PackageManifest.FileName]), StringComparison.Ordinal);

        var head = new PackageAuditHead(12, new string('a', 64));
        var report = PackageCheck.Of(new Dictionary<string, byte[]>(files) { [PackageManifest.FileName] = (manifest with { AuditHead = head }).Write() });

        Assert.Equal((PackageVerdict.Matches, head), (report.Verdict, report.Manifest!.AuditHead));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_answers_that_are_given_away_are_all_that_scoring_reads(string vector)
    {
        var (set, cohort) = Read(vector);

        Assert.Equal(ResultFile.Write(Scorer.Score(set, cohort)), ResultFile.Write(Scorer.Score(set, ScoredAnswers.Of(set, cohort))));
    }

    [Fact]
    public void Names_and_addresses_of_a_form_are_not_among_them()
    {
        var (set, cohort) = Read("qb-2018-cohort");
        var named = new Cohort([.. cohort.Agencies.Select(a => a with { Answers = new Dictionary<string, AnswerValue>(a.Answers!) { ["T01"] = new TextAnswer("Nguyễn Văn A") } })]);

        Assert.DoesNotContain("Nguyễn", Encoding.UTF8.GetString(CohortFile.Write(ScoredAnswers.Of(set, named))));
    }

    [Fact]
    public void A_changed_digit_is_named_and_so_is_its_file()
    {
        var files = PackageOf("qb-2018-cohort", PackageKind.Full);
        var report = PackageCheck.Of(With(files, PackageManifest.ResultName, text => Replaced(text, "\"points\": \"", 3)));

        Assert.Equal(PackageVerdict.Altered, report.Verdict);
        Assert.Contains(report.Findings, f => f.Kind == PackageVerdict.Altered && f.File == PackageManifest.ResultName);
        var number = Assert.Single(report.Findings, f => f.Kind == PackageVerdict.Differs);
        Assert.Matches(@"^cơ quan VPUBND, nhóm IV, điểm: trong gói là [0-9.]+, tính lại được [0-9.]+$", number.Message);
    }

    [Fact]
    public void An_answer_changed_by_somebody_who_wrote_the_manifest_anew_does_not_match_and_the_criterion_is_named()
    {
        var files = PackageOf("qb-2018-cohort", PackageKind.Full);
        var report = PackageCheck.Of(Resealed(With(files, PackageManifest.CohortName, text => text.Replace("\"H01\": ", "\"H01\": 1", StringComparison.Ordinal))));

        Assert.Equal(PackageVerdict.Differs, report.Verdict);
        Assert.Contains(report.Findings, f => f.File == PackageManifest.ResultName && f.Message.Contains("tiêu chí I.1, điểm: trong gói là", StringComparison.Ordinal));
        Assert.Contains(report.Findings, f => f.File == PackageManifest.RecordName);
    }

    [Fact]
    public void Wherever_a_digit_of_a_result_is_changed_the_check_says_so_even_without_the_answers() => Gen.Select(Gen.Int[0, 5000], Gen.Int[1, 9]).Sample(
        (place, by) =>
        {
            var files = PackageOf("ties", PackageKind.Public);
            var changed = Resealed(With(files, PackageManifest.ResultName, text =>
            {
                var digits = Digits().Matches(text).ToList();
                var at = digits[place % digits.Count].Index;
                return string.Concat(text.AsSpan(0, at), $"{(text[at] - '0' + by) % 10}", text.AsSpan(at + 1));
            }));

            Assert.NotEqual(PackageVerdict.Matches, PackageCheck.Of(changed).Verdict);
        },
        iter: 200);

    [Fact]
    public void Foreign_damaged_and_altered_packages_are_told_apart_with_the_place()
    {
        var files = PackageOf("ties", PackageKind.Full);

        Assert.Equal(PackageVerdict.Foreign, PackageCheck.Of(new Dictionary<string, byte[]> { ["a.txt"] = [1] }).Verdict);
        var newer = PackageCheck.Of(With(files, PackageManifest.FileName, text => text.Replace("package/1", "package/2", StringComparison.Ordinal)));
        Assert.Equal((PackageVerdict.Foreign, true), (newer.Verdict, newer.Findings[0].Message.Contains("itscoring/package/2", StringComparison.Ordinal)));

        var cut = PackageCheck.Of(With(files, PackageManifest.FileName, text => text[..200]));
        Assert.Equal((PackageVerdict.Damaged, "manifest.json"), (cut.Verdict, cut.Findings[0].File));
        Assert.Matches("không đọc được, tại dòng [0-9]+, cột [0-9]+", cut.Findings[0].Message);

        var broken = PackageCheck.Of(Resealed(With(files, PackageManifest.CohortName, text => text[..^20])));
        Assert.Equal((PackageVerdict.Damaged, "cohort.json"), (broken.Verdict, broken.Findings[0].File));

        var hole = PackageCheck.Of(Resealed(With(files, PackageManifest.RecordName, text => text.Replace("\"agencies\":[", "\"agencies\":[null,", StringComparison.Ordinal))));
        Assert.Contains(hole.Findings, f => f is { Kind: PackageVerdict.Damaged, File: "record.json" });

        var missing = new Dictionary<string, byte[]>(files);
        missing.Remove(PackageManifest.CohortName);
        Assert.Contains(PackageCheck.Of(missing).Findings, f => f is { Kind: PackageVerdict.Altered, File: "cohort.json" });

        var extra = PackageCheck.Of(new Dictionary<string, byte[]>(files) { ["thêm.txt"] = [1] });
        Assert.Equal("thêm.txt: không có trong danh mục của gói", Assert.Single(extra.Findings).ToString());

        var set = PackageCheck.Of(Resealed(With(files, PackageManifest.CriteriaSetName, text => text + "\n")));
        Assert.Contains("không phải bộ tiêu chí", Assert.Single(set.Findings).Message);
    }

    [Fact]
    public void Any_byte_that_is_changed_in_a_file_is_found() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 100_000], Gen.Byte).Sample(
        (file, at, value) =>
        {
            var files = PackageOf("rounding", PackageKind.Full);
            // The manifest names the hashes of the others; it is itself protected by a signature, or not at all.
            var path = files.Keys.Except([PackageManifest.FileName]).Order(StringComparer.Ordinal).ElementAt(file);
            var content = (byte[])files[path].Clone();
            content[at % content.Length] = value;

            var report = PackageCheck.Of(new Dictionary<string, byte[]>(files) { [path] = content });
            Assert.Equal(content.AsSpan().SequenceEqual(files[path]), report.Verdict == PackageVerdict.Matches && report.Findings.Count == 0);
        },
        iter: 300);

    internal static Dictionary<string, byte[]> PackageOf(string vector, PackageKind kind)
    {
        var (set, cohort) = Read(vector);
        var bytes = SetBytes(vector);
        var result = StatedResult.Of(Scorer.Score(set, cohort));
        var record = new PublicRecord(
            PublicRecord.FormatName,
            "Dữ liệu minh họa",
            "proposal",
            new RecordCriteriaSet(set.Code, set.Version, set.Title, PackageHash.Of(bytes), set.Scale.ToString(), [], []),
            new RecordPeriod("2018", 2018, "Kỳ thử", "2017-12-01", "2018-11-30", "trước ngày 20/12/2018", kind == PackageKind.Full),
            [],
            [
                .. result.Agencies.Zip(cohort.Agencies, (a, c) => new RecordAgency(
                    a.Code, c.Name ?? a.Code, a.Block, c.Ranked, null, c.Answers is null ? null : "a", null, a.Total, a.ApplicableMax, a.RankingScore, a.Rank, a.Class,
                    [.. a.Groups.Select(g => new RecordGroupScore(g.Code, g.Points, g.ApplicableMax, g.Rank))],
                    [.. a.Criteria.Select(x => new RecordCriterionScore(x.Code, x.Points, x.Max, x.Applicable, null))])),
            ]);
        return PackageContent.Of(kind, Published, RecordJson.Write(record), bytes, kind == PackageKind.Full ? CohortFile.Write(ScoredAnswers.Of(set, cohort)) : null).ToDictionary(e => e.Path, e => e.Content);
    }

    private static (CriteriaSet Set, Cohort Cohort) Read(string vector)
    {
        var set = Sets.Read(SetBytes(vector));
        return (set, Sets.ReadCohort(set, FormatFolder.Read("vectors", vector, "cohort.json")));
    }

    private static byte[] SetBytes(string vector) =>
        File.Exists(Path.Combine(FormatFolder.Root, "vectors", vector, "criteria.json")) ? FormatFolder.Read("vectors", vector, "criteria.json") : FormatFolder.Read("qb-2018.json");

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string path, Func<string, string> change) =>
        new(files) { [path] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[path]))) };

    /// <summary>With a manifest that names the files as they are now.</summary>
    private static Dictionary<string, byte[]> Resealed(Dictionary<string, byte[]> files)
    {
        var manifest = PackageManifest.Read(files[PackageManifest.FileName]);
        return new(files)
        {
            [PackageManifest.FileName] = (manifest with { Files = [.. manifest.Files.Select(f => new PackageFile(f.Path, files[f.Path].Length, PackageHash.Of(files[f.Path])))] }).Write(),
        };
    }

    /// <summary>The nth text after a mark with its first digit raised.</summary>
    private static string Replaced(string text, string mark, int nth)
    {
        var at = -1;
        for (var i = 0; i <= nth; i++)
            at = text.IndexOf(mark, at + 1, StringComparison.Ordinal);
        at += mark.Length;
        return string.Concat(text.AsSpan(0, at), $"{(text[at] - '0' + 1) % 10}", text.AsSpan(at + 1));
    }

    [GeneratedRegex("(?<=[^a-z/.A-Z0-9_-]\"?)[0-9](?=[0-9.]*\"?[,\\n])")]
    private static partial Regex Digits();
}
