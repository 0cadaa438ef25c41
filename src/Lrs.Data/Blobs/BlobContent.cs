namespace Lrs.Data.Blobs;

/// <summary>An open blob, or the part of it that was asked for. Disposing it closes the stream.</summary>
/// <param name="Stream">Yields exactly <paramref name="Count"/> bytes; not always seekable.</param>
/// <param name="Length">The size of the whole blob in bytes.</param>
/// <param name="Offset">Where in the blob the stream starts.</param>
/// <param name="Count">How many bytes the stream yields; 0 when the range lies beyond the end (RFC 9110 §15.5.17 wants 416 then).</param>
public sealed record BlobContent(Stream Stream, long Length, long Offset, long Count) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
