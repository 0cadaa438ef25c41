namespace Lrs.Data.Blobs;

/// <summary>A part of a blob, as HTTP's Range header can ask for it (RFC 9110 §14.1.2).</summary>
public sealed record BlobRange
{
    private readonly bool fromEnd;
    private readonly long offset;
    private readonly long? count;

    private BlobRange(bool fromEnd, long offset, long? count)
    {
        this.fromEnd = fromEnd;
        this.offset = offset;
        this.count = count;
    }

    /// <summary>From a position on: so many bytes, or to the end when <paramref name="count"/> is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or the count not positive.</exception>
    public static BlobRange From(long offset, long? count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count ?? 1, nameof(count));
        return new BlobRange(fromEnd: false, offset, count);
    }

    /// <summary>The last bytes; the whole blob when it has fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static BlobRange Last(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new BlobRange(fromEnd: true, 0, count);
    }

    /// <summary>What is left of the range in a blob of this length: a count of 0 when nothing is.</summary>
    internal (long Offset, long Count) Within(long length)
    {
        var start = fromEnd ? Math.Max(0, length - count!.Value) : Math.Min(offset, length);
        return (start, Math.Min(count ?? long.MaxValue, length - start));
    }
}
