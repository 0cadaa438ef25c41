namespace Lrs.Packages;

/// <summary>How much a package may be. Sizes are in bytes; what is over a limit is refused with a sentence that names the limit.</summary>
public sealed record PackageLimits
{
    /// <summary>The limits of a server that nobody configured.</summary>
    public static PackageLimits Default { get; } = new();

    /// <summary>All files together, unpacked. 4 GB.</summary>
    public long TotalBytes { get; init; } = 4L << 30;

    /// <summary>One file, unpacked. 2 GB.</summary>
    public long FileBytes { get; init; } = 2L << 30;

    /// <summary>Entries of the zip, folders included. 50,000.</summary>
    public int Entries { get; init; } = 50_000;

    /// <summary>How many times larger than packed a file may unpack. 200; it counts only over <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>The unpacked size from which <see cref="Ratio"/> counts: text compresses well, and small files harm nobody. 10 MB.</summary>
    public long RatioFrom { get; init; } = 10L << 20;

    /// <summary>The manifest, which is held in memory. 10 MB.</summary>
    public long ManifestBytes { get; init; } = 10L << 20;

    /// <summary>XML elements in the manifest. 500,000.</summary>
    public int ManifestElements { get; init; } = 500_000;

    /// <summary>Characters of one attribute of the manifest: bases and namespaces are repeated for every item below them. 8,192.</summary>
    public int AttributeCharacters { get; init; } = 8_192;

    /// <summary>A file's whole path in UTF-8. 400 bytes.</summary>
    public int PathBytes { get; init; } = 400;

    /// <summary>One folder's or file's name in UTF-8. 200 bytes.</summary>
    public int SegmentBytes { get; init; } = 200;

    /// <summary>Elements inside one another in the manifest. 100.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Items, blocks, units and declared activities of one course. 5,000.</summary>
    public int Items { get; init; } = 5_000;
}
