using System.IO.Pipelines;
using Lrs.Server.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Reports;

/// <summary>
/// A whole answer before it is sent, a large one in a file. So a slow client holds no transaction, and a fault half way is an answer
/// of its own and not the end of one that began well.
/// </summary>
internal sealed class Reply : IAsyncDisposable
{
    private const int KeptInMemory = 2 * 1024 * 1024;

    private readonly FileBufferingWriteStream large = new(KeptInMemory);
    private readonly MemoryStream small = new();
    private bool failed;

    public int Status { get; set; } = 200;

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <summary>Where the body is written. What is one thing, and has an ETag, goes into <see cref="Small"/>.</summary>
    public Stream Large => large;

    /// <summary>Where the body of one entity, property or document is written.</summary>
    public Stream Small => small;

    /// <summary>Ends the writing of one thing: it gets its ETag, and nothing of it is sent again to who has it already (4.01 part 1, 8.3.1).</summary>
    public void Tag(Inquiry inquiry)
    {
        if (Status is not 200 || small.Length == 0)
        {
            return;
        }

        var tag = ETags.Of(small.GetBuffer().AsSpan(0, (int)small.Length));

        // Weak: the same entity in another form has another tag, and what the tag is of may be written in another order one day.
        Headers.ETag = $"W/\"{tag}\"";
        if (ETags.Holds(inquiry.Headers.IfNoneMatch, tag))
        {
            Status = 304;
            Headers.ContentType = default;
            small.SetLength(0);
        }
    }

    /// <summary>Makes it an answer of its own that something went wrong; what was written before is not sent.</summary>
    public void Fail(int status)
    {
        Status = status;
        small.SetLength(0);
        Headers.Remove("Content-Disposition");
        Headers.Remove("Link");
        failed = true;
    }

    /// <summary>Copies the body out.</summary>
    public async Task Send(PipeWriter to, CancellationToken cancel)
    {
        if (small.Length > 0)
        {
            await to.WriteAsync(small.GetBuffer().AsMemory(0, (int)small.Length), cancel);
        }

        if (!failed)
        {
            await large.DrainBufferAsync(to, cancel);
        }
    }

    public ValueTask DisposeAsync() => large.DisposeAsync();
}
