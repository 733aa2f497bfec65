using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ITScoring.Domain.Files;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Files;

/// <summary>Sends files as browsers do.</summary>
internal static class Uploads
{
    private const string Boundary = "----ranh-gioi-7d0f";

    /// <summary>By the page's form, as without JavaScript: the token is the first part.</summary>
    public static async Task<PortalPage> UploadAsync(this PortalFactory portal, Survey survey, string question, params (string Name, byte[] Content)[] files) =>
        await UploadAsync(await BrowserAsync(portal, "stc.daumoi"), survey, question, [], files);

    public static async Task<PortalPage> UploadAsync(PortalClient browser, Survey survey, string question, (string Name, string Value)[] fields, (string Name, byte[] Content)[] files, string agency = "stc") =>
        await browser.PostBodyAsync(survey.Path($"questions/{question}/evidence/files", agency), Form([("__RequestVerificationToken", await browser.TokenAsync()), .. fields], files));

    /// <summary>One by one, as the page's script does: the token in the header, the answer in JSON.</summary>
    public static async Task<(int Status, bool Ok, string Message)> SendAsync(this PortalFactory portal, Survey survey, string question, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        var browser = await BrowserAsync(portal, "stc.daumoi");
        using var request = new HttpRequestMessage(HttpMethod.Post, survey.Path($"questions/{question}/evidence/files")) { Content = Form(fields, [(name, content)]) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenAsync());
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await browser.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var file = json.RootElement.GetProperty("files")[0];
        return ((int)response.StatusCode, file.GetProperty("ok").GetBoolean(), file.GetProperty("message").GetString()!);
    }

    /// <summary>Names go as browsers write them: UTF-8 between quotes, a quote of theirs as %22.</summary>
    public static HttpContent Form((string Name, string Value)[] fields, (string Name, byte[] Content)[] files)
    {
        var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields)
            Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        foreach (var (name, content) in files)
        {
            Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name.Replace("\"", "%22")}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.Write(content);
            Write("\r\n");
        }

        Write($"--{Boundary}--\r\n");
        var form = new ByteArrayContent(body.ToArray());
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return form;
    }

    /// <summary>The documents of the latest form that has any, oldest first, with their files.</summary>
    public static Task<List<Evidence>> DocumentsAsync(this PortalFactory portal, Survey survey) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.Where(p => p.Code == survey.Code).Select(p => p.Id).SingleAsync();
        return await db.Evidence.AsNoTracking().AsSplitQuery().Include(e => e.File).Include(e => e.Uses)
            .Where(e => db.Submissions.Any(s => s.Id == e.SubmissionId && s.PeriodId == period)).OrderBy(e => e.Id).ToListAsync();
    });

    public static Task<List<StoredFile>> StoredAsync(this PortalFactory portal) => portal.ReadAsync(db => db.StoredFiles.AsNoTracking().OrderBy(f => f.Id).ToListAsync());

    /// <summary>Everything that lies in the store, by path.</summary>
    public static List<string> InStore(this PortalFactory portal) =>
        Directory.Exists(portal.FilesFolder) ? [.. Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(portal.FilesFolder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)] : [];

    private static async Task<PortalClient> BrowserAsync(PortalFactory portal, string user) => portal is SurveyPortal kept ? await kept.BrowserOfAsync(user) : await portal.SignedInAsync(user);
}
