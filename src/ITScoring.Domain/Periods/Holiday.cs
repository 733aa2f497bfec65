namespace ITScoring.Domain.Periods;

/// <summary>A day off that the settings list besides Saturdays and Sundays.</summary>
public sealed class Holiday
{
    private Holiday()
    {
    }

    public Holiday(DateOnly day, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Day, Name) = (day, name);
    }

    public DateOnly Day { get; private set; }

    public string Name { get; private set; } = "";
}
