using System.Diagnostics;

namespace ITScoring.Benchmarks.Load;

/// <summary>Keeps the site and the generator off each other's core, so that the generator's own work does not hide in the rates.</summary>
internal static class Cores
{
    private const string Program = "taskset";

    /// <summary>Core of the site, core of the generator; null where cores cannot be chosen or there is only one.</summary>
    public static (int Site, int Generator)? Apart { get; } = Environment.ProcessorCount >= 2 && Exists() ? (0, 1) : null;

    /// <summary>Moves a process, all its threads, to a core.</summary>
    public static void Put(int processId, int core)
    {
        using var process = Process.Start(new ProcessStartInfo(Program) { ArgumentList = { "-a", "-c", "-p", $"{core}", $"{processId}" }, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static bool Exists() =>
        OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));
}
