using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// An attachment's data on its way in: hashed as it is read, and at its end either what its hash says or an exception, so that whoever
/// stores it never stores anything else. A signature is kept in memory besides, to be checked.
/// </summary>
/// <param name="source">The part's body.</param>
/// <param name="hash">The hash it is announced with, lower-case hexadecimal.</param>
/// <param name="limit">The most bytes it may have.</param>
/// <param name="copy">Takes a copy of the bytes; null for none.</param>
internal sealed class ArrivingData(Stream source, string hash, long limit, MemoryStream? copy) : Stream
{
    private readonly Sha2 sum = Sha2.OfDigits(hash.Length);
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Bytes read so far.</summary>
    public long Received { get; private set; }

    /// <exception cref="WrongHashException">The data has ended and is not what its hash says.</exception>
    /// <exception cref="BodyTooLargeException">It is longer than the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ended || buffer.Length == 0)
        {
            return 0;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        Received += read;
        if (Received > limit)
        {
            throw new BodyTooLargeException(limit, "attachment");
        }

        sum.Append(buffer.Span[..read]);
        copy?.Write(buffer.Span[..read]);
        if (read == 0)
        {
            ended = true;
            var real = sum.Finish();
            if (real != hash)
            {
                throw new WrongHashException(real);
            }
        }

        return read;
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
            sum.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Data is not what the hash it came with says.</summary>
internal sealed class WrongHashException(string real) : Exception($"The hash of the data is {real}.")
{
    /// <summary>The hash of what came.</summary>
    public string Real => real;
}
