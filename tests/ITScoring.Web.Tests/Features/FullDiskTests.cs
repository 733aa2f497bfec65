using System.Data.Common;
using ITScoring.Data;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>A database that cannot write, because the disk is full, read-only or broken: clear words, the text is kept, and the same save works later.</summary>
public sealed class FullDiskTests(FullDiskTests.Portal portal) : IClassFixture<FullDiskTests.Portal>
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;

    [Theory]
    [InlineData(Busy)]
    [InlineData(ReadOnly)]
    [InlineData(IoError)]
    [InlineData(Full)]
    public async Task The_script_is_told_to_try_again_and_then_stores(int error)
    {
        var survey = await Survey.OpenAsync(portal);
        var (page, browser) = (await survey.SectionAsync(), await portal.BrowserOfAsync("stc.daumoi"));
        var path = survey.Path("questions/A01/answer");

        using (portal.Disk.Fails(error))
        {
            var (status, reply) = await page.PostByScriptAsync(browser, path, ("v-A01", "0"), ("A01", "120"));
            Assert.Equal((503, "failed"), (status, reply.GetProperty("state").GetString()));
            Assert.StartsWith("Máy chủ chưa ghi được dữ liệu", reply.GetProperty("text").GetString());
        }

        Assert.Null(await survey.AnswerAsync("A01"));
        Assert.Equal(200, (await page.PostByScriptAsync(browser, path, ("v-A01", "0"), ("A01", "120"))).Status);
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task The_section_page_shows_everything_that_was_typed_again_and_the_next_press_stores()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = (await survey.SectionAsync()).Fill("A01", "120").Fill("A02", "90").Fill("A05", "Thủ công");

        PortalPage failed;
        using (portal.Disk.Fails(Full))
            failed = (await page.PressAsync("Lưu")).Expect(503);

        Assert.Contains("Máy chủ chưa ghi được dữ liệu, có thể do hết chỗ trên đĩa hoặc đang bận.", failed.Text);
        Assert.Equal(("120", "90", "b"), (failed.ValueOf("A01"), failed.ValueOf("A02"), failed.ValueOf("A05")));
        Assert.Equal("Đã lưu 3 câu trả lời.", (await failed.PressAsync("Lưu")).Notice);
        Assert.Equal(("120", "90", "\"b\""), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02"), await survey.ValueAsync("A05")));
    }

    [Fact]
    public async Task What_no_page_explains_itself_answers_with_a_page_that_says_what_to_do()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = (await survey.PageAsync("questions/A02/evidence")).Fill("Địa chỉ", "https://stc.example.invalid");

        PortalPage failed;
        using (portal.Disk.Fails(Full))
            failed = (await page.PressAsync("Thêm đường dẫn")).Expect(503);

        Assert.Equal("Máy chủ chưa thực hiện được", failed.Heading);
        Assert.Contains("không ghi được dữ liệu. Lần lưu này chưa được ghi.", failed.Text);
        Assert.Equal("Đã thêm đường dẫn.", (await page.PressAsync("Thêm đường dẫn")).Notice);
    }

    [Fact]
    public async Task A_workbook_that_cannot_be_stored_says_so_and_its_choice_is_kept()
    {
        var survey = await Survey.OpenAsync(portal);
        var preview = await survey.UploadAsync(portal, (await survey.WorkbookAsync(portal)).Type((SurveyWorkbooks.A, "E4", 120)));

        PortalPage failed;
        using (portal.Disk.Fails(Full))
            failed = (await preview.PressAsync("Ghi các ô đã chọn")).Expect(409);

        Assert.Contains("Máy chủ chưa ghi được dữ liệu", failed.Text);
        Assert.Null(await survey.AnswerAsync("A01"));
        await failed.PressAsync("Ghi các ô đã chọn");
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    /// <summary>A site whose database writes nothing while the test says so.</summary>
    public sealed class Portal : SurveyPortal
    {
        public FailingDisk Disk { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteAppDbContext>(o => o.AddInterceptors(Disk)));
        }
    }

    /// <summary>Lets every write of the database fail as SQLite would.</summary>
    public sealed class FailingDisk : DbCommandInterceptor
    {
        private int? _error;

        public IDisposable Fails(int error)
        {
            _error = error;
            return new Mended(this);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            _error is { } error && command.CommandText.Contains("INSERT INTO", StringComparison.Ordinal) ? throw new SqliteException("the test's disk", error) : ValueTask.FromResult(result);

        private sealed class Mended(FailingDisk disk) : IDisposable
        {
            public void Dispose() => disk._error = null;
        }
    }
}
