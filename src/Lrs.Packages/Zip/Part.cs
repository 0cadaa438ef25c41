namespace Lrs.Packages.Zip;

/// <summary>A stretch of a seekable stream, read from its start. It seeks before every read, so several may be read in turns.</summary>
internal sealed class Part(Stream whole, long start, long length) : ReadOnlyStream
{
    private long done;

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - done);
        if (wanted == 0)
        {
            return 0;
        }

        whole.Position = start + done;
        var read = whole.Read(buffer[..wanted]);
        done += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, length - done);
        if (wanted == 0)
        {
            return 0;
        }

        whole.Position = start + done;
        var read = await whole.ReadAsync(buffer[..wanted], cancellationToken);
        done += read;
        return read;
    }
}
