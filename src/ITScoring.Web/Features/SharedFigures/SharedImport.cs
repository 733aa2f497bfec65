using System.Globalization;
using System.Security.Cryptography;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Takes figures of shared systems over from files: first shows what would change, then stores what was shown.</summary>
public sealed class SharedImport(AppDbContext db, CurrentUser user, AuditLog audit, SealedTickets tickets, CriteriaSetCache sets, IOptions<PortalOptions> portal, TimeProvider clock)
{
    private const string Purpose = "SharedFigures.Preview";
    private static readonly byte[][] Packages = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    public Outcome MayImport(Period period) => period.MayImportShared(user.Actor);

    /// <summary>What a file would change.</summary>
    /// <param name="source">Code of the shared system that it comes from.</param>
    /// <param name="file">Can be sought.</param>
    public async Task<InputResult<SharedPreview>> PreviewAsync(Period period, string source, string fileName, Stream file, CancellationToken cancel = default)
    {
        var workbook = Open(file);
        if (workbook.Problem is { } unreadable)
            return InputResult<SharedPreview>.Wrong(unreadable);
        var shortNames = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.ShortName, cancel);
        var read = SharedTableReader.Read(workbook.Value!, await sets.GetAsync(period, cancel), new SharedAgencies(period, shortNames));
        if (read.Problem is { } problem)
            return InputResult<SharedPreview>.Wrong(problem);
        file.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        var preview = await PreviewAsync(
            period,
            new SharedTicket(source, FileNameInput.Clean(fileName), sha256, [.. read.Value!.Lines.Select(l => new SharedTicketLine(l.AgencyId, l.QuestionCode, l.Json, l.Place, null))], read.Value.Bad, read.Value.Skipped),
            cancel);
        return preview.Ticket?.Length > SealedTickets.MaxLetters
            ? InputResult<SharedPreview>.Wrong("Tệp có quá nhiều nội dung để ghi một lần. Chia làm hai tệp rồi nhập từng tệp.")
            : InputResult<SharedPreview>.Of(preview);
    }

    /// <summary>What the figures of a ticket would change as things stand now.</summary>
    public async Task<SharedPreview> PreviewAsync(Period period, SharedTicket ticket, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var stored = await db.SharedFigures.AsNoTracking().Where(f => f.PeriodId == period.Id && f.SourceCode == ticket.Source).ToDictionaryAsync(f => (f.AgencyId, f.QuestionCode), f => f.ValueJson, cancel);
        var lines = ticket.Lines.Select(l => l with { Stored = stored.GetValueOrDefault((l.AgencyId, l.QuestionCode)) }).ToList();
        var shown = lines.ToLookup(l => l.Stored is null ? 0 : l.Stored == l.Json ? 2 : 1, l => Line(period, set, l));
        return new SharedPreview(
            portal.Value.SharedSystems.First(s => s.Code == ticket.Source),
            ticket.FileName,
            ticket.Bad,
            ticket.Skipped,
            [.. shown[0]],
            [.. shown[1]],
            [.. shown[2]],
            shown[0].Any() || shown[1].Any() ? tickets.Seal(Purpose, SubjectOf(period), ticket with { Lines = lines }) : null);
    }

    /// <returns>Null when the ticket is too old, of another person or period, of a system that is no longer in the settings, or was not sealed here.</returns>
    public SharedTicket? Open(Period period, string? ticket) =>
        tickets.Open<SharedTicket>(Purpose, SubjectOf(period), ticket) is { } opened && portal.Value.SharedSystems.Any(s => s.Code == opened.Source) ? opened : null;

    /// <summary>Stores the figures of a preview, and no other figures of the source.</summary>
    /// <param name="onlyGood">The manager said that the lines that cannot be taken stay out.</param>
    /// <returns>What came of it, and in words what was stored.</returns>
    public async Task<(Outcome Outcome, string Done)> ApplyAsync(Period period, SharedTicket ticket, bool onlyGood, CancellationToken cancel = default)
    {
        if (MayImport(period) is { Ok: false } refused)
            return (refused, "");
        if (ticket.Bad.Count > 0 && !onlyGood)
            return (Outcome.Input($"Tệp còn {Display.Of(ticket.Bad.Count)} chỗ sai nên chưa ghi gì. Sửa tệp rồi chọn lại, hoặc bấm “Chỉ nhận các dòng hợp lệ”."), "");
        var stored = await db.SharedFigures.Where(f => f.PeriodId == period.Id && f.SourceCode == ticket.Source).ToDictionaryAsync(f => (f.AgencyId, f.QuestionCode), cancel);
        var moved = ticket.Lines.Count(l => stored.GetValueOrDefault((l.AgencyId, l.QuestionCode))?.ValueJson is var now && now != l.Stored && now != l.Json);
        if (moved > 0)
            return (Outcome.WrongState($"{Display.Of(moved)} số liệu vừa được người khác nhập khác đi sau khi xem trước, nên chưa ghi gì. Xem lại bản xem trước dưới đây rồi bấm lại."), "");
        var (added, changed, before, after) = (0, 0, new List<string>(), new List<string>());
        foreach (var line in ticket.Lines)
        {
            if (!stored.TryGetValue((line.AgencyId, line.QuestionCode), out var figure))
            {
                db.SharedFigures.Add(new SharedFigure(period.Id, line.AgencyId, line.QuestionCode, ticket.Source, line.Json, ticket.FileName, user.UserId, clock.UtcNow()));
                added++;
            }
            else if (figure.ValueJson != line.Json)
            {
                var name = $"{period.FindAgency(line.AgencyId)!.Code} {line.QuestionCode}";
                before.Add($"{name}: {figure.ValueJson}");
                after.Add($"{name}: {line.Json}");
                figure.Replace(line.Json, ticket.FileName, user.UserId, clock.UtcNow());
                changed++;
            }
        }

        var counts = $"{Display.Of(added)} mới, {Display.Of(changed)} thay đổi, {Display.Of(ticket.Lines.Count - added - changed)} không đổi{(ticket.Bad.Count > 0 ? $"; {Display.Of(ticket.Bad.Count)} chỗ sai không nhận" : "")}";
        if (added + changed > 0)
        {
            // What is replaced is told here: the figures themselves keep only their last value.
            audit.Record(
                "shared-figure.import", ticket.Source, before.Count == 0 ? null : string.Join("; ", before), string.Join("; ", after.Prepend(counts)), $"Tệp {ticket.FileName}, SHA-256 {ticket.Sha256}", period.Id);
            await db.SaveChangesAsync(cancel);
        }

        return (Outcome.Done, counts);
    }

    public async Task<Outcome> SetToleranceAsync(Period period, int hundredths, CancellationToken cancel = default)
    {
        var before = period.SharedToleranceHundredths;
        var outcome = period.SetSharedTolerance(user.Actor, hundredths);
        if (outcome.Ok && before != hundredths)
        {
            audit.Record("period.shared-tolerance", period.Code, Display.Percent(before), Display.Percent(hundredths), null, period.Id);
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }

    /// <summary>By what the file is, not by what it is called.</summary>
    private static InputResult<UploadedWorkbook> Open(Stream file)
    {
        var head = new byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 0 || Packages.Any(p => head.AsSpan().SequenceEqual(p)) ? WorkbookReader.Read(file, "biểu mẫu") : CsvReader.Read(file);
    }

    private static SharedPreviewLine Line(Period period, CriteriaSet set, SharedTicketLine line)
    {
        var question = set.FindQuestion(line.QuestionCode)!;
        return new SharedPreviewLine(period.FindAgency(line.AgencyId)!, question, line.Place, line.Stored is null ? null : AnswerText.Of(question, line.Stored), AnswerText.Of(question, line.Json));
    }

    private static string SubjectOf(Period period) => period.Id.ToString(CultureInfo.InvariantCulture);
}
