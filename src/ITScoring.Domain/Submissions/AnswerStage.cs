namespace ITScoring.Domain.Submissions;

/// <summary>Which of an answer's three values is meant.</summary>
public enum AnswerStage
{
    /// <summary>Kê khai: what the agency states.</summary>
    Declared,

    /// <summary>Thẩm tra: what the reviewer found; the declared value where the reviewer set none.</summary>
    Verified,

    /// <summary>Sau giải trình: the verified value unless an explanation was accepted.</summary>
    Final,
}
