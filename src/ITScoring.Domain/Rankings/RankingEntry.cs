using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>What is ranked of one agency.</summary>
/// <param name="TakesPart">Whether it is ranked at all: false for those that are only scored, and those that handed in nothing.</param>
/// <param name="Groups">In the order of the set.</param>
public sealed record RankingEntry(string Block, bool TakesPart, Points? RankingScore, IReadOnlyList<GroupScore> Groups);
