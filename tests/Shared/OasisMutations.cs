using System.Text.RegularExpressions;

namespace Lrs.Tests;

/// <summary>
/// Requests made of the corpus of OASIS, in the names of a model that is there, each spoilt in one to four places. The same seed makes the same
/// requests. None where the corpus is not at hand.
/// </summary>
internal sealed partial class OasisMutations(int seed, IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> names)
{
    /// <summary>What texts of a request are often changed into; it stands nowhere in the corpus, so where it turns up it came from a request.</summary>
    public const string Word = "zzqword";

    /// <summary>The same for numbers.</summary>
    public const string Number = "76543217";

    private static readonly Lazy<List<OasisCase>> Cases = new(() => [.. OasisCase.All().Where(one => one.Rule is not ("header" or "context"))]);

    private static readonly string[] Bits =
    [
        "'", "''", "\"", "(", ")", ",", ";", "/", "&", "=", "@", "$", ":", "-", " ", "%27", "%25", "%2F", "%00", "%", "%zz", "%C3%28", "%F0%9F%98%80", "é", "null", "not ", " and ", " or ", " eq ", " in ", "any(", "all(d:", "$it/", "$this", "$root/",
        "$count", "$ref", "$value", "$apply=", "$filter=", "$expand=", "$compute=", "$levels=max", "$skiptoken=AAAA", "$deltatoken=x", "concat(", "groupby((", "rollup($all,", "aggregate($count as N)", "/identity", "duration'P1D'", "9e999", "NaN", "-INF",
        "9223372036854775808", "0001-01-01", "9999-12-31T23:59:59.999999999Z", "2026-02-30", "{\"a\":1}", "[1,2]", "'; DROP TABLE statement; --", "1 OR 1=1", "/*", "--", "\u2028", "geo.distance(", "case(true:", "cast(", "Edm.String", $"'{Word}'", Number,
    ];

    private readonly Random random = new(seed);

    /// <summary>Is the corpus at hand?</summary>
    public static bool AreThere => Cases.Value.Count > 0;

    /// <summary>The next request: what stands below the service root, percent-encoded no further than the corpus has it.</summary>
    public string Next()
    {
        var url = Request();
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            url = Spoilt(url);
        }

        return url.Length > 4_000 ? url[..4_000] : url;
    }

    // A case where a request has its rule.
    private string Request()
    {
        var one = Cases.Value[random.Next(Cases.Value.Count)];
        var input = Identifiers().Replace(one.Input, name => names.TryGetValue(name.Value, out var ours) ? ours : name.Value);
        var set = sets[random.Next(sets.Count)];
        return one.Rule switch
        {
            "odataRelativeUri" or "resourcePath" => input,
            "odataUri" => input[(input.LastIndexOf(".svc/", StringComparison.Ordinal) is var at and >= 0 ? at + 5 : 0)..],
            "expand" or "select" or "queryOptions" or "search" or "compute" or "filter" or "orderby" or "systemQueryOption" => $"{set}?{input}",
            "searchExpr" => $"{set}?$search={input}",
            _ => random.Next(6) switch
            {
                0 => $"{set}?$orderby={input}",
                1 => $"{set}?$compute={input} as X&$select=X",
                2 => $"{set}?$apply=filter({input})/aggregate($count as N)",
                3 => $"{set}({input})",
                4 => $"{set}?$filter=not ({input})&$top=3",
                _ => $"{set}?$filter={input}",
            },
        };
    }

    private string Spoilt(string url)
    {
        var at = random.Next(url.Length + 1);
        var end = Math.Min(url.Length, at + random.Next(1, 8));
        return random.Next(9) switch
        {
            0 => url.Insert(at, Bits[random.Next(Bits.Length)]),
            1 => string.Concat(url.AsSpan(0, at), Bits[random.Next(Bits.Length)], url.AsSpan(end)),
            2 => url.Remove(at, end - at),
            3 => url.Insert(at, url[at..end]),
            4 => string.Concat(url.AsSpan(0, at), Request() is var other ? other[random.Next(other.Length)..] : ""),
            5 => Texts().Replace(url, random.Next(2) == 0 ? $"'{Word}'" : $"'{Word}''--'"),
            6 => Numbers().Replace(url, Number),
            7 when at < url.Length && url[at] < 128 => string.Concat(url.AsSpan(0, at), $"%{(int)url[at]:X2}", url.AsSpan(at + 1)),
            _ => url.Contains("$filter=", StringComparison.Ordinal) ? $"{url} and ({Bits[random.Next(Bits.Length)]}'{Word}' ne '{Word}')" : $"{url}&$filter='{Word}' ne '{Word}%25'",
        };
    }

    [GeneratedRegex("[A-Za-z_]+")]
    private static partial Regex Identifiers();

    [GeneratedRegex("'[^'&?/]*'")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(?<![\w.%'-])\d+(?![\w.%'-])")]
    private static partial Regex Numbers();
}
