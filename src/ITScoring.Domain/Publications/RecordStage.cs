namespace ITScoring.Domain.Publications;

/// <summary>What a record was frozen for.</summary>
public enum RecordStage
{
    Preliminary,
    Proposal,
    Correction,
}
