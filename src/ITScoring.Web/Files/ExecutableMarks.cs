namespace ITScoring.Web.Files;

/// <summary>How programs, and archives that may hide them, are known by their name or first bytes.</summary>
internal static class ExecutableMarks
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".msi", ".msp", ".msc", ".mst", ".dll", ".ocx", ".sys", ".cpl",
        ".drv", ".jar", ".class", ".app", ".apk", ".ipa", ".sh", ".bash", ".run", ".bin", ".elf", ".so", ".dylib", ".deb", ".rpm", ".dmg", ".pkg", ".lnk", ".reg", ".inf", ".scf", ".url",
        ".gadget", ".application", ".appref-ms", ".xll", ".iso", ".img", ".vhd", ".vhdx", ".py", ".pl", ".php", ".chm",
        // Office files that carry programs of their own.
        ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppsm", ".ppam", ".sldm",
    };

    private static readonly HashSet<string> Archives = new(StringComparer.OrdinalIgnoreCase) { ".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".cab", ".arj", ".lzh", ".zst" };

    /// <summary>By the name that Windows would go by: without the dots and spaces at its end.</summary>
    public static bool IsExecutableName(string name) => Endings.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));

    public static bool IsArchiveName(string name) => Archives.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));

    /// <summary>Windows and DOS, Linux, macOS programs, Java classes, shell scripts.</summary>
    public static bool IsExecutable(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\u007FELF"u8) || head.StartsWith("#!"u8)
        || head is [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..];

    /// <summary>RAR, 7z, GZIP, XZ, BZIP2, cabinets.</summary>
    public static bool IsOtherArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("Rar!\u001A\u0007"u8) || head.StartsWith("MSCF"u8) || head.StartsWith("BZh"u8)
        || head is [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] or [0x1F, 0x8B, ..] or [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, ..];
}
