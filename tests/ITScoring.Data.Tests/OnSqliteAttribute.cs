using System.Reflection;
using Xunit.Sdk;

namespace ITScoring.Data.Tests;

/// <summary>Runs a theory on SQLite: always.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}
