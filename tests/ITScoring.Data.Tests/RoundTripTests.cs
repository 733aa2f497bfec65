using System.Data.Common;
using ITScoring.Data.Configurations;
using ITScoring.Data.Identity;
using ITScoring.Data.Jobs;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Files;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Settings;
using ITScoring.Domain.Submissions;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ITScoring.Data.Tests;

/// <summary>One evaluation taken through all its states: everything that was saved is read back, and the past cannot be changed.</summary>
public sealed class RoundTripTests
{
    private static readonly DateTime Closed = new(2018, 12, 20, 3, 0, 0, DateTimeKind.Utc);

    // Columns that this evaluation leaves empty; those of accounts are Identity's.
    private static readonly string[] Untouched =
    [
        "AppUser.AccessFailedCount", "AppUser.AnonymisedAt", "AppUser.Email", "AppUser.EmailConfirmed", "AppUser.LockoutEnabled", "AppUser.LockoutEnd", "AppUser.NormalizedEmail", "AppUser.PasswordHash",
        "AppUser.PhoneNumber", "AppUser.PhoneNumberConfirmed", "AppUser.SecurityStamp", "AppUser.TwoFactorEnabled", "CriteriaSetVersion.InForceAt", "Notice.ReadAt", "PeriodAgency.NotRankedReason", "Submission.LockedAt",
    ];

