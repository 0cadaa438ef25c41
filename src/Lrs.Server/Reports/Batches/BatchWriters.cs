using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Reports;

/// <summary>Writes the answers of a batch, each as soon as it is known.</summary>
internal interface IBatchWriter
{
    Task Start(CancellationToken cancel);

    Task Write(BatchPart part, Reply reply, CancellationToken cancel);

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

    public async Task Write(BatchPart part, Reply reply, CancellationToken cancel)
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
        if (part.Inquiry?.IsHead is not true && reply.Status is not (204 or 304))
        {
            await reply.Send(response.BodyWriter, cancel);
        }

        await Text("\r\n", cancel);
    }

    public Task End(CancellationToken cancel) => Text($"--{boundary}--\r\n", cancel);

    private async Task Text(string text, CancellationToken cancel) => await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
}

/// <summary>Answers as members of a JSON object (JSON Format 4.01, 19.4).</summary>
internal sealed class JsonBatchWriter(HttpResponse response) : IBatchWriter
{
    private bool first = true;

    public Task Start(CancellationToken cancel)
    {
        response.ContentType = "application/json;charset=utf-8";
        return Text("{\"responses\":[", cancel);
    }

    public async Task Write(BatchPart part, Reply reply, CancellationToken cancel)
    {
        var headers = reply.Headers.Select(h => $"{Quoted(h.Key.ToLowerInvariant())}:{Quoted(h.Value.ToString())}");
        await Text($"{(first ? "" : ",")}{{\"id\":{Quoted(part.Id ?? "")},\"status\":{reply.Status},\"headers\":{{{string.Join(',', headers)}}}", cancel);
        first = false;
        if (part.Inquiry?.IsHead is not true && reply.Status is not (204 or 304))
        {
            await Text(",\"body\":", cancel);
            await Body(reply, cancel);
        }

        await Text("}", cancel);
    }

    public Task End(CancellationToken cancel) => Text("]}", cancel);

    // JSON stands as it is; text as a string.
    private async Task Body(Reply reply, CancellationToken cancel)
    {
        if (reply.Headers.ContentType.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            await reply.Send(response.BodyWriter, cancel);
            return;
        }

        using var bytes = new MemoryStream();
        var pipe = System.IO.Pipelines.PipeWriter.Create(bytes, new(leaveOpen: true));
        await reply.Send(pipe, cancel);
        await pipe.CompleteAsync();
        await Text(Quoted(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)), cancel);
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private async Task Text(string text, CancellationToken cancel) => await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
}
