using ITScoring.Web.Features.Documents;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Has the long documents written that a test is going to fetch.</summary>
internal static class PreparedFiles
{
    /// <summary>Asks for it as the person would and runs the job; nothing for a document that is written when it is fetched.</summary>
    public static async Task PrepareAsync(this PortalFactory portal, PortalClient browser, string path)
    {
        if (LongDocuments.Find(path[(path.LastIndexOf('/') + 1)..]) is null)
            return;
        (await browser.PostAsync(path + "/prepare")).Expect(200);
        await portal.RunJobsAsync();
    }
}
