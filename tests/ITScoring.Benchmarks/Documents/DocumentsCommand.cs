using System.Diagnostics;
using System.Globalization;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Configuration;

namespace ITScoring.Benchmarks.Documents;

/// <summary><c>documents</c>: how long the longest documents take to write, from a record in memory to bytes.</summary>
internal static class DocumentsCommand
{
    private const int Times = 3;

    public static int Run()
    {
        var portal = new ConfigurationBuilder().AddJsonFile(Path.Combine(RepositoryFiles.Root, "src", "ITScoring.Web", "appsettings.json")).Build().GetSection(PortalOptions.Section).Get<PortalOptions>()!;
        Console.WriteLine("| Document, 150 criteria | Agencies | First, ms | of processors | Then, ms | of processors | Size, KB | Allocated, MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var agencies in (int[])[10, 20, 40])
        {
            var dossier = LargeDossier.Make(agencies);
            Measure("Báo cáo with annexes, PDF", agencies, () => PdfRenderer.Write(ResultReportDocument.Of(dossier, portal)));
            Measure("Báo cáo with annexes, DOCX", agencies, () => DocxRenderer.Write(ResultReportDocument.Of(dossier, portal)));
            Measure("Workbook of details, XLSX", agencies, () => DetailsWorkbook.Write(dossier));
            Measure("Phiếu kết quả, PDF", 1, () => PdfRenderer.Write(ResultSheetDocument.Of(dossier, dossier.Assessed[0], portal)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nHighest resident memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB."));
        return 0;
    }

    private static void Measure(string what, int agencies, Func<byte[]> write)
    {
        var (first, firstWork, size) = Once(write);
        var before = GC.GetTotalAllocatedBytes();
        var (then, thenWork, _) = Enumerable.Range(0, Times).Select(_ => Once(write)).MinBy(once => once.Milliseconds);
        var allocated = (GC.GetTotalAllocatedBytes() - before) / Times;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {agencies} | {first:N0} | {firstWork:N0} | {then:N0} | {thenWork:N0} | {size / 1024.0:N0} | {allocated / 1e6:N0} |"));
    }

    /// <summary>By the clock and by the processors' work, which does not count what other programs take meanwhile.</summary>
    private static (double Milliseconds, double Work, int Size) Once(Func<byte[]> write)
    {
        var (watch, work) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var size = write().Length;
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - work).TotalMilliseconds, size);
    }
}
