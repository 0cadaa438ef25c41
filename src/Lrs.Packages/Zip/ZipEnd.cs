using System.Buffers.Binary;

namespace Lrs.Packages.Zip;

/// <summary>Where the central directory lies, from the record at the end of the file (APPNOTE 4.3.14 to 4.3.16).</summary>
internal sealed record ZipEnd(long DirectoryAt, long DirectoryBytes, long Entries)
{
    private const uint EndSignature = 0x06054B50;
    private const uint Locator64Signature = 0x07064B50;
    private const uint End64Signature = 0x06064B50;
    private const int EndBytes = 22;

    public static ZipEnd? Find(Stream zip, Findings findings)
    {
        var at = Locate(zip, out var end);
        if (at < 0)
        {
            NotFound(zip, findings);
            return null;
        }

        long entries = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        long bytes = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        int disk = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(4));
        int directoryDisk = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(6));
        var closes = at;

        if (Zip64(zip, at) is { } wide)
        {
            (entries, bytes, start, closes) = (wide.Entries, wide.Bytes, wide.Start, wide.At);
            (disk, directoryDisk) = (0, 0);
        }

        if (disk != 0 || directoryDisk != 0)
        {
            findings.Fault(
                ZipRules.Split,
                "", "This is the last part of a zip that was split into several files. Join them, or zip the course again as one file.");
            return null;
        }

        if (start < 0 || bytes < 0 || start > closes || bytes > closes - start)
        {
            findings.Fault(ZipRules.Directory, "", "The zip's list of files points outside the file. The file is damaged; zip the course again.");
            return null;
        }

        var junk = closes - bytes - start;
        if (junk > 0)
        {
            findings.Fault(
                ZipRules.Junk,
                "", $"{junk:N0} bytes that do not belong to the zip stand before or between its parts, as in a self-extracting program. "
                + "Zip the course again as a plain zip.");
            return null;
        }

        return new ZipEnd(start, bytes, entries);
    }

    private static long Locate(Stream zip, out byte[] end)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndBytes + ushort.MaxValue)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        for (var i = tail.Length - EndBytes; i >= 0; i--)
        {
            // The comment may be followed by padding, but it cannot be longer than what follows.
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) == EndSignature
                && BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(i + 20)) <= tail.Length - i - EndBytes)
            {
                end = tail[i..(i + EndBytes)];
                return zip.Length - tail.Length + i;
            }
        }

        end = [];
        return -1;
    }

    private static (long Entries, long Bytes, long Start, long At)? Zip64(Stream zip, long endAt)
    {
        var locator = new byte[20];
        if (endAt < locator.Length)
        {
            return null;
        }

        zip.Position = endAt - locator.Length;
        zip.ReadExactly(locator);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Signature)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var record = new byte[56];
        if (at < 0 || at > endAt - locator.Length - record.Length)
        {
            return null;
        }

        zip.Position = at;
        zip.ReadExactly(record);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) != End64Signature
            ? null
            : (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(32)),
               BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)),
               BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)),
               at);
    }

    private static void NotFound(Stream zip, Findings findings)
    {
        var head = new byte[(int)Math.Min(zip.Length, 512)];
        zip.Position = 0;
        zip.ReadExactly(head);
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            findings.Fault(
                ZipRules.CutOff,
                "", "The zip is cut off: its list of files, which stands at the end, is missing. The upload or the copy was interrupted; upload it again.");
            return;
        }

        findings.Fault(ZipRules.NotAZip, "", $"This is {FileSignature.Name(head)}, not a zip. Upload the zip that the authoring tool exported, or a cmi5.xml.");
    }
}
