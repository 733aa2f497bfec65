using ITScoring.Data.Tests;

// Started by KillTests as a process of its own; the test runner does not come here.
return args is ["save-until-killed", var connectionString, var form, var user] && int.TryParse(form, out var formId) && int.TryParse(user, out var userId)
    ? await SaveUntilKilled.RunAsync(connectionString, formId, userId)
    : 2;
