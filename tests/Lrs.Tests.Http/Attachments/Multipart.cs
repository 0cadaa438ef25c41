using System.Security.Cryptography;
using System.Text;

namespace Lrs.Tests.Http.Attachments;

/// <summary>One part of a multipart body: its headers as sent, and its bytes.</summary>
internal sealed record Part(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>An attachment's data as the specification wants it.</summary>
    public static Part Data(byte[] bytes, string type = "application/octet-stream", string? hash = null, string? encoding = "binary")
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = type, ["X-Experience-API-Hash"] = hash ?? Multipart.Sha256(bytes) };
        if (encoding is not null)
        {
            headers["Content-Transfer-Encoding"] = encoding;
        }

        return new Part(headers, bytes);
    }

    public static Part Json(string json, string type = "application/json") => new(new Dictionary<string, string> { ["Content-Type"] = type }, Encoding.UTF8.GetBytes(json));
}

/// <summary>Multipart bodies written and read byte by byte, without the server's own code.</summary>
internal static class Multipart
{
    private const string Boundary = "-------314159265358979323846";

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A body of these parts.</summary>
    public static HttpContent Content(params Part[] parts)
    {
        var bytes = new List<byte>();
        void Line(string text) => bytes.AddRange(Encoding.ASCII.GetBytes(text + "\r\n"));
        foreach (var part in parts)
        {
            Line($"--{Boundary}");
            foreach (var (name, value) in part.Headers)
            {
                Line($"{name}: {value}");
            }

            Line("");
            bytes.AddRange(part.Body);
            Line("");
        }

        Line($"--{Boundary}--");
        return Raw([.. bytes], $"multipart/mixed; boundary={Boundary}");
    }

    public static HttpContent Raw(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>The parts of an answer; its header must have exactly the form that parsers cut.</summary>
    public static async Task<List<Part>> Read(HttpResponseMessage answer)
    {
        var type = answer.Content.Headers.NonValidated["Content-Type"].ToString();
        const string start = "multipart/mixed; boundary=";
        if (!type.StartsWith(start, StringComparison.Ordinal) || type.Contains('"', StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The answer is {type}.");
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        var divider = Encoding.ASCII.GetBytes($"--{type[start.Length..]}");
        var parts = new List<Part>();
        var at = divider.Length;
        while (body.AsSpan(at).StartsWith("\r\n"u8))
        {
            at += 2;
            var headEnd = at + body.AsSpan(at).IndexOf("\r\n\r\n"u8);
            var headers = Encoding.ASCII.GetString(body, at, headEnd - at).Split("\r\n").Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
            var end = headEnd + 4 + body.AsSpan(headEnd + 4).IndexOf([.. "\r\n"u8, .. divider]);
            parts.Add(new Part(headers, body[(headEnd + 4)..end]));
            at = end + 2 + divider.Length;
        }

        return body.AsSpan(at).SequenceEqual("--\r\n"u8) ? parts : throw new InvalidDataException("The answer does not end as multipart does.");
    }

    /// <summary>The <c>attachments</c> property with one attachment for each content.</summary>
    public static string Attached(params byte[][] contents) => $"\"attachments\":[{string.Join(',', contents.Select(bytes => Described(bytes)))}],";

    /// <summary>An attachment's description.</summary>
    public static string Described(byte[] bytes, string? hash = null, string? fileUrl = null, string usage = "http://example.org/usage/proof", string type = "application/octet-stream") =>
        $$"""{"usageType":"{{usage}}","display":{"en":"proof"},"contentType":"{{type}}","length":{{bytes.Length}},"sha2":"{{hash ?? Sha256(bytes)}}"{{(fileUrl is null ? "" : $",\"fileUrl\":\"{fileUrl}\"")}}}""";

    /// <summary>Posts a multipart body.</summary>
    public static Task<HttpResponseMessage> Send(this TestLrs lrs, params Part[] parts) => lrs.Http.PostAsync("/xapi/statements", Content(parts));

    /// <summary>The rules that a 400 names.</summary>
    public static async Task<List<string>> Faults(HttpResponseMessage answer)
    {
        if (answer.StatusCode is not System.Net.HttpStatusCode.BadRequest)
        {
            return [$"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"];
        }

        return [.. (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("rule").GetString()!)];
    }
}
