using System.Text.Json;
using ITScoring.Domain.Publications;

namespace ITScoring.Domain.Tests.Publications;

public sealed class RecordTests
{
    private static readonly PublicRecord Public = new(
        PublicRecord.FormatName,
        null,
        "proposal",
        new RecordCriteriaSet("THU", 1, "Bộ thử", new string('a', 64), "100.00", [new RecordGroup("K", "Nhóm", "score", "100.00", [new RecordCriterion("K.1", "Tiêu chí", "100.00", "Tỷ lệ", "Điều 3", null)])], [new RecordClass("Tốt", "0.8")]),
        new RecordPeriod("2018", 2018, "Đánh giá năm 2018", "2017-12-01", "2018-11-30", "trước ngày 20/12/2018", true),
        [new RecordBlock("SBN", "Sở, ban, ngành")],
        [
            new RecordAgency("STC", "Sở Tài chính", "SBN", true, null, "a", "Văn phòng UBND tỉnh", "81.25", "100.00", "81.25", 1, "Tốt", [new RecordGroupScore("K", "81.25", "100.00", 1)],
                [new RecordCriterionScore("K.1", "81.25", "100.00", true, new RecordCalculation("Làm tròn", [new RecordInput("A", "Câu \"A\"", "1.234,5")], [new RecordStep("A ÷ B", "≈ 0,8125")]))]),
            new RecordAgency("SNV", "Sở Nội vụ", "SBN", false, "Mới thành lập", null, null, "0.00", "0.00", null, null, null, [], [new RecordCriterionScore("K.1", null, "100.00", false, null)]),
        ]);

    private static readonly InternalRecord Internal = new(
        InternalRecord.FormatName,
        new string('b', 64),
        [
            new InternalAgency("STC", "90.00", "81.25", "81.25", [new InternalCriterion("K.1", "90.00", "81.25", "81.25", "Adjusted", "Thiếu.", null)],
                [new InternalAnswer("A", "90", "81", "Thiếu.", null, null)], [new InternalExplanation("K.1", "Có biên bản.", "Declined", "Không có căn cứ.", 2, 3, 8)]),
        ],
        [new RecordPerson(8, "Trần Thị B", "Reviewer")]);

    [Fact]
    public void A_public_record_is_canonical_and_reads_back_as_it_was()
    {
        var json = RecordJson.Write(Public);

        Assert.Equal(json, CanonicalJson.Of(json));
        Assert.Equal(json, RecordJson.Write(RecordJson.ReadPublic(json)));
        Assert.StartsWith("""{"agencies":[{"applicableMax":"100.00","block":"SBN","class":"Tốt","code":"STC","criteria":[{"applicable":true,"calculation":""", json, StringComparison.Ordinal);
        Assert.Contains("\"notice\":null", json, StringComparison.Ordinal); // what is not there is said
        Assert.DoesNotContain("submitted", json, StringComparison.Ordinal); // what follows from the rest is not
    }

    [Fact]
    public void A_record_that_was_read_knows_who_handed_in_a_form()
    {
        var agencies = RecordJson.ReadPublic(RecordJson.Write(Public)).Agencies;

        Assert.Equal([true, false], agencies.Select(agency => agency.Submitted));
        Assert.Equal((1, "1.234,5", "Câu \"A\""), (agencies[0].Rank, agencies[0].Criteria[0].Calculation!.Inputs![0].Value, agencies[0].Criteria[0].Calculation!.Inputs![0].Text));
        Assert.Equal(("Mới thành lập", null, null), (agencies[1].NotRankedReason, agencies[1].RankingScore, agencies[1].Criteria[0].Points));
    }

    [Fact]
    public void An_internal_record_is_canonical_and_reads_back_as_it_was()
    {
        var json = RecordJson.Write(Internal);

        Assert.Equal(json, CanonicalJson.Of(json));
        Assert.Equal(json, RecordJson.Write(RecordJson.ReadInternal(json)));
        Assert.Equal(("Trần Thị B", new string('b', 64)), (RecordJson.ReadInternal(json).Persons[0].Name, RecordJson.ReadInternal(json).PublicSha256));
    }

