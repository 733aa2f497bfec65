namespace ITScoring.Domain.Reviews;

/// <summary>A view of the queue that a person saved under a name.</summary>
public sealed class SavedFilter
{
    /// <summary>Most that one person keeps.</summary>
    public const int Most = 20;

    private SavedFilter()
    {
    }

    public SavedFilter(int userId, string name, string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (UserId, Name, Query) = (userId, name, query);
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The filter as the part of the queue's address behind the question mark; without the period.</summary>
    public string Query { get; private set; } = "";

    public void Become(string query) => Query = query;
}
