using System.Reflection;
using ITScoring.Testing;
using Xunit.Sdk;

namespace ITScoring.Data.Tests;

/// <summary>Runs a theory on SQL Server when the variable names one; otherwise it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TestDatabase.SqlServerVariable)))
            Skip = $"{TestDatabase.SqlServerVariable} is not set: it would hold the connection string of a SQL Server on which databases may be created.";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.SqlServer]];
}
