using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Checks;

/// <summary>The whole form on one page, with what still has to be done.</summary>
public sealed class CheckPage
{
    public required OwnForm Form { get; init; }

    public required FormDeadline Deadline { get; init; }

    public required IReadOnlyList<(Section Section, IReadOnlyList<CheckRow> Rows)> Sections { get; init; }

    public required IReadOnlyList<Finding> Errors { get; init; }

    /// <summary>Errors other than what is still missing.</summary>
    public IReadOnlyList<Finding> Mistakes => [.. Errors.Where(f => f.Kind is not FindingKind.Missing and not FindingKind.EvidenceMissing)];

    /// <summary>Required questions without an answer, section by section.</summary>
    public IReadOnlyList<(Section Section, IReadOnlyList<Question> Questions)> Unanswered => ErrorsOf(FindingKind.Missing);

    /// <summary>Claims without the evidence they need, section by section.</summary>
    public IReadOnlyList<(Section Section, IReadOnlyList<Question> Questions)> WithoutEvidence => ErrorsOf(FindingKind.EvidenceMissing);

    public IReadOnlyList<Finding> Warnings => [.. AskedBack.Select(a => a.Finding)];

    /// <summary>The warnings with what was entered and what it was last year.</summary>
    public required IReadOnlyList<AskedBack> AskedBack { get; init; }

    /// <summary>What needs no act: a sentence and the questions that it speaks of.</summary>
    public required IReadOnlyList<(string Text, IReadOnlyList<Question> Questions)> Infos { get; init; }

    /// <summary>Notes on warnings by finding code, as stored or as just typed.</summary>
    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>Points of criteria whose questions lack required evidence.</summary>
    public required Points Unproved { get; init; }

    public required ScoreSheet Sheet { get; init; }

    public required bool IsProvisional { get; init; }

    public bool CanWrite { get; init; }

    /// <summary>For the head: what moved since the last official submission, question by question.</summary>
    public IReadOnlyList<FormChange> ChangedSince { get; init; } = [];

    /// <summary>How whoever looks would sign; null: does not sign.</summary>
    public Signature? Signs { get; init; }

    /// <summary>The state of the form in one sentence.</summary>
    public string Summary => (Errors.Count, Warnings.Count) switch
    {
        (0, 0) => "Không có lỗi phải sửa, không có cảnh báo",
        var (errors, warnings) => $"{errors} lỗi phải sửa, {warnings} cảnh báo",
    } + (Unproved > Points.Zero ? $"; {Display.Of(Unproved)} điểm đang thiếu tài liệu kiểm chứng." : ".");

    public string? PresentedBy { get; init; }

    public DateTime? PresentedAt { get; init; }

    public string SectionLink(string questionCode) =>
        $"{Form.Path}/sections/{Form.Set.FindQuestion(questionCode)!.Section}#{questionCode.ToLowerInvariant()}";

    private IReadOnlyList<(Section Section, IReadOnlyList<Question> Questions)> ErrorsOf(FindingKind kind)
    {
        var codes = Errors.Where(f => f.Kind == kind).SelectMany(f => f.Questions).ToHashSet();
        return
        [
            .. Form.Set.Sections.Select(s => (s, (IReadOnlyList<Question>)[.. Form.Set.QuestionsIn(s.Code).Where(q => codes.Contains(q.Code))])).Where(p => p.Item2.Count > 0),
        ];
    }
}
