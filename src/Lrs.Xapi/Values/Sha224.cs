using System.Buffers.Binary;
using System.Numerics;

namespace Lrs.Xapi;

/// <summary>SHA-224 (FIPS 180-4, 6.3), which the platform does not have: SHA-256 from another beginning, cut short.</summary>
internal sealed class Sha224
{
    private const int BlockSize = 64;

    private static readonly uint[] Constants = [.. Enumerable.Range(2, 400).Where(IsPrime).Take(64).Select(prime => Fraction(Math.Cbrt, prime))];

    // FIPS 180-4, 5.3.2.
    private readonly uint[] state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
    private readonly byte[] block = new byte[BlockSize];
    private int filled;
    private ulong length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        length += (ulong)bytes.Length;
        while (bytes.Length > 0)
        {
            var taken = Math.Min(bytes.Length, BlockSize - filled);
            bytes[..taken].CopyTo(block.AsSpan(filled));
            bytes = bytes[taken..];
            filled += taken;
            if (filled == BlockSize)
            {
                Compress();
                filled = 0;
            }
        }
    }

    public byte[] Finish()
    {
        var bits = length * 8;
        Append([0x80]);
        while (filled != BlockSize - 8)
        {
            Append([0]);
        }

        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(end, bits);
        Append(end);

        var result = new byte[28];
        for (var word = 0; word < 7; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(word * 4), state[word]);
        }

        return result;
    }

    // FIPS 180-4, 6.2.2.
    private void Compress()
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 64; t++)
        {
            w[t] = t < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(t * 4))
                : Mixed(w[t - 2], 17, 19, 10) + w[t - 7] + Mixed(w[t - 15], 7, 18, 3) + w[t - 16];
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            var first = h + Turned(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
            var second = Turned(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        ReadOnlySpan<uint> after = [a, b, c, d, e, f, g, h];
        for (var word = 0; word < 8; word++)
        {
            state[word] += after[word];
        }
    }

    private static uint Turned(uint x, int one, int two, int three) => BitOperations.RotateRight(x, one) ^ BitOperations.RotateRight(x, two) ^ BitOperations.RotateRight(x, three);

    private static uint Mixed(uint x, int one, int two, int shift) => BitOperations.RotateRight(x, one) ^ BitOperations.RotateRight(x, two) ^ (x >> shift);

    private static bool IsPrime(int number) => Enumerable.Range(2, number - 2).TakeWhile(divisor => divisor * divisor <= number).All(divisor => number % divisor != 0);

    // The first 32 bits of the fraction of a root (4.2.2); a double holds them all, the roots being below 8.
    private static uint Fraction(Func<double, double> root, int number)
    {
        var value = root(number);
        return (uint)((value - Math.Floor(value)) * 4294967296.0);
    }
}
