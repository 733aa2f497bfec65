using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Identity;

/// <summary>
/// Stores accounts without saving: whoever changes one through the user manager adds the audit row and calls
/// <c>SaveChangesAsync</c> once. After a failed <see cref="IdentityResult"/> clear the change tracker instead.
/// </summary>
public sealed class AppUserStore : UserOnlyStore<AppUser, AppDbContext, int>
{
    public AppUserStore(AppDbContext context, IdentityErrorDescriber? describer = null)
        : base(context, describer) => AutoSaveChanges = false;

    /// <summary>Marks the account as changed, once a save: a second time the base would take the new stamp for the one that the database holds, and the save would find a conflict.</summary>
    public override Task<IdentityResult> UpdateAsync(AppUser user, CancellationToken cancellationToken = default) =>
        Context.Entry(user) is { State: EntityState.Modified } entry && entry.Property(u => u.ConcurrencyStamp).IsModified
            ? Task.FromResult(IdentityResult.Success)
            : base.UpdateAsync(user, cancellationToken);
}
