using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.Reports;

/// <summary>Reads a batch in the multipart format (4.01 part 1, 11.7.7): parts that hold a whole request each, as text.</summary>
internal static class MultipartBatch
{
    /// <summary>The parts; null when the body is not what its boundary says.</summary>
    public static async Task<List<BatchPart>?> Read(ReadOnlyMemory<byte> body, string contentType, int most, IReadOnlyList<string> hosts, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var parts = new List<BatchPart>();
        var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false)) { BodyLengthLimit = body.Length };
        try
        {
            while (parts.Count <= most && await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                parts.Add(await Part(section, parts, hosts, cancel));
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return null;
        }

        return parts;
    }

    private static async Task<BatchPart> Part(MultipartSection section, List<BatchPart> earlier, IReadOnlyList<string> hosts, CancellationToken cancel)
    {
        var id = section.Headers?.TryGetValue("Content-ID", out var given) is true ? given.ToString() : null;
        using var reader = new StreamReader(section.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancel);
        var kind = section.ContentType?.Split(';')[0].Trim();
        if (kind is "multipart/mixed")
        {
            return BatchPart.Wrong(id, 405, "method", "This service only reads; a change set is not for it.");
        }

        return kind is "application/http"
            ? Request(id, text.ReplaceLineEndings("\n"), earlier, hosts)
            : BatchPart.Wrong(id, 400, "batch.part", $"A part of a batch is application/http, not '{section.ContentType}'.");
    }

    private static BatchPart Request(string? id, string text, List<BatchPart> earlier, IReadOnlyList<string> hosts)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).TrimStart('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0].Split(' ') is not [var method, .. var url, _] || url.Length == 0)
        {
            return BatchPart.Wrong(id, 400, "batch.part", "A part of a batch begins with a line such as 'GET Courses HTTP/1.1'.");
        }

        var headers = new HeaderDictionary();
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        // Some clients leave spaces in addresses as they are.
        var part = BatchPart.Of(id, method, string.Join(' ', url), headers, earlier, hosts);
        return part.Inquiry is null || end < 0 ? part : part with { Inquiry = part.Inquiry with { Body = text[(end + 2)..].TrimEnd('\n') } };
    }
}
