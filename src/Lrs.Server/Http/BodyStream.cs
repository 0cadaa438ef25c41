namespace Lrs.Server.Http;

/// <summary>
/// A request's body as it comes, for what is not held in memory. It ends with an exception when it is longer than the limit, or slower than
/// <see cref="SlowestRate"/> after the first <see cref="BodyBudget.Patience"/>.
/// </summary>
internal sealed class BodyStream : Stream
{
    /// <summary>Bytes a second; slower is hardly a connection, and would hold what the request holds for ever.</summary>
    public const int SlowestRate = 32 * 1024;

    private readonly HttpRequest request;
    private readonly long limit;
    private readonly TimeSpan patience;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenRegistration ending;
    private long received;

    /// <exception cref="BodyTooLargeException">The request says itself that it is longer than <paramref name="limit"/> bytes.</exception>
    public BodyStream(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        (this.request, this.limit) = (request, limit);
        patience = request.HttpContext.RequestServices.GetRequiredService<BodyBudget>().Patience;
        clock = request.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        start = clock.GetTimestamp();

        // The read is ended, not cancelled: a cancelled one could not be followed by the connection's own reading.
        ending = over.Token.Register(request.BodyReader.CancelPendingRead);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="BodyTooLargeException">More came than the limit.</exception>
    /// <exception cref="BadHttpRequestException">It came too slowly (408).</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!request.BodyReader.TryRead(out var read))
        {
            var rest = patience + TimeSpan.FromSeconds((double)received / SlowestRate) - clock.GetElapsedTime(start);
            over.CancelAfter(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
            read = await request.BodyReader.ReadAsync(cancellationToken);
        }

        if (read.IsCanceled)
        {
            request.BodyReader.AdvanceTo(read.Buffer.Start);
            throw new BadHttpRequestException("The body came too slowly.", StatusCodes.Status408RequestTimeout);
        }

        var count = (int)Math.Min(read.Buffer.Length, buffer.Length);
        var taken = read.Buffer.Slice(0, count);
        System.Buffers.BuffersExtensions.CopyTo(taken, buffer.Span);
        request.BodyReader.AdvanceTo(taken.End);
        received += count;
        return received > limit ? throw new BodyTooLargeException(limit) : count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ending.Dispose();
            over.Dispose();
        }

        base.Dispose(disposing);
    }
}
