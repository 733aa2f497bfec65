using System.Globalization;
using ITScoring.Benchmarks.ColdStart;
using ITScoring.Benchmarks.Documents;
using ITScoring.Benchmarks.Kills;
using ITScoring.Benchmarks.Load;
using ITScoring.Benchmarks.Scoring;

return args switch
{
    ["scoring"] => ScoringCommand.Run(),
    ["documents"] => DocumentsCommand.Run(),
    ["load"] => await LoadCommand.RunAsync(null),
    ["load", var only] => await LoadCommand.RunAsync(only),
    ["public-load"] => await PublicLoadCommand.RunAsync(),
    ["review-load"] => await ReviewLoadCommand.RunAsync(),
    ["workshop-load"] => await WorkshopLoadCommand.RunAsync(),
    ["saves"] => await SavesCommand.RunAsync(),
    ["kills"] => await KillsCommand.RunAsync(200),
    ["kills", var count] when int.TryParse(count, CultureInfo.InvariantCulture, out var kills) && kills > 0 => await KillsCommand.RunAsync(kills),
    ["coldstart"] => await ColdStartCommand.RunAsync(),
    ["load-host", .. var settings] => await LoadHost.RunAsync(settings),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/ITScoring.Benchmarks -- COMMAND
          scoring       time and memory of scoring 1,000 to 10,000 agencies
          documents     time to write the longest documents, with 40 agencies and 150 criteria
          load [WHAT]   rates of the section page beside an empty page, of an autosave beside a bare commit; only the lines whose name contains WHAT
          public-load   rates of the public ranking page beside a static file of the same size
          review-load   rates of the reviewer's queue and pages, with five years of 40 agencies and 150 criteria stored
          workshop-load rates of the pages and edits of a draft criteria set of 300 questions and 150 criteria
          saves         200 editors who save at once: acknowledged against stored
          kills [COUNT] ends the site 200 times while people save and upload: acknowledged against stored
          coldstart     from the start of the process to the first answers
        """);
    return 2;
}
