using System.Buffers.Binary;

namespace Lrs.Packages.Zip;

/// <summary>
/// Reads the central directory itself (APPNOTE 4.3.12) instead of by the framework's archive class, which does not show whether a name
/// is marked as UTF-8, ignores encryption and checksums, and lets entries share data.
/// </summary>
internal static class ZipDirectory
{
    private const uint RecordSignature = 0x02014B50;
    private const int RecordBytes = 46;

    public static IReadOnlyList<ZipEntry> Read(Stream zip, ZipEnd end, PackageLimits limits, Findings findings)
    {
        var entries = new List<ZipEntry>();
        if (TooMany(end.Entries, limits, findings))
        {
            return entries;
        }

        zip.Position = end.DirectoryAt;
        // Not disposed: that would close the zip.
        var buffered = new BufferedStream(zip, 1 << 16);
        var left = end.DirectoryBytes;
        var fixedPart = new byte[RecordBytes];
        while (left >= RecordBytes)
        {
            buffered.ReadExactly(fixedPart);
            var rest = Rest(fixedPart);
            left -= RecordBytes + rest;
            if (BinaryPrimitives.ReadUInt32LittleEndian(fixedPart) != RecordSignature || left < 0)
            {
                Damaged(entries.Count, findings);
                return entries;
            }

            var variable = new byte[rest];
            buffered.ReadExactly(variable);
            if (Entry(fixedPart, variable, findings) is not { } entry)
            {
                Damaged(entries.Count, findings);
                return entries;
            }

            entries.Add(entry);
            if (TooMany(entries.Count, limits, findings))
            {
                return entries;
            }
        }

        // The count of a zip without zip64 records wraps at 65,536.
        if (left != 0 || (entries.Count & 0xFFFF) != (end.Entries & 0xFFFF))
        {
            Damaged(entries.Count, findings);
        }

        return entries;
    }

    private static bool TooMany(long count, PackageLimits limits, Findings findings)
    {
        if (count <= limits.Entries)
        {
            return false;
        }

        findings.Fault(ZipRules.TooManyEntries, "", $"The zip has more than {limits.Entries:N0} files, which is the most a package may have.");
        return true;
    }

    private static void Damaged(int after, Findings findings) =>
        findings.Fault(ZipRules.Directory, "", $"The zip's list of files is damaged after entry {after:N0}. Zip the course again.");

    private static int Rest(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadUInt16LittleEndian(record[28..])
        + BinaryPrimitives.ReadUInt16LittleEndian(record[30..])
        + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);

    private static ZipEntry? Entry(ReadOnlySpan<byte> record, ReadOnlySpan<byte> variable, Findings findings)
    {
        int flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]);
        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        int extraBytes = BinaryPrimitives.ReadUInt16LittleEndian(record[30..]);
        var extra = variable.Slice(nameBytes, extraBytes);
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);
        if (!Widen(extra, ref length, ref packed, ref offset))
        {
            return null;
        }

        var external = BinaryPrimitives.ReadUInt32LittleEndian(record[38..]);
        var name = EntryNames.Decode(variable[..nameBytes], flags, extra, out var guessed);
        if (guessed)
        {
            findings.Warn(ZipRules.NameEncoding, name, "The name is marked as UTF-8 but is not. It was read as code page 437; check its letters.");
        }

        return new ZipEntry(
            name,
            flags,
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            packed,
            length,
            offset,
            nameBytes,
            // Only Unix (3) and OS X (19) keep a mode in the upper half.
            record[5] is 3 or 19 ? (int)(external >> 16) : 0,
            (external & 0x10) != 0);
    }

    // APPNOTE 4.5.3: the zip64 field holds, in this order, only those values whose 32-bit form is all ones.
    private static bool Widen(ReadOnlySpan<byte> extra, ref long length, ref long packed, ref long offset)
    {
        if (length != uint.MaxValue && packed != uint.MaxValue && offset != uint.MaxValue)
        {
            return true;
        }

        var wide = EntryNames.Extra(extra, 0x0001);
        return Wide(ref wide, ref length) && Wide(ref wide, ref packed) && Wide(ref wide, ref offset);
    }

    private static bool Wide(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue)
        {
            return true;
        }

        if (field.Length < 8)
        {
            return false;
        }

        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return value >= 0;
    }
}