    [Fact]
    public void Equal_records_have_equal_hashes_and_one_changed_figure_another()
    {
        var hash = CanonicalJson.Sha256(RecordJson.Write(Public));

        Assert.Equal(hash, CanonicalJson.Sha256(RecordJson.Write(RecordJson.ReadPublic(RecordJson.Write(Public)))));
        Assert.NotEqual(hash, CanonicalJson.Sha256(RecordJson.Write(Public with { Agencies = [Public.Agencies[0] with { Total = "81.26" }, Public.Agencies[1]] })));
        Assert.NotEqual(hash, CanonicalJson.Sha256(RecordJson.Write(Public with { Agencies = [Public.Agencies[1], Public.Agencies[0]] })));
    }

    /// <summary>Written down once; a change of it changes every hash that was ever published.</summary>
    [Fact]
    public void The_form_of_the_record_is_the_one_that_was_published() => Assert.Equal(
        """{"agencies":[],"blocks":[{"code":"SBN","name":"Sở, ban, ngành"}],"criteriaSet":{"classes":[{"from":"0.8","name":"Tốt"}],"code":"THU","groups":[],"scale":"100.00","sha256":"00","title":"Bộ thử","version":1},"format":"itscoring/record-public/1","notice":"Dữ liệu minh họa","period":{"code":"2018","dataFrom":"2017-12-01","dataThrough":"2018-11-30","deadline":"trước ngày 20/12/2018","disclosesDeclaredFigures":true,"title":"Đánh giá năm 2018","year":2018},"stage":"proposal"}""",
        RecordJson.Write(Public with { Agencies = [], Notice = "Dữ liệu minh họa", CriteriaSet = Public.CriteriaSet with { Groups = [], Sha256 = "00" } }));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("x")]
    [InlineData("""{"format":"itscoring/record-public/1"}""")]
    public void Another_text_is_no_record(string json)
    {
        Assert.Throws<JsonException>(() => RecordJson.ReadPublic(json));
        Assert.Throws<JsonException>(() => RecordJson.ReadInternal(json));
    }

    [Fact]
    public void The_parts_of_a_record_are_not_taken_for_each_other_and_nothing_is_left_out()
    {
        Assert.Throws<JsonException>(() => RecordJson.ReadInternal(RecordJson.Write(Public)));
        Assert.Throws<JsonException>(() => RecordJson.ReadPublic(RecordJson.Write(Internal)));
        Assert.Throws<JsonException>(() => RecordJson.ReadPublic(RecordJson.Write(Public with { Format = "itscoring/record-public/2" })));
        Assert.Throws<JsonException>(() => RecordJson.ReadPublic(RecordJson.Write(Public).Replace("\"block\":\"SBN\",", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_correction_replaces_an_earlier_publication_and_says_why()
    {
        var record = new FrozenRecord(1, RecordStage.Correction, DateTime.UnixEpoch, "{}", "aa", "{}", "bb");

        Assert.Throws<ArgumentException>(() => new Publication(1, 2, record, DateTime.UnixEpoch, "321/QĐ-UBND", new DateOnly(2019, 4, 19), replacesId: 7, reason: " "));
        var correction = new Publication(1, 2, record, DateTime.UnixEpoch, "400/QĐ-UBND", new DateOnly(2019, 6, 1), replacesId: 7, reason: "Sửa số liệu nhóm III.");
        Assert.Equal((2, 7, "Sửa số liệu nhóm III.", record), (correction.Number, correction.ReplacesId, correction.Reason, correction.Record));
        Assert.Null(new Publication(1, 1, record, DateTime.UnixEpoch, "321/QĐ-UBND", new DateOnly(2019, 4, 19)).Reason);
    }
}
