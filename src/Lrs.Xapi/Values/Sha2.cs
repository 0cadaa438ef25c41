using System.Security.Cryptography;

namespace Lrs.Xapi;

/// <summary>
/// The hash that an attachment names (Data 2.4.11), computed as its data comes. Which of the SHA-2 functions it is, its length tells: 56, 64, 96
/// or 128 hexadecimal digits.
/// </summary>
public sealed class Sha2 : IDisposable
{
    private readonly IncrementalHash? hash;
    private readonly Sha224? shortest;

    private Sha2(IncrementalHash? hash, Sha224? shortest) => (this.hash, this.shortest) = (hash, shortest);

    /// <summary>The function whose results have so many hexadecimal digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static Sha2 OfDigits(int digits) => digits switch
    {
        56 => new(null, new Sha224()),
        64 => new(IncrementalHash.CreateHash(HashAlgorithmName.SHA256), null),
        96 => new(IncrementalHash.CreateHash(HashAlgorithmName.SHA384), null),
        128 => new(IncrementalHash.CreateHash(HashAlgorithmName.SHA512), null),
        _ => throw new ArgumentOutOfRangeException(nameof(digits), digits, "A SHA-2 hash has 56, 64, 96 or 128 hexadecimal digits."),
    };

    /// <summary>Takes in the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        hash?.AppendData(bytes);
        shortest?.Append(bytes);
    }

    /// <summary>The hash of all bytes taken in, lower-case hexadecimal. Nothing can be appended after it.</summary>
    public string Finish() => Convert.ToHexStringLower(hash?.GetHashAndReset() ?? shortest!.Finish());

    /// <inheritdoc/>
    public void Dispose() => hash?.Dispose();
}
