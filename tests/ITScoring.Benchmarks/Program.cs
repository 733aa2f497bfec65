using ITScoring.Benchmarks.ColdStart;
using ITScoring.Benchmarks.Load;
using ITScoring.Benchmarks.Scoring;

return args switch
{
    ["scoring"] => ScoringCommand.Run(),
    ["load"] => await LoadCommand.RunAsync(null),
    ["load", var only] => await LoadCommand.RunAsync(only),
    ["saves"] => await SavesCommand.RunAsync(),
    ["coldstart"] => await ColdStartCommand.RunAsync(),
    ["load-host", .. var settings] => await LoadHost.RunAsync(settings),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/ITScoring.Benchmarks -- COMMAND
          scoring       time and memory of scoring 1,000 to 10,000 agencies
          load [WHAT]   rates of the section page beside an empty page, of an autosave beside a bare commit; only the lines whose name contains WHAT
          saves         200 editors who save at once: acknowledged against stored
          coldstart     from the start of the process to the first answers
        """);
    return 2;
}
