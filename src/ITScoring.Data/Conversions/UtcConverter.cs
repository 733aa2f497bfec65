using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ITScoring.Data.Conversions;

/// <summary>Times are stored and read as UTC. A time of another kind is a bug and is refused, not shifted.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => Checked(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? time : throw new InvalidOperationException($"A time to be stored must be UTC, this one is {time.Kind}: {time:O}.");
}
