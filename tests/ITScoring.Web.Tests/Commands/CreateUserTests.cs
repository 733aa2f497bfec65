using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Tests.Commands;

public sealed class CreateUserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-commands-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "itscoring.db")};Pooling=false";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_administrator_gets_the_password_that_was_typed()
    {
        var run = await CreateAsync("mat-khau-dai-2026\n", "--user-name", "Quan.Tri", "--display-name", " Nguyễn Văn Trị ");

        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        Assert.Equal("Đã thêm tài khoản quan.tri (Quản trị hệ thống).\n", run.Output);
        Assert.Equal("quan.tri|Nguyễn Văn Trị|Administrator||0", await ReadAsync("SELECT UserName || '|' || DisplayName || '|' || Role || '|' || coalesce(AgencyId, '') || '|' || MustChangePassword FROM Users"));
        Assert.Equal("account.create|1|Quản trị hệ thống|create-user", await ReadAsync("""SELECT Action || '|' || Subject || '|' || "To" || '|' || Reason FROM AuditEntries"""));
        Assert.DoesNotContain("mat-khau-dai-2026", run.Output + string.Join('\n', run.Errors));
    }

    [Fact]
    public async Task A_generated_password_is_printed_and_must_be_changed()
    {
        var run = await CreateAsync("", "--user-name", "tham.tra", "--display-name", "Lê Thẩm Tra", "--role", "reviewer", "--agency", "stttt", "--generate");

        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        Assert.Matches("^Đã thêm tài khoản tham.tra \\(Chuyên viên thẩm tra\\)\\. Mật khẩu: [a-z2-9]{12}\n$", run.Output);
        Assert.Equal("Reviewer|STTTT|1", await ReadAsync("SELECT Role || '|' || a.Code || '|' || MustChangePassword FROM Users u JOIN Agencies a ON a.Id = u.AgencyId"));
    }

    [Theory]
    [InlineData("mat-khau-dai-2026\n", "Không phải vai trò", "--role", "Boss")]
    [InlineData("mat-khau-dai-2026\n", "--agency “SXX”: không có cơ quan mang mã này.", "--agency", "SXX")]
    [InlineData("mat-khau-dai-2026\n", "Vai trò Thủ trưởng cơ quan thuộc một cơ quan: thêm --agency với mã cơ quan.", "--role", "Head")]
    [InlineData("mat-khau-dai-2026\n", "Cấp phó ký thay cần thời gian được giao: thêm ở trang Tài khoản.", "--role", "Deputy", "--agency", "STC")]
    [InlineData("ngan1\n", "Mật khẩu phải có ít nhất 10 ký tự.")]
    [InlineData("", "Chưa có mật khẩu: ghi một dòng vào đầu vào chuẩn, hoặc dùng --generate.")]
    [InlineData("mat-khau-dai-2026\n", "không được để trống.", "--display-name", " ")]
    [InlineData("mat-khau-dai-2026\n", "Tên đăng nhập “quản trị” chỉ được gồm", "--user-name", "quản trị")]
    public async Task What_cannot_be_used_is_told_with_exit_code_2_and_nothing_is_written(string typed, string problem, params string[] more)
    {
        List<string> arguments = ["--user-name", "quan.tri", "--display-name", "Nguyễn Văn Trị"];
        foreach (var pair in more.Chunk(2))
        {
            var at = arguments.IndexOf(pair[0]);
            if (at >= 0)
                arguments.RemoveRange(at, 2);
            arguments.AddRange(pair);
        }

        var run = await CreateAsync(typed, [.. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(run.Errors, e => e.Contains(problem, StringComparison.OrdinalIgnoreCase));
        Assert.True(!File.Exists(Path.Combine(_folder, "itscoring.db")) || await ReadAsync("SELECT (SELECT COUNT(*) FROM Users) + (SELECT COUNT(*) FROM AuditEntries)") == "0");
    }

    [Fact]
    public async Task Without_its_names_the_command_says_what_is_missing_with_exit_code_2()
    {
        var run = await CreateAsync("", "--generate");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(run.Errors, e => e.Contains("--user-name", StringComparison.Ordinal));
        Assert.Contains(run.Errors, e => e.Contains("--display-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await CreateAsync("mat-khau-dai-2026\n", "--user-name", "quan.tri", "--display-name", "Nguyễn Văn Trị");

        var run = await CreateAsync("mat-khau-dai-2026\n", "--user-name", "QUAN.TRI", "--display-name", "Người khác");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(["Tên đăng nhập “quan.tri” đã có người dùng. Chọn tên khác."], run.Errors);
        Assert.Equal("1", await ReadAsync("SELECT COUNT(*) FROM Users"));
    }

    private Task<CommandRun> CreateAsync(string typed, params string[] arguments) =>
        CommandRun.TypingAsync(typed, new Dictionary<string, string> { ["ConnectionStrings__Default"] = ConnectionString }, ["create-user", .. arguments]);

    private async Task<string> ReadAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync()}";
    }
}
