using Lrs.Data.Blobs;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.Courses;

/// <summary>Which part of a file a request wants (RFC 9110 §14). Videos do not play in Safari without this.</summary>
internal abstract record FileRange
{
    private FileRange()
    {
    }

    /// <summary>All of it: nothing else was asked for, or what was asked for may be ignored (several parts, another unit, an If-Range that no longer holds).</summary>
    public sealed record Whole : FileRange;

    /// <summary>One part, within the file.</summary>
    public sealed record Part(long Offset, long Count) : FileRange
    {
        public BlobRange Blob => BlobRange.From(Offset, Count);
    }

    /// <summary>No part of the file: 416.</summary>
    public sealed record Beyond : FileRange;

    /// <summary>Reads the headers of a request for a file of this length and tag.</summary>
    public static FileRange Of(HttpRequest request, long length, string tag)
    {
        if (!HttpMethods.IsGet(request.Method)
            || length == 0
            || !RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header)
            || !header.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            || header.Ranges.Count != 1
            || (request.Headers.IfRange.Count > 0 && request.Headers.IfRange.ToString() != $"\"{tag}\""))
        {
            return new Whole();
        }

        var range = header.Ranges.Single();
        var (from, to) = range.From is { } start
            ? (start, Math.Min(range.To ?? long.MaxValue, length - 1))
            : (length - Math.Min(range.To ?? 0, length), length - 1);
        return from >= length || from > to ? new Beyond() : new Part(from, to - from + 1);
    }
}
