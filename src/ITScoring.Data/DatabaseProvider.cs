namespace ITScoring.Data;

/// <summary>The databases that the portal runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
