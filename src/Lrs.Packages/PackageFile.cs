using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>A file of a package.</summary>
public sealed record PackageFile
{
    internal PackageFile(string path, ZipEntry entry) => (Path, Entry) = (path, entry);

    /// <summary>The path from the package's root with <c>/</c> between names; no <c>.</c>, <c>..</c>, drive or leading <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Length in bytes, unpacked, as declared; <see cref="CoursePackage.Open"/> holds the data to it.</summary>
    public long Length => Entry.Length;

    /// <summary>CRC-32 as declared (ISO 3309, as zip uses it).</summary>
    public uint Crc32 => Entry.Crc32;

    internal ZipEntry Entry { get; }
}
