using ITScoring.Benchmarks.Scoring;

return args switch
{
    ["scoring"] => ScoringCommand.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/ITScoring.Benchmarks -- scoring");
    return 2;
}
