using System.Buffers.Binary;
using System.IO.Compression;

namespace Lrs.Packages.Zip;

/// <summary>A zip that was found in order, and its content.</summary>
internal sealed class ZipFile(Stream zip, IReadOnlyList<ZipEntry> entries)
{
    private const uint LocalSignature = 0x04034B50;
    private const int LocalBytes = 30;

    public IReadOnlyList<ZipEntry> Entries => entries;

    public Stream Open(ZipEntry entry)
    {
        var header = new byte[LocalBytes];
        zip.Position = entry.Offset;
        if (zip.ReadAtLeast(header, LocalBytes, throwOnEndOfStream: false) < LocalBytes || BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature)
        {
            throw Corrupt(entry);
        }

        var data = entry.Offset + LocalBytes + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (entry.Packed > zip.Length - data)
        {
            throw Corrupt(entry);
        }

        Stream content = new Part(zip, data, entry.Packed);
        if (entry.Method == 8)
        {
            content = new DeflateStream(content, CompressionMode.Decompress);
        }

        return new CheckedStream(content, entry);
    }

    private static PackageFaultException Corrupt(ZipEntry entry) => new(new PackageFault(
        ZipRules.Corrupt.Code, EntryPath.Shown(entry.Name), "The file's data is not where the zip says. The zip is damaged; zip the course again."));
}
