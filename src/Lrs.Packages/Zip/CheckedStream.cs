namespace Lrs.Packages.Zip;

/// <summary>Unpacked content held to its declared length and CRC-32, which nobody else compares. Never yields more than the declared length.</summary>
internal sealed class CheckedStream(Stream content, ZipEntry entry) : ReadOnlyStream
{
    private Crc32 crc;
    private long done;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(buffer, content.Read(buffer));
        }
        catch (InvalidDataException damaged)
        {
            throw Fault(ZipRules.Corrupt, "The file's data cannot be unpacked; it is damaged.", damaged);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await content.ReadAsync(buffer, cancellationToken);
            return Count(buffer.Span, read);
        }
        catch (InvalidDataException damaged)
        {
            throw Fault(ZipRules.Corrupt, "The file's data cannot be unpacked; it is damaged.", damaged);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<byte> buffer, int read)
    {
        if (read == 0 && buffer.Length > 0)
        {
            AtTheEnd();
            return 0;
        }

        done += read;
        if (done > entry.Length)
        {
            throw Fault(ZipRules.Size, $"The file is longer than the {entry.Length:N0} bytes that the zip declares.");
        }

        crc.Add(buffer[..read]);
        return read;
    }

    private void AtTheEnd()
    {
        if (done != entry.Length)
        {
            throw Fault(ZipRules.Size, $"The file has {done:N0} bytes, but the zip declares {entry.Length:N0}.");
        }

        if (crc.Value != entry.Crc32)
        {
            throw Fault(ZipRules.Crc, "The file's checksum is wrong: its content was damaged.");
        }
    }

    private PackageFaultException Fault(PackageRule rule, string message, Exception? inner = null) =>
        new(new PackageFault(rule.Code, EntryPath.Shown(entry.Name), message + " Export or zip the course again."), inner);
}
