using System.Security.Cryptography;

namespace Lrs.Server.Operations;

/// <summary>Copies that say what they copied.</summary>
internal static class Hashed
{
    /// <summary>Copies a stream to its end; gives the length and the SHA-256 in lower-case hexadecimal.</summary>
    public static async Task<(long Length, string Sha256)> Copy(Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var length = 0L;
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            length += read;
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
