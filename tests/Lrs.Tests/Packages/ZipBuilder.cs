using System.IO.Compression;
using System.Text;

namespace Lrs.Tests.Packages;

/// <summary>An entry as it will be written, true or not.</summary>
internal sealed record RawEntry
{
    public required byte[] Name { get; init; }
    public required byte[] Data { get; init; }
    public required uint Crc { get; init; }
    public required uint Length { get; init; }
    public uint? Packed { get; init; }
    public int Flags { get; init; } = 0x800;
    public int Method { get; init; } = 8;
    public int MadeBy { get; init; } = 3;
    public uint External { get; init; } = 0x81A40000;
    public byte[] Extra { get; init; } = [];
    public uint? Offset { get; init; }
    public bool Zip64 { get; init; }
    public uint LocalSignature { get; init; } = 0x04034B50;
}

/// <summary>Writes zips byte by byte, so that a test can make any of them wrong.</summary>
internal sealed class ZipBuilder
{
    private readonly List<RawEntry> entries = [];

    public byte[] Prefix { get; init; } = [];
    public bool OffsetsCountThePrefix { get; init; }
    public byte[] Suffix { get; init; } = [];
    public bool Zip64 { get; init; }
    public int Disk { get; init; }
    public int DirectoryShift { get; init; }
    public int CountShift { get; init; }

    public ZipBuilder File(string name, string text = "x") => File(name, Encoding.UTF8.GetBytes(text));

    public ZipBuilder File(string name, byte[] content, Func<RawEntry, RawEntry>? bend = null)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        var entry = new RawEntry { Name = Encoding.UTF8.GetBytes(name), Data = packed.ToArray(), Crc = Crc32(content), Length = (uint)content.Length };
        entries.Add(bend is null ? entry : bend(entry));
        return this;
    }

    public ZipBuilder Bent(string name, Func<RawEntry, RawEntry> bend) => File(name, "x"u8.ToArray(), bend);

    public Stream Build()
    {
        var zip = new MemoryStream();
        zip.Write(Prefix);
        var writer = new BinaryWriter(zip);
        var shift = OffsetsCountThePrefix ? 0 : Prefix.Length;
        var directory = new MemoryStream();
        foreach (var entry in entries)
        {
            var offset = entry.Offset ?? (uint)(zip.Position - shift);
            Local(writer, entry);
            Central(new BinaryWriter(directory), entry, offset);
        }

        var at = zip.Position - shift;
        zip.Write(directory.ToArray());
        End(writer, at, directory.Length);
        zip.Write(Suffix);
        zip.Position = 0;
        return zip;
    }

    private static void Local(BinaryWriter writer, RawEntry entry)
    {
        writer.Write(entry.LocalSignature);
        writer.Write((ushort)45);
        writer.Write((ushort)entry.Flags);
        writer.Write((ushort)entry.Method);
        writer.Write(0x58210000);
        writer.Write(entry.Crc);
        writer.Write(entry.Packed ?? (uint)entry.Data.Length);
        writer.Write(entry.Length);
        writer.Write((ushort)entry.Name.Length);
        writer.Write((ushort)0);
        writer.Write(entry.Name);
        writer.Write(entry.Data);
    }

    private static void Central(BinaryWriter writer, RawEntry entry, uint offset)
    {
        var packed = entry.Packed ?? (uint)entry.Data.Length;
        var extra = entry.Extra;
        if (entry.Zip64)
        {
            extra = [1, 0, 24, 0, .. BitConverter.GetBytes((long)entry.Length), .. BitConverter.GetBytes((long)packed), .. BitConverter.GetBytes((long)offset)];
        }

        writer.Write(0x02014B50u);
        writer.Write((byte)45);
        writer.Write((byte)entry.MadeBy);
        writer.Write((ushort)45);
        writer.Write((ushort)entry.Flags);
        writer.Write((ushort)entry.Method);
        writer.Write(0x58210000);
        writer.Write(entry.Crc);
        writer.Write(entry.Zip64 ? uint.MaxValue : packed);
        writer.Write(entry.Zip64 ? uint.MaxValue : entry.Length);
        writer.Write((ushort)entry.Name.Length);
        writer.Write((ushort)extra.Length);
        writer.Write(0);
        writer.Write((ushort)0);
        writer.Write(entry.External);
        writer.Write(entry.Zip64 ? uint.MaxValue : offset);
        writer.Write(entry.Name);
        writer.Write(extra);
    }

    private void End(BinaryWriter writer, long at, long bytes)
    {
        var count = entries.Count + CountShift;
        if (Zip64)
        {
            var record = writer.BaseStream.Position;
            writer.Write(0x06064B50u);
            writer.Write(44L);
            writer.Write((ushort)45);
            writer.Write((ushort)45);
            writer.Write(0L);
            writer.Write((long)count);
            writer.Write((long)count);
            writer.Write(bytes);
            writer.Write(at);
            writer.Write(0x07064B50u);
            writer.Write(0);
            writer.Write(record);
            writer.Write(1);
        }

        writer.Write(0x06054B50u);
        writer.Write((ushort)Disk);
        writer.Write((ushort)Disk);
        writer.Write((ushort)(Zip64 ? 0xFFFF : count));
        writer.Write((ushort)(Zip64 ? 0xFFFF : count));
        writer.Write(Zip64 ? uint.MaxValue : (uint)bytes);
        writer.Write(Zip64 ? uint.MaxValue : (uint)(at + DirectoryShift));
        writer.Write((ushort)0);
    }

    /// <summary>Bit by bit, so that it shares nothing with the code it judges.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
