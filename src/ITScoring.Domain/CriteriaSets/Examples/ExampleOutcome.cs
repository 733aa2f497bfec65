using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>One expectation of an example held against what the engine gives.</summary>
/// <param name="Score">The engine's, with its calculation.</param>
public sealed record ExampleOutcome(Example Example, ExpectedPoints Expected, CriterionScore Score)
{
    public bool Holds => Score.Points == Expected.Points;
}
