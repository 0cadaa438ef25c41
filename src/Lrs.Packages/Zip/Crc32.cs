using System.Buffers.Binary;

namespace Lrs.Packages.Zip;

/// <summary>CRC-32 as zip uses it (ISO 3309, reflected polynomial 0xEDB88320), eight bytes at a step.</summary>
internal struct Crc32
{
    private static readonly uint[][] Tables = MakeTables();
    private uint state;

    public readonly uint Value => state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32();
        crc.Add(bytes);
        return crc.Value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = ~state;
        var t = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][low & 0xFF] ^ t[6][(low >> 8) & 0xFF] ^ t[5][(low >> 16) & 0xFF] ^ t[4][low >> 24]
                ^ t[3][high & 0xFF] ^ t[2][(high >> 8) & 0xFF] ^ t[1][(high >> 16) & 0xFF] ^ t[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
        {
            crc = t[0][(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        state = ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < 8; k++)
        {
            tables[k] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var value = k == 0 ? i : tables[k - 1][i];
                for (var bit = 0; bit < (k == 0 ? 8 : 0); bit++)
                {
                    value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
                }

                tables[k][i] = k == 0 ? value : tables[0][value & 0xFF] ^ (value >> 8);
            }
        }

        return tables;
    }
}
