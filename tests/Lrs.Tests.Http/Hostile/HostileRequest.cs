using System.Security.Cryptography;
using System.Text;

namespace Lrs.Tests.Http.Hostile;

/// <summary>A request in its parts, before it becomes bytes.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">What stands behind the question mark.</param>
/// <param name="Headers">Headers besides Host, Authorization and the length.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record HostileRequest(string Method, string Path, string Query, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    /// <summary>As it goes over the line.</summary>
    /// <param name="host">Host and port.</param>
    /// <param name="authorization">The credential.</param>
    public byte[] ToBytes(string host, string authorization)
    {
        var head = new StringBuilder($"{Method} {Path}{(Query.Length == 0 ? "" : "?" + Query)} HTTP/1.1\r\nHost: {host}\r\nAuthorization: {authorization}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (Body is not null)
        {
            head.Append("Content-Length: ").Append(Body.Length).Append("\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }
}

/// <summary>Makes requests from right ones, most of them with something wrong: in the body, the query, a header or the method.</summary>
internal sealed class HostileRequests
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH"];
    private static readonly string[] HeaderNames = ["X-Experience-API-Version", "Content-Type", "Accept", "Accept-Language", "If-Match", "If-None-Match", "X-Experience-API-Hash", "Accept-Encoding", "Range", "Origin", "Cookie", "X-Forwarded-For"];
    private static readonly string[] HeaderValues = ["1.0.3", "2.0.0", "1.0", "2.0", "0.9", "application/json", "text/plain", "multipart/mixed; boundary=xyz", "multipart/mixed", "*", "\"\"", "W/\"x\"", "cy, en;q=0.5, *;q=0", "en;q=9", "bytes=0-", "gzip", "application/x-www-form-urlencoded"];

    private static readonly string Agent = Uri.EscapeDataString(Some.Agent("ada@example.org"));
    private static readonly byte[][] Statements = [.. Directory.EnumerateFiles(Repository.Path("tests/corpus/valid"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly string[] StatementQueries =
    [
        "", "statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee", "voidedStatementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&format=ids", $"agent={Agent}&verb=http://example.org/did&related_agents=true",
        "activity=https://example.org/a&related_activities=true&limit=3&ascending=true", "registration=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&format=canonical", "since=2026-03-01T10:00:00Z&until=2030-03-01T10:00:00%2B01:00&limit=5",
        "attachments=true&limit=10", "more=AAAA", "format=canonical&limit=20", "format=ids&limit=20&ascending=true",
    ];

    private static readonly (string Path, string Query)[] Documents =
    [
        ("/activities/state", $"activityId=https://example.org/a&agent={Agent}&stateId=s"), ("/activities/state", $"activityId=https://example.org/a&agent={Agent}&stateId=s&registration=6690e6c9-3ef0-4ed3-8b37-7f3964730bee"),
        ("/activities/state", $"activityId=https://example.org/a&agent={Agent}&since=2026-03-01T10:00:00Z"), ("/activities/profile", "activityId=https://example.org/a&profileId=p"), ("/agents/profile", $"agent={Agent}&profileId=p"),
        ("/agents/profile", $"agent={Agent}"),
    ];

    private static readonly (string Path, string Query)[] Others = [("/about", ""), ("/activities", "activityId=https://example.org/a"), ("/agents", $"agent={Agent}"), ("", ""), ("/statements/more", "")];
    private static readonly string[] Bodies = ["""{"a":1,"b":{"c":[1,2,3]}}""", "[1]", "text", "", """{"a":{"a":{"a":1}}}"""];

    private readonly Mutation mutation;

    public HostileRequests(int seed) => mutation = new Mutation(new Random(seed));

    /// <summary>The next request. What is wrong with it may be anything but its form as HTTP.</summary>
    public HostileRequest Next()
    {
        var request = mutation.Number(10) switch
        {
            < 4 => Writing(),
            < 6 => new HostileRequest("GET", Root() + "/statements", mutation.One(StatementQueries), [], null),
            < 8 => Document(),
            < 9 => Multipart(),
            _ => mutation.One(Others) is var other ? new HostileRequest("GET", Root() + other.Path, other.Query, [], null) : throw new InvalidOperationException(),
        };
        request = request with { Headers = [.. request.Headers, ("X-Experience-API-Version", mutation.Chance(0.5) ? "1.0.3" : "2.0.0")] };
        for (var faults = mutation.Number(3); faults >= 0; faults--)
        {
            request = Spoilt(request);
        }

        return request with { Query = Safe(request.Query), Headers = [.. request.Headers.Select(header => (header.Name, SafeHeader(header.Value)))] };
    }

    private HostileRequest Writing() => mutation.Chance(0.7)
        ? new HostileRequest("POST", Root() + "/statements", "", [("Content-Type", "application/json")], Batch())
        : new HostileRequest("PUT", Root() + "/statements", $"statementId={Guid.NewGuid()}", [("Content-Type", "application/json")], mutation.One(Statements));

    private byte[] Batch() => mutation.Chance(0.8) ? mutation.One(Statements) : [(byte)'[', .. mutation.One(Statements), (byte)',', .. mutation.One(Statements), (byte)']'];

    private HostileRequest Document()
    {
        var (path, query) = mutation.One(Documents);
        var method = mutation.One(Methods[..5]);
        var body = method is "PUT" or "POST" ? Encoding.UTF8.GetBytes(mutation.One(Bodies)) : null;
        return new HostileRequest(method, Root() + path, query, [("Content-Type", mutation.Chance(0.8) ? "application/json" : mutation.One(HeaderValues))], body);
    }

    private HostileRequest Multipart()
    {
        var data = Encoding.UTF8.GetBytes(mutation.One(Bodies) + mutation.Number(50));
        var hash = Convert.ToHexStringLower(SHA256.HashData(data));
        var usage = mutation.Chance(0.3) ? "http://adlnet.gov/expapi/attachments/signature" : "https://example.org/usage";
        var statement = Some.Statement(more: $$"""
            "attachments":[{"usageType":"{{usage}}","display":{"en":"x"},"contentType":"application/octet-stream","length":{{data.Length}},"sha2":"{{hash}}"}],
            """);
        var text = $"--xyz\r\nContent-Type: application/json\r\n\r\n{statement}\r\n--xyz\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {hash}\r\n\r\n{Encoding.UTF8.GetString(data)}\r\n--xyz--\r\n";
        return new HostileRequest("POST", Root() + "/statements", "", [("Content-Type", "multipart/mixed; boundary=xyz")], Encoding.UTF8.GetBytes(text));
    }

    private HostileRequest Spoilt(HostileRequest request) => mutation.Number(12) switch
    {
        < 6 when request.Body is not null => request with { Body = mutation.Spoil(request.Body) },
        < 8 when request.Query.Length > 0 => request with { Query = mutation.Spoil(request.Query) },
        8 => request with { Query = $"{request.Query}&{mutation.Spoil("limit=1&agent={}")}" },
        9 => request with { Headers = [.. request.Headers.Select(header => mutation.Chance(0.5) ? (header.Name, mutation.Spoil(header.Value)) : header)] },
        10 => request with { Headers = [.. request.Headers, (mutation.One(HeaderNames), mutation.Chance(0.5) ? mutation.One(HeaderValues) : mutation.Spoil(mutation.One(HeaderValues)))] },
        11 => mutation.Chance(0.3) ? request with { Method = mutation.One(Methods) } : request,
        _ => request,
    };

    private string Root() => mutation.Chance(0.9) ? "/xapi" : "/xapi/1.0.3";

    // What would end the request line is escaped; everything else may come as it is. Kestrel takes 8 KiB.
    private static string Safe(string query)
    {
        var safe = new StringBuilder();
        foreach (var one in query.Length > 6_000 ? query[..6_000] : query)
        {
            safe.Append(one is <= ' ' or >= (char)127 or '#' ? $"%{(int)one & 0xFF:X2}" : one.ToString());
        }

        return safe.Length > 7_500 ? safe.ToString(0, 7_500) : safe.ToString();
    }

    // Headers that are no UTF-8, or hold control characters, are refused below the application.
    private static string SafeHeader(string value) =>
        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Concat((value.Length > 4_000 ? value[..4_000] : value).Where(one => (one is >= ' ' and not (char)127) || one is '\t')).Trim()));
}
