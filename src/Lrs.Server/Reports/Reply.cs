using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using Lrs.Server.Http;

namespace Lrs.Server.Reports;

/// <summary>
/// An answer that is sent as it is made. The beginning is kept until there is some of it, so that a fault that shows at once is an answer of
/// its own and a small answer goes out in one piece with its length; from then on nothing is kept, and whoever writes waits for whoever reads.
/// </summary>
/// <param name="begin">Sends status and headers and tells where the body goes; null when none is wanted.</param>
internal sealed class Reply(Func<Reply, CancellationToken, ValueTask<PipeWriter?>> begin) : IBufferWriter<byte>
{
    private const int Kept = 16 * 1024;
    private const int Sent = 32 * 1024;
    private const int MostKept = 16 * 1024 * 1024;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    private readonly ArrayBufferWriter<byte> kept = new(1024);
    private long last = Stopwatch.GetTimestamp();
    private PipeWriter? body;
    private int waiting;

    public int Status { get; set; } = 200;

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <summary>Are status and headers on their way, so that nothing about them can change?</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Did something go wrong after the beginning was sent? Then the connection must end before the answer does.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Is the body one entity, property or document, which has an ETag?</summary>
    public bool IsOneThing { get; set; }

    /// <summary>Does the answer stand within a JSON document, which takes bodies that are no JSON as one string only?</summary>
    public bool WithinJson { get; init; }

    /// <summary>Is the body JSON?</summary>
    public bool IsJson => Headers.ContentType.ToString().StartsWith("application/json", StringComparison.Ordinal);

    /// <summary>The length of the body while all of it is still here.</summary>
    public int Length => kept.WrittenCount;

    private IBufferWriter<byte> To => body ?? (IBufferWriter<byte>)kept;

    /// <summary>Is there enough, or has enough time passed, that what was written should go out?</summary>
    public bool IsDue(long pending) => pending + waiting >= (HasBegun ? Sent : Kept) || Stopwatch.GetElapsedTime(last) > Moment;

    /// <summary>Sends what was written, if it is due; true when that had to wait for the client.</summary>
    /// <exception cref="ReplyTooLargeException">The body must stay in one piece and is too large for that.</exception>
    public async ValueTask Flow(CancellationToken cancel)
    {
        if (WithinJson && !IsJson)
        {
            _ = kept.WrittenCount <= MostKept ? true : throw new ReplyTooLargeException();
            return;
        }

        if (!HasBegun)
        {
            await Begin(cancel);
        }

        await Flush(cancel);
    }

    /// <summary>Sends what is left.</summary>
    public async ValueTask Finish(CancellationToken cancel)
    {
        if (IsBroken)
        {
            return;
        }

        if (!HasBegun)
        {
            Headers.ContentLength = WithinJson || Status is 204 or 304 ? null : kept.WrittenCount;
            await Begin(cancel);
        }

        await Flush(cancel);
    }

    /// <summary>Ends the writing of one thing: it gets its ETag, and nothing of it is sent again to who has it already (4.01 part 1, 8.3.1).</summary>
    public void Tag(Inquiry inquiry)
    {
        if (Status is not 200 || !IsOneThing || kept.WrittenCount == 0)
        {
            return;
        }

        var tag = ETags.Of(kept.WrittenSpan);

        // Weak: the same entity in another form has another tag, and what the tag is of may be written in another order one day.
        Headers.ETag = $"W/\"{tag}\"";
        if (ETags.Holds(inquiry.Headers.IfNoneMatch, tag))
        {
            Status = 304;
            Headers.ContentType = default;
            kept.ResetWrittenCount();
        }
    }

    /// <summary>Makes it an answer of its own that something went wrong; false when it is too late for that, and the answer is broken.</summary>
    public bool Fail(int status)
    {
        IsBroken = HasBegun;
        if (IsBroken)
        {
            return false;
        }

        Status = status;
        IsOneThing = false;
        kept.ResetWrittenCount();
        waiting = 0;
        foreach (var name in new[] { "Content-Disposition", "Link", "Preference-Applied" })
        {
            Headers.Remove(name);
        }

        return true;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => To.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => To.GetSpan(sizeHint);

    public void Advance(int count)
    {
        To.Advance(count);
        waiting += count;
    }

    private async ValueTask Begin(CancellationToken cancel)
    {
        HasBegun = true;
        body = await begin(this, cancel) ?? PipeWriter.Create(Stream.Null);
        body.Write(kept.WrittenSpan);
        kept.Clear();
    }

    private async ValueTask Flush(CancellationToken cancel)
    {
        waiting = 0;
        await body!.FlushAsync(cancel);
        last = Stopwatch.GetTimestamp();
    }
}

/// <summary>An answer that must be gathered before it is sent is too large for that.</summary>
internal sealed class ReplyTooLargeException : Exception;
