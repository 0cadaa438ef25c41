using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lrs.Server.Reports;

/// <summary>Reads a batch in the JSON format (JSON Format 4.01, 19.1).</summary>
internal static class JsonBatch
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 32 };

    /// <summary>The parts; null when the body is no batch.</summary>
    public static List<BatchPart>? Read(ReadOnlyMemory<byte> body, IReadOnlyList<string> hosts)
    {
        try
        {
            var batch = JsonSerializer.Deserialize<Envelope>(body.Span, Reading);
            if (batch?.Requests is not { } requests)
            {
                return null;
            }

            var parts = new List<BatchPart>();
            foreach (var request in requests)
            {
                parts.Add(Part(request, parts, hosts));
            }

            return parts;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BatchPart Part(Request? request, List<BatchPart> earlier, IReadOnlyList<string> hosts)
    {
        if (request is not { Id: { Length: > 0 } id, Method: { Length: > 0 } method, Url: { Length: > 0 } url })
        {
            return BatchPart.Wrong(request?.Id, 400, "batch.part", "A request in a batch has an id, a method and a url.");
        }

        if (earlier.Any(p => p.Id == id))
        {
            return BatchPart.Wrong(id, 400, "batch.part", $"The id '{id}' is given twice.");
        }

        if (request.If is not null)
        {
            return BatchPart.Wrong(id, 501, "unsupported", "'if' is not supported; 'dependsOn' is.");
        }

        var headers = new HeaderDictionary();
        foreach (var (name, value) in request.Headers ?? [])
        {
            headers[name] = value;
        }

        var part = BatchPart.Of(id, method, url, headers, earlier, hosts);
        if (request.DependsOn?.FirstOrDefault(d => earlier.All(p => p.Id != d)) is { } unknown)
        {
            return BatchPart.Wrong(id, 400, "batch.part", $"There is no request '{unknown}' before '{id}'.");
        }

        return part with
        {
            After = [.. part.After, .. request.DependsOn ?? []],
            Inquiry = part.Inquiry is null ? null : part.Inquiry with { Body = request.Body is { ValueKind: JsonValueKind.String } text ? text.GetString() : null },
        };
    }

    private sealed record Envelope(IReadOnlyList<Request?>? Requests);

    private sealed record Request(string? Id, string? Method, string? Url)
    {
        public Dictionary<string, string>? Headers { get; init; }

        public JsonElement? Body { get; init; }

        public IReadOnlyList<string>? DependsOn { get; init; }

        public string? AtomicityGroup { get; init; }

        [JsonPropertyName("if")]
        public string? If { get; init; }
    }
}
