namespace Lrs.Packages.Zip;

/// <summary>What a zip declares about its entries, held against the limits before a byte is unpacked.</summary>
internal static class ZipChecks
{
    public static void Check(IReadOnlyList<ZipEntry> entries, ZipEnd end, PackageLimits limits, Findings findings)
    {
        if (entries.Count == 0)
        {
            findings.Fault(ZipRules.NoEntries, "", "The zip is empty. Zip the course's files and upload it again.");
            return;
        }

        foreach (var entry in entries)
        {
            One(entry, limits, findings);
        }

        Unreadable(entries, findings);
        Together(entries, end, limits, findings);
    }

    private static void One(ZipEntry entry, PackageLimits limits, Findings findings)
    {
        var where = EntryPath.Shown(entry.Name);
        var kind = entry.UnixMode & 0xF000;
        if (kind is not (0 or 0x4000 or 0x8000))
        {
            findings.Fault(
                ZipRules.Symlink, where, kind == 0xA000 ? "This entry is a symbolic link. Put the file itself into the zip." : "This entry is a device or a pipe, not a file. Leave it out.");
        }

        if (entry.IsFolder && entry.Length == 0)
        {
            return;
        }

        if (!entry.IsEncrypted && entry.Method == 0 && entry.Packed != entry.Length)
        {
            findings.Fault(ZipRules.Size, where, "The file is stored uncompressed, but the zip gives it two different sizes. Zip the course again.");
        }

        if (entry.Length > limits.FileBytes)
        {
            findings.Fault(ZipRules.FileTooLarge, where, $"The file has {entry.Length:N0} bytes; one file may have {limits.FileBytes:N0}.");
        }

        if (entry.Length > limits.RatioFrom && entry.Length / Math.Max(1, entry.Packed) >= limits.Ratio)
        {
            findings.Fault(
                ZipRules.Bomb, where,
                $"The file unpacks to {entry.Length:N0} bytes from {entry.Packed:N0}, more than {limits.Ratio} times as many. "
                + "Such a zip can be an attack; no real course is like that.");
        }
    }

    // What is wrong with one file here is wrong with most, so it is said once.
    private static void Unreadable(IReadOnlyList<ZipEntry> entries, Findings findings)
    {
        var files = entries.Where(entry => !entry.IsFolder || entry.Length > 0).ToArray();
        var encrypted = files.Where(entry => entry.IsEncrypted).ToArray();
        if (encrypted.Length > 0)
        {
            findings.Fault(
                ZipRules.Encrypted, EntryPath.Shown(encrypted[0].Name),
                $"{encrypted.Length:N0} of {files.Length:N0} files are encrypted with a password. Zip the course again without one.");
        }

        foreach (var method in files.Where(entry => !entry.IsEncrypted && entry.Method is not (0 or 8)).GroupBy(entry => entry.Method))
        {
            findings.Fault(
                ZipRules.Method,
                EntryPath.Shown(method.First().Name),
                $"{method.Count():N0} of {files.Length:N0} files are compressed with {MethodName(method.Key)}. "
                + "Zip the course again with the usual method, deflate.");
        }
    }

    private static void Together(IReadOnlyList<ZipEntry> entries, ZipEnd end, PackageLimits limits, Findings findings)
    {
        // Sizes can each be near 2^63, so they are added where they cannot overflow.
        var total = entries.Aggregate(UInt128.Zero, (sum, entry) => sum + (UInt128)entry.Length);
        if (total > (UInt128)limits.TotalBytes)
        {
            findings.Fault(ZipRules.TotalTooLarge, "", $"The files have {total:N0} bytes together; a package may have {limits.TotalBytes:N0}.");
        }

        var byPlace = entries.OrderBy(entry => entry.Offset).ToArray();
        if (byPlace[0].Offset > 0)
        {
            findings.Fault(
                ZipRules.Junk,
                "", $"{byPlace[0].Offset:N0} bytes stand before the zip's first file, as in a self-extracting program. Zip the course again as a plain zip.");
        }

        for (var i = 0; i < byPlace.Length; i++)
        {
            var next = i + 1 < byPlace.Length ? byPlace[i + 1].Offset : end.DirectoryAt;
            // Subtracted, not added: the sum could overflow.
            if (byPlace[i].Packed > next - byPlace[i].Offset - 30 - byPlace[i].NameBytes)
            {
                findings.Fault(
                    ZipRules.Overlap, EntryPath.Shown(byPlace[i].Name),
                    "The file's data runs into the next file's. Such a zip is damaged or an attack; zip the course again.");
            }
        }
    }

    private static string MethodName(int method) => method switch
    {
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        93 => "Zstandard",
        95 => "XZ",
        98 => "PPMd",
        _ => $"method {method}",
    };
}
