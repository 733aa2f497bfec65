using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Web.Features.EvidenceItems;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>What the files of an upload are for: the answer to a question, or an explanation.</summary>
public interface IUploadTarget
{
    /// <summary>Why nothing could be added when somebody else changed the form meanwhile; follows the file's name.</summary>
    string Moved { get; }

    /// <summary>Asked before the first byte is read.</summary>
    Outcome MayAdd();

    /// <summary>Adds a stored file.</summary>
    /// <param name="known">Its row as it was before this upload; null: the content is new to the agency.</param>
    Task<UploadResult> AddAsync(StoredFile file, StoredFile? known, string name, Placing placing, CancellationToken cancel);
}
