using System.Text.Json;

namespace ITScoring.Benchmarks;

/// <summary>How measurements are written for machines.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
