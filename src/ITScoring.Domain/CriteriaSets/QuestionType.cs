namespace ITScoring.Domain.CriteriaSets;

/// <summary>What kind of answer a question asks for (section 2 of the format).</summary>
public enum QuestionType
{
    Integer,
    Decimal,
    YesNo,
    Choice,
    Multi,
    Rows,
    Text,
    Url,
    Date,
}