    /// <summary>Bytes are the same when they say the same.</summary>
    private static object? Same(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;

    [Theory, OnSqlite, OnSqlServer]
    public async Task Everything_that_an_evaluation_saves_is_read_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (saved, touched) = (new Dictionary<string, object?>(), new HashSet<string>());
        await EvaluateAsync(() => Recording(database.Open(), saved, touched));

        await using var db = database.Open();
        foreach (var type in Types(db))
        {
            var read = (await RowsAsync(db, type.ClrType)).SelectMany(row => db.Entry(row).Properties).Where(p => saved.ContainsKey(NameOf(p))).ToList();
            Assert.True(read.Count > 0, $"The evaluation saved no {type.DisplayName()}.");
            Assert.All(read, p => Assert.Equal((NameOf(p), Same(saved[NameOf(p)])), (NameOf(p), Same(p.CurrentValue))));
        }

        var untouched = Types(db).SelectMany(t => t.GetProperties()).Select(ColumnOf).Where(c => !touched.Contains(c));
        Assert.Equal(string.Join('\n', Untouched.Order(StringComparer.Ordinal)), string.Join('\n', untouched.Order(StringComparer.Ordinal)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Rows_that_tell_of_the_past_can_be_neither_changed_nor_deleted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await EvaluateAsync(database.Open);
        await using var db = database.Open();
        var tables = Types(db).Where(t => t.IsAppendOnly()).Select(t => (Table: t.GetTableName()!, Column: t.GetProperties().First(p => !p.IsKey()).Name)).ToList();

        Assert.Equal(14, tables.Count);
#pragma warning disable EF1002, EF1003 // The names are those of our own model.
        foreach (var (table, column) in tables)
        {
            var rows = (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM {table}").ToListAsync()).Single();
            Assert.True(rows > 0, $"{table} is empty.");
            foreach (var change in new[] { $"UPDATE {table} SET \"{column}\" = \"{column}\"", $"DELETE FROM {table}" })
            {
                var refusal = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(change));
                Assert.Contains("Rows of this table are only ever added.", refusal.Message, StringComparison.Ordinal);
            }

            Assert.Equal(rows, (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM {table}").ToListAsync()).Single());
        }
#pragma warning restore EF1002, EF1003
    }

    private static async Task ShareOutAsync(AppDbContext db, Story story, Period period, Submission form)
    {
        var section = story.Set.Sections[0];
        var contributor = new Actor(story.Editor.UserId, Role.Contributor, story.Editor.AgencyId);
        Story.Done(form.ShareOut(period, story.Editor, section, [contributor], new DateOnly(2018, 12, 10), "Số liệu ở Văn phòng Sở", Story.Start));
        Story.Done(form.DeclareDone(period, story.Editor, section, 0, new string('c', 64), Story.Start));
        await db.SaveChangesAsync();
    }

    /// <summary>A notice whose mail fails once and goes out then, and the job that sends it.</summary>
    private static async Task TellAsync(Func<AppDbContext> open, Story story)
    {
        await using var db = open();
        var notice = new Notice(NoticeKind.Presented, "1", story.Head.UserId, story.PeriodId, story.Head.AgencyId, "Phiếu chờ ký", "Phiếu đã được trình.", "/submissions/2018/stc", byMail: true, Story.Start);
        var job = new JobLease("mail");
        db.AddRange(notice, job);
        Assert.True(job.Take("a", Story.Start, TimeSpan.FromMinutes(1)));
        notice.BeginSending(Story.Start);
        await db.SaveChangesAsync();
        notice.MarkFailed("Máy chủ thư không trả lời.");
        job.End("a", Story.Start, Story.Start.AddMinutes(1), "Máy chủ thư không trả lời.");
        await db.SaveChangesAsync();
        notice.MarkSent(Story.Start.AddMinutes(2));
        await db.SaveChangesAsync();
    }

    /// <summary>From the empty form to a corrected publication, with a return, an extension, an adjustment and an accepted explanation.</summary>
    private static async Task EvaluateAsync(Func<AppDbContext> open)
    {
        var story = await new Story(open).BeginAsync();
        await using (var db = open())
        {
            var period = await Story.PeriodAsync(db, story.PeriodId);
            period.MarkAsDemo();
            Story.Done(period.Extend(story.Manager, story.EditorOfOther.AgencyId!.Value, Deadline.EndOf(new DateOnly(2018, 12, 25)), "Đang kiểm kê thiết bị", new DocumentReference("12/SNV-VP", new DateOnly(2018, 12, 5), "Xin gia hạn"), null));
            db.AddRange(new Block("DV", "Đơn vị ngành dọc", 3), new Holiday(new DateOnly(2020, 1, 1), "Tết Dương lịch"));
            db.Add(new PreviousFigure(period.Id, story.Editor.AgencyId!.Value, "A", "7", "Phiếu khảo sát năm 2017 (bản giấy)"));
            Story.Done(period.SetSharedTolerance(story.Manager, 150));
            var (said, made) = Dissemination.Confirm(story.Head, period, story.Head.AgencyId!.Value, null, new DateOnly(2018, 12, 3), "Họp giao ban", Story.Start);
            Story.Done(said);
            var setting = new Setting("Portal:Province", "Quảng Bình", story.Manager.UserId, Story.Start);
            db.AddRange(made!, setting);
            await db.SaveChangesAsync();
            setting.Change("Quảng Trị", story.Manager.UserId, Story.Start.AddDays(1));
            await GuideAsync(db, story, period, Story.Start);
            db.Add(new SharedFigure(period.Id, story.Editor.AgencyId!.Value, "A", "qlvb", "7", "van-ban.xlsx", story.Manager.UserId, Closed));
            db.Add(new AppUser
            {
                UserName = "stc.pgd",
                DisplayName = "Trần Văn Phó",
                Role = Role.Deputy,
                AgencyId = story.Head.AgencyId,
                CreatedAt = Story.Start,
                MustChangePassword = true,
                ActingFrom = Story.Start,
                ActingUntil = Story.Start.AddDays(7),
                SuspendedAt = Story.Start.AddDays(8),
            });
            var merged = new Agency("SKHCN2025", "Sở Khoa học và Công nghệ", "Sở KH&CN", await db.Blocks.Where(b => b.Code == "SBN").Select(b => b.Id).SingleAsync(), new DateOnly(2025, 3, 1), 30);
            Story.Done(merged.EndOn(new DateOnly(2030, 12, 31)));
            db.Add(merged);
            await db.SaveChangesAsync();
            Story.Done(merged.Succeeds(await db.Agencies.SingleAsync(a => a.Code == "STTTT")));
            Story.Done(merged.Rename(new DateOnly(2026, 1, 1), "Sở Khoa học", "Sở KH", "5/QĐ-UBND", new DateOnly(2025, 1, 1), story.Manager.UserId, Story.Start));
            var block = await db.Blocks.SingleAsync(b => b.Code == "DV");
            Story.Done(block.Change(block.Name, block.Order, new DateOnly(2018, 1, 1), new DateOnly(2030, 12, 31), []));
            var (one, other) = (await db.Agencies.SingleAsync(a => a.Code == "SDL"), await db.Agencies.SingleAsync(a => a.Code == "SVHTT"));
            Story.Done(Restructuring.Merge(
                one, [new RestructuringPart(other, 20)], new RestructuringPart(one, 10), new RestructuringOrder(new DateOnly(2026, 3, 1), "1/NQ-HĐND", RestatementRule.WeightedMean, "Theo biên chế", story.Manager.UserId, Story.Start),
                new AgencyRegister([], []), out var weighted));
            var (main, part) = (await db.Agencies.SingleAsync(a => a.Code == "SCT"), await db.Agencies.SingleAsync(a => a.Code == "SNGV"));
            Story.Done(Restructuring.Merge(
                main, [new RestructuringPart(part)], new RestructuringPart(main, null, true), new RestructuringOrder(new DateOnly(2026, 3, 1), "2/NQ-HĐND", RestatementRule.Main, "Nòng cốt", story.Manager.UserId, Story.Start),
                new AgencyRegister([], []), out var led));
            var whole = await db.Agencies.SingleAsync(a => a.Code == "BDT");
            var born = new Agency("BTG", "Ban Tôn giáo", null, whole.BlockId, new DateOnly(2026, 3, 1), 31);
            Story.Done(Restructuring.Divide(whole, [born], continues: true, new RestructuringOrder(new DateOnly(2026, 3, 1), "3/NQ-HĐND", RestatementRule.Main, "Cùng người", story.Manager.UserId, Story.Start), new AgencyRegister([], []), out var divided));
            db.AddRange(weighted!, led!, divided[0], born);
            var deputy = await db.Users.SingleAsync(u => u.UserName == "stc.pgd");
            var membership = new AppUserMembership(deputy, Role.Editor, story.Head.AgencyId, story.PeriodId, Story.Start, Story.Start.AddDays(9), story.Manager.UserId, Story.Start);
            membership.End(Story.Start.AddDays(5));
            var used = new AppUserInvitation(deputy, new string('d', 64), Story.Start, Story.Start.AddDays(7), story.Manager.UserId, "sealed");
            db.AddRange(membership, used);
            await db.SaveChangesAsync();
            used.Use(Story.Start.AddDays(1));
            used.Withdraw(Story.Start.AddDays(2));
            await db.SaveChangesAsync();
        }

        await story.DeclareAsync(story.Form, story.Editor, "A", "76", "Theo báo cáo của Văn phòng Sở – số liệu đến hết ngày 30/11/2018");
        await using (var db = open())
        {
            var (period, form) = (await Story.PeriodAsync(db, story.PeriodId), await Story.FormAsync(db, story.Form));
            Story.Done(form.Cite(period, story.Editor, story.Question("A"), "15/QĐ-STC", new DateOnly(2018, 3, 5), "Sở Tài chính", "Ban hành quy chế quản lý", Story.Start, out var citation));
            Story.Done(form.Link(period, story.Editor, story.Question("B"), "https://stc.quangbinh.gov.vn/tin-tuc", "Cổng thông tin", Story.Start, out var link));
            db.AddRange(citation!, link!, new CheckNote(form.Id, "B:bounds", "Số liệu đúng, đã rà soát", story.Editor.UserId, Story.Start));
            await db.SaveChangesAsync();
            Story.Done(form.RemoveEvidence(period, story.Editor, story.Question("B"), link!, Story.Start));
            await db.SaveChangesAsync();
            await AttachAsync(db, story, period, form, citation!);
            await ShareOutAsync(db, story, period, form);
        }

        await TellAsync(open, story);

        await story.HandInAsync(story.Form, story.Editor, story.Head);
        await story.HandInAsync(story.OtherForm, story.EditorOfOther, story.HeadOfOther);
        await JudgeAsync(open, story, story.Form);
        await JudgeAsync(open, story, story.OtherForm);
        await JudgeTwiceAsync(open, story);
        await using (var db = open())
        {
            var form = await Story.FormAsync(db, story.Form);
            Story.Done(form.Return(await Story.PeriodAsync(db, story.PeriodId), story.Reviewer, story.Set, [new ReturnItem("B", "Chưa rõ nguồn số liệu")], Deadline.EndOf(new DateOnly(2018, 12, 10)), Story.Start.AddDays(2),
                new DocumentReference("45/STTTT-CNTT", new DateOnly(2018, 12, 5), "Đề nghị bổ sung")));
            await db.SaveChangesAsync();
        }

        await story.DeclareAsync(story.Form, story.Editor, "B", "11", takenOver: true);
        await story.PresentAsync(story.Form, story.Editor);
        await using (var db = open())
        {
            Story.Done((await Story.FormAsync(db, story.Form)).SendBack(await Story.PeriodAsync(db, story.PeriodId), story.Head, "Ghi thêm nguồn", Story.Start.AddDays(3)));
            await db.SaveChangesAsync();
        }

        await story.PresentAsync(story.Form, story.Editor);
        await story.SubmitAsync(story.Form, story.Head);
        await FinishAsync(open, story, story.Form);
        await FinishAsync(open, story, story.OtherForm);

        await using (var db = open())
        {
            var period = await Story.PeriodAsync(db, story.PeriodId);
            Story.Done(period.CloseCollecting(story.Manager, Closed));
            Story.Done(period.SendPreliminary(story.Manager, Closed, await db.Submissions.ToListAsync(), Deadline.EndOf(new DateOnly(2019, 4, 5))));
            db.Add(new FrozenRecord(period.Id, RecordStage.Preliminary, Closed, """{"p":0}""", new string('1', 64), """{"i":0}""", new string('2', 64)));
            await db.SaveChangesAsync();
        }

        await ExplainAsync(open, story);
        var asked = new DateTime(2019, 4, 8, 2, 0, 0, DateTimeKind.Utc);
        var hash = new string('c', 64);
        await using (var db = open())
        {
            var period = await Story.PeriodAsync(db, story.PeriodId);
            var record = new FrozenRecord(period.Id, RecordStage.Proposal, asked, """{"điểm":81235}""", hash, """{"lý do":"…"}""", new string('d', 64), """{"agencies":[]}""");
            Story.Done(period.Propose(story.Manager, asked, await db.Explanations.Include(x => x.Contested).ToListAsync(), hash));
            db.Add(record);
            await db.SaveChangesAsync();
            Story.Done(period.Approve(story.Leader, asked, new DocumentReference("1357/QĐ-UBND", new DateOnly(2019, 4, 8), "Phê duyệt kết quả"), hash));
            await db.SaveChangesAsync();
            Story.Done(period.Publish(story.Leader, asked, hash));
            var first = new Publication(period.Id, 1, record, asked, "1357/QĐ-UBND", new DateOnly(2019, 4, 8));
            first.Add([new PublicationFile("ranking.csv", "text/csv", PackageKind.Full, [1, 2, 3])]);
            Story.Done(period.SetParRule(story.Manager, new ParRule(ParMethod.Linear, Points.Parse("1.50"), []), []));
            db.Add(first);
            await db.SaveChangesAsync();
            var formId = await db.Submissions.Where(s => s.PeriodId == period.Id).Select(s => s.Id).FirstAsync();
            var (prepared, correction) = Correction.Prepare(
                story.Manager, period, first, new FrozenRecord(period.Id, RecordStage.Correction, asked, """{"p":2}""", new string('3', 64), """{"i":2}""", new string('4', 64), """{"agencies":[]}"""),
                [new CorrectionValue(formId, "A", "1", "2")], "Cộng nhầm", asked);
            Story.Done(prepared);
            db.Add(correction!);
            await db.SaveChangesAsync();
            Story.Done(correction!.Withdraw(story.Manager, period, asked));
            await db.SaveChangesAsync();
            var document = new PreparedDocument(record.Id, "report.pdf", story.Leader.UserId, asked);
            document.Begin();
            document.Report(3, 3);
            document.Finish([4, 5, 6], asked);
            db.Add(document);
            db.Add(CriterionLink.Make(story.Manager, RecordSet("I.1"), RecordSet("J.1"), "I.1", "J.1", "Cùng nội dung", [], asked).Link!);
            await AttachSignedAsync(db, story, period, asked);
            await DraftAsync(db, story, asked);
            db.Add(new Publication(period.Id, 2, record, asked, "1400/QĐ-UBND", new DateOnly(2019, 4, 8), first.Id, "Đính chính tên cơ quan"));
            db.Add(new AuditEntry(asked, story.Leader.UserId, story.Leader.Role, "period.publish", "2018", "Approved", "Published", "Theo quyết định", period.Id, story.Editor.AgencyId, "0HN1:00000001"));
            await db.SaveChangesAsync();
            await SealAsync(db, asked);
        }
    }

    /// <summary>Two blocks of audit rows, of which the first was dropped: it sealed a row that is not there any more.</summary>
    private static async Task SealAsync(AppDbContext db, DateTime at)
    {
        var gone = new AuditEntry(at, null, null, "account.sign-in", "1", null, null, null, null, null, null);
        db.Entry(gone).Property(e => e.Id).CurrentValue = 1_000_000;
        var first = new AuditSeal(0, AuditSeal.NoHead, [gone], at);
        db.Entry(gone).State = EntityState.Detached;
        db.AddRange(first, new AuditSeal(first.Number, first.Head, [gone], at.AddMonths(1)), new AuditDrop(first, AuditDrop.LeastMonths, at.AddYears(2)));
        await db.SaveChangesAsync();
    }

    private static RecordCriteriaSet RecordSet(string criterion) => new(
        "THU", criterion[0], "Bộ", new string('0', 64), "10.00", [new RecordGroup("I", "Nhóm", "score", "10.00", [new RecordCriterion(criterion, "Tiêu chí", "10.00", "Có", null, null)])], []);

    /// <summary>A draft set with a change, somebody who agreed to it, and a comment that was resolved.</summary>
    private static async Task DraftAsync(AppDbContext db, Story story, DateTime at)
    {
        var draft = CriteriaSetVersion.Begin("QB-2019", 1, "Bộ mới", "{}", "Theo quyết định mới", at);
        var group = new SetItem(SetItem.NewKey(), SetItemKind.Group, null, 0, "{}");
        var criterion = new SetItem(SetItem.NewKey(), SetItemKind.Criterion, group.Key, 1, """{"code": "A"}""");
        draft.Add([group, criterion]);
        Story.Done(draft.AskForReview(story.Manager, [story.Reviewer.UserId]));
        db.Add(draft);
        db.Add(new SetItemChange(draft, criterion, SetChangeKind.Edited, 1, criterion.Json, story.Manager.UserId, at));
        await db.SaveChangesAsync();
        Story.Done(draft.Agree(story.Reviewer, draft.Sha256, draft.Sha256, at));
        var (written, comment) = SetComment.Write(draft, story.Reviewer, criterion, "Xem lại mẫu số", at);
        Story.Done(written);
        Story.Done(comment!.Resolve(story.Manager, "Đã sửa", at));
        db.Add(comment);
        await db.SaveChangesAsync();
    }

    /// <summary>A signed decision with a wrong file first, and a letter.</summary>
    private static async Task AttachSignedAsync(AppDbContext db, Story story, Period period, DateTime at)
    {
        var decision = new DocumentReference("1357/QĐ-UBND", new DateOnly(2019, 4, 8), "Phê duyệt kết quả");
        var files = new[] { 'e', 'f' }.Select(c => new StoredFile(story.Manager.AgencyId!.Value, new string(c, 64), 1_000, FileKind.Pdf, story.Manager.UserId, at, willBeScanned: false)).ToList();
        db.AddRange(files);
        await db.SaveChangesAsync();
        var (first, wrong) = SignedDocument.Attach(story.Manager, period, SignedDocumentKind.Decision, decision, [decision], [], null, files[0], "nhầm.pdf", SignatureReport.None, at);
        Story.Done(first);
        db.Add(wrong!);
        await db.SaveChangesAsync();
        var signature = new FileSignature(SignatureState.Intact, null, "Người ký", "UBND tỉnh", "Tổ chức cấp", "01AB", at, at.AddYears(-1), at.AddYears(1), "SHA-256", CertificateTrust.Trusted);
        var (second, right) = SignedDocument.Attach(story.Leader, period, SignedDocumentKind.Decision, decision, [decision], [wrong!], null, files[1], "quyết định.pdf", new SignatureReport([signature]), at);
        Story.Done(second);
        var (third, letter) = SignedDocument.Attach(story.Manager, period, SignedDocumentKind.Letter, new DocumentReference("45/STTTT-CNTT", new DateOnly(2018, 12, 5), null), [decision], [wrong!, right!], null, files[0], "công văn.pdf", SignatureReport.None, at);
        Story.Done(third);
        Assert.Equal(wrong!.Id, right!.ReplacesId);
        db.AddRange(right, letter!);
        await db.SaveChangesAsync();
    }

    /// <summary>A decision beside the guidance, replaced by another one that is withdrawn.</summary>
    private static async Task GuideAsync(AppDbContext db, Story story, Period period, DateTime at)
    {
        var files = new[] { 'c', 'd' }.Select(c => new StoredFile(story.Manager.AgencyId!.Value, new string(c, 64), 1_000, FileKind.Pdf, story.Manager.UserId, at, willBeScanned: false)).ToList();
        db.AddRange(files);
        await db.SaveChangesAsync();
        var letter = new DocumentReference("77/STTTT-CNTT", new DateOnly(2018, 11, 28), "Đánh giá năm 2018");
        var (first, wrong) = GuidanceDocument.Attach(story.Manager, period, GuidanceDocumentKind.Decision, letter, files[0], "nhầm.pdf", [], at);
        Story.Done(first);
        db.Add(wrong!);
        await db.SaveChangesAsync();
        var (second, right) = GuidanceDocument.Attach(story.Manager, period, GuidanceDocumentKind.Decision, letter, files[1], "công văn.pdf", [wrong!], at);
        Story.Done(second);
        Assert.False(wrong!.Stands);
        db.Add(right!);
        await db.SaveChangesAsync();
        Story.Done(right!.Withdraw(story.Manager, period, at));
        await db.SaveChangesAsync();
    }

    private static async Task JudgeAsync(Func<AppDbContext> open, Story story, int formId)
    {
        await using var db = open();
        var review = await ReviewAsync(db, story, formId);
        Story.Done(review.Adjust(story.SecondReviewer, story.Set.FindCriterion("I.1")!, [new ValueAdjustment("A", "70")], "Sáu người đã nghỉ hưu", Story.Start.AddDays(2)));
        Story.Done(review.Agree(story.SecondReviewer, story.Set.FindCriterion("II.1")!, Story.Start.AddDays(2)));
        Story.Done(review.Agree(story.SecondReviewer, story.Set.FindCriterion("III.1")!, Story.Start.AddDays(2)));
        db.AddRange(review.NewVerdicts);
        await db.SaveChangesAsync();
    }

    /// <summary>A part of a form is given away, a conflict declared and lifted, a criterion judged twice with a difference that the council decides; what is typed meanwhile is kept.</summary>
    private static async Task JudgeTwiceAsync(Func<AppDbContext> open, Story story)
    {
        var at = Story.Start.AddDays(2);
        var criterion = story.Set.FindCriterion("III.1")!;
        await using var db = open();
        var (period, form) = (await Story.PeriodAsync(db, story.PeriodId), await Story.FormAsync(db, story.Form));
        Story.Done(period.AssignReviewers(story.Manager, [form.AgencyId], AssignmentPart.Of(criterion), [story.SecondReviewer], AssignmentMode.Add, at));
        Story.Done(period.DeclareConflict(story.Reviewer, story.EditorOfOther.AgencyId!.Value, "Từng công tác ở đó", at));
        Story.Done(period.LiftConflict(story.Manager, period.Conflicts[0], "Đã thôi từ năm 2010", at));
        var draft = new ReviewDraft(form.Id, "I.1", story.Reviewer.UserId);
        draft.Keep("""{"reason":["Danh sách"]}""", at);
        var filter = new SavedFilter(story.Reviewer.UserId, "Chờ lâu", "sort=waiting");
        var (second, withdrawn) = (SecondReview.Assign(form.Id, "III.1", story.Manager, story.Reviewer.UserId, at), SecondReview.Assign(form.Id, "II.1", story.Manager, story.Reviewer.UserId, at));
        db.AddRange(draft, filter, second, withdrawn);
        await db.SaveChangesAsync();
        Story.Done(withdrawn.Withdraw(story.Manager, "Đã đủ mẫu", at));
        var council = new Council(period.Id);
        Story.Done(council.Establish(
            story.Manager, period, new DocumentReference("12/QĐ-UBND", new DateOnly(2018, 12, 1), "Thành lập Hội đồng"),
            [.. Enumerable.Range(1, 5).Select(i => new CouncilMember($"Thành viên {i}", "Sở TTTT", i == 1 ? CouncilRole.Chair : CouncilRole.Member, i == 5 ? story.EditorOfOther.AgencyId : null))], at));
        db.Add(council);
        await db.SaveChangesAsync();
        Story.Done(council.Hold(story.Manager, period, new DateOnly(2018, 12, 4), "Phòng họp số 1", [.. council.Members.Select(m => m.Id)], "Họp cả ngày", at, out var session));
        await db.SaveChangesAsync();
        var review = new Review(
            story.Set, period, form, await db.Answers.Where(a => a.SubmissionId == form.Id).ToListAsync(), await db.CriterionVerdicts.Where(v => v.SubmissionId == form.Id).ToListAsync(), [second]);
        Story.Done(review.GiveSecond(story.Reviewer, criterion, [new ValueAdjustment("C", "5")], "Sổ ghi năm", at));
        await db.SaveChangesAsync();
        Story.Done(review.Decide(story.Manager, criterion, session!, [new ValueAdjustment("C", "4")], "Theo sổ gốc", new CouncilVotes(3, 1, 1), at, out var decision));
        db.Add(decision!);
        db.AddRange(review.NewAnswers);
        await db.SaveChangesAsync();
    }

    private static async Task FinishAsync(Func<AppDbContext> open, Story story, int formId)
    {
        await using var db = open();
        var review = await ReviewAsync(db, story, formId);
        var form = await Story.FormAsync(db, formId);
        foreach (var answered in form.Returns)
        {
            review.LookAgainAfter(answered, story.Head, Story.Start.AddDays(5));
            await db.SaveChangesAsync();
            Story.Done(review.Agree(story.SecondReviewer, story.Set.FindCriterion("II.1")!, Story.Start.AddDays(6)));
        }

        Story.Done(form.Finish(await Story.PeriodAsync(db, story.PeriodId), story.SecondReviewer, review.Undecided(story.Set.Criteria.Select(c => c.Code).ToHashSet()), Story.Start.AddDays(6)));
        await db.SaveChangesAsync();
    }

    /// <summary>A file that the scanner could not read at first and then found infected, deleted later; another one took the place of the citation.</summary>
    private static async Task AttachAsync(AppDbContext db, Story story, Period period, Submission form, Evidence citation)
    {
        var file = new StoredFile(form.AgencyId, new string('a', 64), 20_000_000, FileKind.Docx, story.Editor.UserId, Story.Start, willBeScanned: true);
        Story.Done(form.Attach(period, story.Editor, story.Question("A"), file, "Đề án “Ứng dụng”.pdf", "Đề án", Story.Start, out var evidence, new EvidencePlace("a", 2)));
        db.Add(evidence!);
        await db.SaveChangesAsync();
        Story.Done(form.ReplaceEvidence(period, story.Editor, story.Set, story.Question("A"), citation, evidence!, Story.Start));
        Story.Done(form.LimitEvidence(period, story.Editor, story.Question("A"), evidence!, null, []));
        file.MarkNotScanned(Story.Start);
        await db.SaveChangesAsync();
        file.MarkInfected("Eicar-Test-Signature", Story.Start);
        db.Entry(file).Property(f => f.DeletedAt).CurrentValue = Story.Start;
        await db.SaveChangesAsync();
    }

    private static async Task<Review> ReviewAsync(AppDbContext db, Story story, int formId) => new(
        story.Set,
        await Story.PeriodAsync(db, story.PeriodId),
        await Story.FormAsync(db, formId),
        await db.Answers.Where(a => a.SubmissionId == formId).ToListAsync(),
        await db.CriterionVerdicts.Where(v => v.SubmissionId == formId).ToListAsync());

    private static async Task ExplainAsync(Func<AppDbContext> open, Story story)
    {
        var at = new DateTime(2019, 4, 1, 2, 0, 0, DateTimeKind.Utc);
        await using var db = open();
        var (period, form) = (await Story.PeriodAsync(db, story.PeriodId), await Story.FormAsync(db, story.Form));
        var explanation = new Explanation(form.Id, "I.1");
        db.Add(explanation);
        Story.Done(explanation.Write(period, form, story.Set, story.Editor, "Nháp", [new ContestedValue("A", "74")], at));
        await db.SaveChangesAsync();
        Story.Done(explanation.Write(period, form, story.Set, story.Editor, "Chỉ có một người nghỉ hưu", [new ContestedValue("A", "75")], at));
        await db.SaveChangesAsync();
        Story.Done(explanation.Cite(period, form, story.Editor, "12/BB", new DateOnly(2018, 11, 5), "Sở A", "Biên bản bàn giao", at, out var document));
        db.Add(document!);
        await db.SaveChangesAsync();
        Story.Done(explanation.Confirm(period, form, story.Head, at));
        await db.SaveChangesAsync();
        var verdict = await db.CriterionVerdicts.SingleAsync(v => v.SubmissionId == form.Id && v.CriterionCode == "I.1");
        Story.Done(explanation.Settle(period, form, story.Set, story.Reviewer, verdict, await db.Answers.Where(a => a.SubmissionId == form.Id).ToListAsync(), [new ValueAdjustment("A", "75")], "Có danh sách kèm theo", at));
        await db.SaveChangesAsync();
    }

    /// <summary>Notes what each save wrote, column by column.</summary>
    private static AppDbContext Recording(AppDbContext db, Dictionary<string, object?> saved, HashSet<string> touched)
    {
        List<EntityEntry> written = [];
        db.SavingChanges += (_, _) => written = [.. db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified)];
        db.SavedChanges += (_, _) =>
        {
            foreach (var property in written.SelectMany(e => e.Properties))
            {
                saved[NameOf(property)] = property.CurrentValue;
                var type = property.Metadata.ClrType;
                if (!Equals(property.CurrentValue, type.IsValueType ? Activator.CreateInstance(type) : null))
                    touched.Add(ColumnOf(property.Metadata));
            }
        };
        return db;
    }

    private static string ColumnOf(IReadOnlyProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";

    private static string NameOf(PropertyEntry property) =>
        $"{ColumnOf(property.Metadata)} of {string.Join('/', property.EntityEntry.Metadata.FindPrimaryKey()!.Properties.Select(k => property.EntityEntry.Property(k).CurrentValue))}";

    private static List<IEntityType> Types(AppDbContext db) =>
        [.. db.Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("ITScoring", StringComparison.Ordinal))];

    private static async Task<List<object>> RowsAsync(AppDbContext db, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await set.ToListAsync();
    }
}
