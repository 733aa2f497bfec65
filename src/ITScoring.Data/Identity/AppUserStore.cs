using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace ITScoring.Data.Identity;

/// <summary>
/// Stores accounts without saving: whoever changes one through the user manager adds the audit row and calls
/// <c>SaveChangesAsync</c> once. After a failed <see cref="IdentityResult"/> clear the change tracker instead.
/// </summary>
public sealed class AppUserStore : UserOnlyStore<AppUser, AppDbContext, int>
{
    public AppUserStore(AppDbContext context, IdentityErrorDescriber? describer = null)
        : base(context, describer) => AutoSaveChanges = false;
}
