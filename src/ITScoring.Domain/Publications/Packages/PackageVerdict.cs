namespace ITScoring.Domain.Publications.Packages;

/// <summary>What became of checking a package; the worst that was found.</summary>
public enum PackageVerdict
{
    /// <summary>Khớp: everything was computed again and is the same.</summary>
    Matches,

    /// <summary>Không khớp: the files are those of the manifest, but a number is not what comes of computing it.</summary>
    Differs,

    /// <summary>Bị thay đổi: a file is not the one that the manifest names.</summary>
    Altered,

    /// <summary>Bị hỏng: a file cannot be read.</summary>
    Damaged,

    /// <summary>Not a result package at all.</summary>
    Foreign,
}
