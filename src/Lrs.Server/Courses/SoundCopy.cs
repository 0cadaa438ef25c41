using System.Security.Cryptography;
using Lrs.Data.Blobs;

namespace Lrs.Server.Courses;

/// <summary>The bytes of a course file in the blob store are not those that were imported, or are gone. The message is for an administrator.</summary>
internal sealed class DamagedFileException(string message) : Exception(message);

/// <summary>
/// Sends a file and makes sure that it is the one that was imported: browsers keep it for a year under its hash. What fits into one buffer is
/// checked before the first byte goes out; of a longer one the last bytes are held back, so that a damaged file never arrives whole.
/// </summary>
internal static class SoundCopy
{
    private const int Buffer = 256 * 1024;

    /// <summary>Opens the blob, whole or in part.</summary>
    /// <exception cref="DamagedFileException">It is missing, or has another length.</exception>
    /// <exception cref="BlobsUnavailableException">The store cannot be read.</exception>
    public static async Task<BlobContent> Open(IBlobStore blobs, StoredFile file, BlobRange? range, CancellationToken cancel)
    {
        var content = await blobs.Open(file.Blob, range, cancel) ?? throw new DamagedFileException($"The blob {file.Blob}, which is {file.Path} of a course, is missing.");
        if (content.Length == file.Length)
        {
            return content;
        }

        await content.DisposeAsync();
        throw new DamagedFileException($"The blob {file.Blob}, which is {file.Path} of a course, is damaged: it has {content.Length} bytes and had {file.Length}.");
    }

    /// <summary>Sends the whole content.</summary>
    /// <exception cref="DamagedFileException">It is not what was imported.</exception>
    public static async Task Whole(Stream content, StoredFile file, Stream target, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (now, next) = (new byte[Math.Min(Buffer, file.Length + 1)], Array.Empty<byte>());
        var count = await Read(content, now, hash, cancel);
        while (count == now.Length)
        {
            next = next.Length == 0 ? new byte[now.Length] : next;
            var following = await Read(content, next, hash, cancel);
            if (following == 0)
            {
                break;
            }

            await target.WriteAsync(now.AsMemory(0, count), cancel);
            (now, next, count) = (next, now, following);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Hash)
        {
            throw new DamagedFileException($"The blob {file.Blob}, which is {file.Path} of a course, is damaged: its content has changed.");
        }

        await target.WriteAsync(now.AsMemory(0, count), cancel);
    }

    private static async Task<int> Read(Stream content, byte[] buffer, IncrementalHash hash, CancellationToken cancel)
    {
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        hash.AppendData(buffer, 0, read);
        return read;
    }
}
