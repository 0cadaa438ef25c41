using System.Text;
using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// An answer with attachments (xAPI Communication 1.5.2, 2.1.3): multipart/mixed, first what would be the answer without, then each content once. The
/// contents are streamed out of the blob store.
/// </summary>
internal sealed class MultipartAnswer(Database database, AttachmentBlobs blobs)
{
    private const int Piece = 64 * 1024;

    /// <summary>Says in the header what comes. Parsers cut the boundary out of this very form: unquoted, first, after one blank.</summary>
    public static string Begin(HttpResponse response)
    {
        var boundary = $"lrs-{Guid.CreateVersion7():N}";
        response.ContentType = $"multipart/mixed; boundary={boundary}";
        return boundary;
    }

    /// <summary>The data that came with these statements and can be given out, each content once.</summary>
    public async Task<IReadOnlyList<AttachmentPart>> PartsOf(TenantId tenant, IEnumerable<ReadOnlyMemory<byte>> bodies, CancellationToken cancel)
    {
        var statements = bodies.Select(StatementReader.ReadStored).Where(statement => statement.AllAttachments.Any()).ToList();
        if (statements.Count == 0)
        {
            return [];
        }

        var rows = await database.Read(tenant, work => AttachmentRows.Of(work, [.. statements.Select(statement => statement.Id!.Value)]), cancel);
        var came = rows.ToHashSet();
        return
        [
            .. from statement in statements
               from attachment in statement.AllAttachments
               let blob = AttachmentNames.For(tenant, AttachmentNames.HashOf(attachment))
               where came.Contains((statement.Id!.Value, blob))
               group attachment by blob into same
               select new AttachmentPart(same.Key, same.First()),
        ];
    }

    /// <summary>Begins the part that holds the statements.</summary>
    public static ValueTask<System.IO.Pipelines.FlushResult> First(HttpResponse response, string boundary) =>
        response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: application/json\r\n\r\n"));

    /// <summary>Writes the parts with data, and the end.</summary>
    public async Task Rest(HttpResponse response, string boundary, IReadOnlyList<AttachmentPart> parts, CancellationToken cancel)
    {
        foreach (var (blob, attachment) in parts)
        {
            await using var data = await blobs.Open(blob, cancel);
            var head = $"\r\n--{boundary}\r\nContent-Type: {Safe(attachment.ContentType)}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {attachment.Sha2}\r\n\r\n";
            await response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(head), cancel);
            for (int read; (read = await data.Stream.ReadAsync(response.BodyWriter.GetMemory(Piece), cancel)) > 0;)
            {
                response.BodyWriter.Advance(read);
                await response.BodyWriter.FlushAsync(cancel);
            }
        }

        await response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"), cancel);
    }

    // A type with line breaks in it would end the header and begin another.
    private static string Safe(string contentType) => contentType.All(character => character is >= ' ' and < (char)127) ? contentType : "application/octet-stream";
}

/// <summary>A content that goes out with statements.</summary>
/// <param name="Blob">Its name in the blob store.</param>
/// <param name="Attachment">How a statement describes it.</param>
internal sealed record AttachmentPart(string Blob, Attachment Attachment);
