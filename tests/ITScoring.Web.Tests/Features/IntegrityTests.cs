using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Integrity;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>A published evaluation has nothing impossible in it; each impossible state, made by SQL, is named with place and remedy.</summary>
public sealed class IntegrityTests : IAsyncLifetime
{
    private const string AForm = "(SELECT MIN(Id) FROM Submissions WHERE State = 'Verified')";
    private const string File = "INSERT INTO StoredFiles (AgencyId, Sha256, Size, Kind, UploadedById, UploadedAt, LastUsedAt, Scan, ScanTries, NextScanAt) VALUES (1, 'ab11111111111111111111111111111111111111111111111111111111111111', 5, 'Pdf', 1, '2026-09-01', '2026-09-01', 'Clean', 0, '2026-09-01')";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Published);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_whole_evaluation_leaves_nothing_impossible()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        Assert.Equal("", string.Join('\n', (await ResultsAsync()).SelectMany(r => r.Findings).Select(f => $"{f.What} {f.Where}")));

        var page = await browser.GetAsync("/integrity");

        Assert.Equal(200, page.Status);
        Assert.Contains("Không có gì trái quy tắc.", page.Text);
        var run = await CommandRun.WithAsync(new Dictionary<string, string> { ["ConnectionStrings__Default"] = _portal.Database.ConnectionString, ["Files__Folder"] = _portal.FilesFolder }, "check-integrity");
        Assert.True(run.ExitCode == 0, run.Output + string.Join('\n', run.Errors));
        Assert.Equal((await ResultsAsync()).Select(r => $"{r.Name}: đúng."), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Phiếu đã nộp có người ký và biên nhận", "không ghi người ký", $"UPDATE Submissions SET SignedById = NULL WHERE Id = {AForm}")]
    [InlineData("Phiếu đã nộp có người ký và biên nhận", "nhưng có 0 biên nhận", $"DELETE FROM SubmissionReceipts WHERE SubmissionId = {AForm}")]
    [InlineData("Phiếu đã nộp có người ký và biên nhận", "không còn đúng với mã SHA-256", $"UPDATE SubmissionReceipts SET ContentJson = '{{}}' WHERE SubmissionId = {AForm}")]
    [InlineData("Phiếu đã nộp có người ký và biên nhận", "không có lần nộp nào", "UPDATE Submissions SET State = 'Verified' WHERE FirstSubmittedAt IS NULL")]
    [InlineData("Điểm chấm không vượt điểm tối đa của tiêu chí", "Câu W15: giá trị thẩm tra cho 9 điểm, tiêu chí III.12 tối đa 8", $"DELETE FROM Answers WHERE QuestionCode = 'W15' AND SubmissionId = {AForm}", $"INSERT INTO Answers (SubmissionId, QuestionCode, TakenOver, HasVerified, VerifiedJson, HasFinal, Version) VALUES ({AForm}, 'W15', 0, 1, '9', 0, 1)")]
    [InlineData("Câu trả lời, kết luận thuộc bộ tiêu chí của kỳ", "Câu trả lời của câu hỏi Z99", $"INSERT INTO Answers (SubmissionId, QuestionCode, TakenOver, HasVerified, HasFinal, Version) VALUES ({AForm}, 'Z99', 0, 0, 0, 1)")]
    [InlineData("Kết quả đã khóa tính lại được đúng như đã khóa", "mã SHA-256 đã khóa", "UPDATE FrozenRecords SET InternalJson = InternalJson || ' ' WHERE Stage = 'Proposal'")]
    [InlineData("Kết quả đã khóa tính lại được đúng như đã khóa", "tổng điểm: bản khóa ghi 1.00, tính lại được", "UPDATE FrozenRecords SET PublicJson = json_set(PublicJson, '$.agencies[0].total', '1.00') WHERE Stage = 'Proposal'")]
    [InlineData("Tài liệu kiểm chứng dạng tệp có tệp", "không trỏ đến tệp nào", $"INSERT INTO Evidence (SubmissionId, Kind, FileName, AddedById, AddedAt) VALUES ({AForm}, 'File', 'Quyết định.pdf', 1, '2026-09-20')")]
    [InlineData("Tệp có trong kho tệp", "không có trong kho", File)]
    [InlineData("Không giữ tệp mà không nơi nào dùng", "Không nơi nào dùng tệp", File)]
    [InlineData("Không ai làm việc cho cơ quan đã kết thúc hoạt động", "cơ quan đã kết thúc", "UPDATE Agencies SET ValidTo = '2026-01-31' WHERE Code = 'SDL'")]
    [InlineData("Việc chạy nền chạy đúng lượt", "bị giữ từ một tiến trình đã dừng", "INSERT INTO JobLeases (Name, LeasedUntil, LeasedBy, Failures, Version) VALUES ('mail', '2026-01-01', 'a', 0, 1)")]
    [InlineData("Việc chạy nền chạy đúng lượt", "lỗi 7 lần liền", "INSERT INTO JobLeases (Name, NextRunAt, Failures, LastProblem, Version) VALUES ('mail', '2036-01-01', 7, 'SocketException', 1)")]
    [InlineData("Dòng dữ liệu trỏ đến dòng có thật", "bảng Answers trỏ đến dòng không có của bảng Submissions", "INSERT INTO Answers (SubmissionId, QuestionCode, TakenOver, HasVerified, HasFinal, Version) VALUES (99999, 'H01', 0, 0, 0, 1)")]
    [InlineData("Dòng dữ liệu trỏ đến dòng có thật", "bảng UserMemberships", "INSERT INTO UserMemberships (UserId, Role, AgencyId, \"From\", GivenById, GivenAt) VALUES (88888, 'Editor', 1, '2026-01-01', 1, '2026-01-01')")]
    public async Task What_cannot_be_is_named_with_its_place_and_remedy(string check, string what, params string[] statements)
    {
        await TamperAsync(statements);

        var results = await ResultsAsync();

        var finding = results.Single(r => r.Name == check).Findings.First(f => f.What.Contains(what, StringComparison.Ordinal));
        Assert.NotEqual("", finding.Where);
        Assert.NotEqual("", finding.Mend);
        using var browser = await _portal.SignedInAsync("quantri");
        Assert.Contains(finding.What, (await browser.GetAsync("/integrity")).Text);
        if (finding.Link is { } link)
            Assert.Equal(200, (await browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task The_command_ends_with_1_when_something_is_wrong()
    {
        await TamperAsync("UPDATE Agencies SET ValidTo = '2016-01-31' WHERE Code = 'SDL'");
        var run = await CommandRun.WithAsync(new Dictionary<string, string> { ["ConnectionStrings__Default"] = _portal.Database.ConnectionString, ["Files__Folder"] = _portal.FilesFolder }, "check-integrity");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Ngừng sử dụng tài khoản, hoặc chuyển sang cơ quan tiếp nhận.", run.Output, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<IntegrityResult>> ResultsAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IntegrityQuery>().RunAsync();
    }

    /// <summary>As a repair by hand would: without the triggers, and without the database's own check of references.</summary>
    private async Task TamperAsync(params string[] statements)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_portal.Database.ConnectionString) { ForeignKeys = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in new[] { "SubmissionReceipts", "FrozenRecords" }.SelectMany(table => new[] { "UPDATE", "DELETE" }.Select(verb => $"DROP TRIGGER \"TR_{table}_AppendOnly_{verb}\"")).Concat(statements))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }
}
