using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Files;

/// <summary>The row of a content that was kept: there from an earlier upload, or new. Two people who send the same file at once share one.</summary>
public sealed class StoredFileRows(AppDbContext db, CurrentUser user, IVirusScanner scanner, TimeProvider clock)
{
    /// <summary>Saves the row, so that the content can be referred to.</summary>
    /// <param name="incoming">Already kept in the store.</param>
    public async Task<StoredFile> TakeAsync(int agencyId, IncomingFile incoming, FileKind kind, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var file = await db.StoredFiles.FirstOrDefaultAsync(f => f.AgencyId == agencyId && f.Sha256 == incoming.Sha256, cancel);
            if (file is null)
            {
                db.Add(file = new StoredFile(agencyId, incoming.Sha256, incoming.Size, kind, user.UserId, clock.UtcNow(), scanner.IsConfigured));
            }
            else
            {
                file.UseAgain(clock.UtcNow(), scanner.IsConfigured);
                // Written also when it was there: the sweep may have deleted it in this moment.
                db.Entry(file).Property(f => f.DeletedAt).IsModified = true;
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return file;
            }
            catch (DbUpdateConcurrencyException) when (attempt == 1)
            {
                db.Entry(file).State = EntityState.Detached;
            }
        }
    }
}
