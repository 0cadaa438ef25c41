using System.IO.Compression;

namespace Lrs.Packages.Modules;

/// <summary>A zip whose bytes depend on its content only: sorted names, one fixed time, the same attributes on every machine.</summary>
internal static class PackageZip
{
    // The first moment a zip can tell.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // -rw-r--r-- of a plain file, where Unix tools look for it.
    private const int PlainFile = unchecked((int)0x81A40000);

    public static void Write(SortedDictionary<string, byte[]> files, Stream output)
    {
        // Into memory first: a stream that cannot seek would get other bytes (data descriptors) than one that can.
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                entry.ExternalAttributes = PlainFile;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        memory.Position = 0;
        memory.CopyTo(output);
    }
}
