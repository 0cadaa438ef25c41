namespace Lrs.Tests.Data;

/// <summary>A request body: comes once, its length unknown.</summary>
internal class Unseekable(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();
}

/// <summary>A sender that goes away after so many bytes.</summary>
internal sealed class BreaksOff(int after) : Unseekable(new byte[after])
{
    public const string Reason = "The client went away.";

    public override int Read(Span<byte> buffer) => AtLeastOne(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => AtLeastOne(base.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        AtLeastOne(await base.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private static int AtLeastOne(int read) => read > 0 ? read : throw new IOException(Reason);
}
