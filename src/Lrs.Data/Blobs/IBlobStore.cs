namespace Lrs.Data.Blobs;

/// <summary>
/// Where the bytes of course files and attachments lie: a folder, or Azure Blob Storage. A blob is written once and never
/// changed; its name is made from the hash of its content, such as <c>ab/abcdef…</c> (see <see cref="BlobName"/>).
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Keeps the content under a name that is not taken yet. The content is read as it comes, never held whole. When this
    /// returns, the blob is durable; when it throws, or the process dies, there is no blob, not half a one.
    /// </summary>
    /// <returns>True when the blob is new; false when the name was taken, and what was there is left as it is.</returns>
    /// <exception cref="ArgumentException">The name is not a blob name.</exception>
    /// <exception cref="BlobsUnavailableException">The store cannot be reached or written. What reading the content throws comes out as it is.</exception>
    Task<bool> Put(string name, Stream content, CancellationToken cancel);

    /// <summary>Opens a blob for reading, whole (<paramref name="range"/> null) or a part of it.</summary>
    /// <returns>The content, to be disposed by the caller; null when there is no such blob.</returns>
    /// <exception cref="ArgumentException">The name is not a blob name.</exception>
    /// <exception cref="BlobsUnavailableException">The store cannot be reached or read.</exception>
    Task<BlobContent?> Open(string name, BlobRange? range, CancellationToken cancel);

    /// <summary>Removes a blob. Readers who have it open may finish on a folder; on Azure they may be cut short.</summary>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException">The name is not a blob name.</exception>
    /// <exception cref="BlobsUnavailableException">The store cannot be reached or written.</exception>
    Task<bool> Delete(string name, CancellationToken cancel);

    /// <summary>The blobs whose names start with a text (empty for all), in no particular order.</summary>
    /// <exception cref="ArgumentException">No blob name can start so.</exception>
    /// <exception cref="BlobsUnavailableException">The store cannot be reached or read.</exception>
    IAsyncEnumerable<BlobEntry> List(string prefix, CancellationToken cancel);
}

/// <summary>A blob in a listing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record BlobEntry(string Name, long Length);

/// <summary>The blob store cannot be used: unreachable, refused, full, or wrongly configured. The message is for an administrator.</summary>
public sealed class BlobsUnavailableException(string message, Exception? inner) : Exception(message, inner);
