using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Reports;

/// <summary>Writes the answers of a batch, each as soon as it is known.</summary>
internal interface IBatchWriter
{
    Task Start(CancellationToken cancel);

    /// <summary>An answer that goes into the batch as it is made.</summary>
    Reply Reply(BatchPart part);

    /// <summary>Ends the part whose answer was written last.</summary>
    Task Ended(BatchPart part, CancellationToken cancel);

    Task End(CancellationToken cancel);
}

/// <summary>Answers as parts of a multipart body (4.01 part 1, 11.7.7.5).</summary>
internal sealed class MultipartBatchWriter(HttpResponse response) : IBatchWriter
{
    private readonly string boundary = "batch_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public Task Start(CancellationToken cancel)
    {
        response.ContentType = $"multipart/mixed;boundary={boundary}";
        return Task.CompletedTask;
    }

    public Reply Reply(BatchPart part) => new((reply, cancel) => Begin(part, reply, cancel));

    public Task Ended(BatchPart part, CancellationToken cancel) => Text("\r\n", cancel);

    private async ValueTask<PipeWriter?> Begin(BatchPart part, Reply reply, CancellationToken cancel)
    {
        var head = new StringBuilder();
        head.Append("--").Append(boundary).Append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (part.Id is { } id && !id.AsSpan().ContainsAny('\r', '\n'))
        {
            head.Append("Content-ID: ").Append(id).Append("\r\n");
        }

        head.Append("\r\nHTTP/1.1 ").Append(reply.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(reply.Status)).Append("\r\n");
        foreach (var (name, value) in reply.Headers)
        {
            head.Append(name).Append(": ").Append(value.ToString()).Append("\r\n");
        }

        head.Append("\r\n");
        await Text(head.ToString(), cancel);
        return part.Inquiry?.IsHead is true || reply.Status is 204 or 304 ? null : response.BodyWriter;
    }

    public Task End(CancellationToken cancel) => Text($"--{boundary}--\r\n", cancel);

    private async Task Text(string text, CancellationToken cancel) => await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
}

/// <summary>Answers as members of a JSON object (JSON Format 4.01, 19.4).</summary>
internal sealed class JsonBatchWriter(HttpResponse response) : IBatchWriter
{
    private bool first = true;
    private MemoryStream? text;

    public Task Start(CancellationToken cancel)
    {
        response.ContentType = "application/json;charset=utf-8";
        return Text("{\"responses\":[", cancel);
    }

    public Reply Reply(BatchPart part) => new((reply, cancel) => Begin(part, reply, cancel)) { WithinJson = true };

    // JSON stands as it is; text as a string.
    public async Task Ended(BatchPart part, CancellationToken cancel)
    {
        if (text is not null)
        {
            await Text(Quoted(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length)), cancel);
            text = null;
        }

        await Text("}", cancel);
    }

    public Task End(CancellationToken cancel) => Text("]}", cancel);

    private async ValueTask<PipeWriter?> Begin(BatchPart part, Reply reply, CancellationToken cancel)
    {
        var headers = reply.Headers.Select(h => $"{Quoted(h.Key.ToLowerInvariant())}:{Quoted(h.Value.ToString())}");
        await Text($"{(first ? "" : ",")}{{\"id\":{Quoted(part.Id ?? "")},\"status\":{reply.Status},\"headers\":{{{string.Join(',', headers)}}}", cancel);
        first = false;
        if (part.Inquiry?.IsHead is true || reply.Status is 204 or 304)
        {
            return null;
        }

        await Text(",\"body\":", cancel);
        text = reply.IsJson ? null : new MemoryStream();
        return text is null ? response.BodyWriter : PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true));
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private async Task Text(string text, CancellationToken cancel) => await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
}
