using System.Collections.Frozen;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Every property name of the language, so that a name that is read becomes one of these strings and a bit in a set, without a new string.</summary>
internal static class PropertyNames
{
    private const int Longest = 32;

    // At most 64: Fields keeps those it has seen in one ulong.
    private static readonly string[] Known =
    [
        "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments",
        "objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "homePage", "member",
        "display", "definition", "description", "type", "moreInfo", "interactionType", "correctResponsesPattern",
        "choices", "scale", "source", "target", "steps", "extensions",
        "score", "success", "completion", "response", "duration", "scaled", "raw", "min", "max",
        "registration", "instructor", "team", "contextActivities", "parent", "grouping", "category", "other",
        "revision", "platform", "language", "statement", "contextAgents", "contextGroups", "relevantTypes", "agent", "group",
        "usageType", "contentType", "length", "sha2", "fileUrl",
    ];

    private static readonly FrozenDictionary<string, int> Exact = Known.Select((name, i) => (name, i)).ToFrozenDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByChars = Exact.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string> AnyCase = Known.ToFrozenDictionary(n => n, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name at which the reader stands: its number and the shared string, or -1 and a new string.</summary>
    public static int Find(ref Utf8JsonReader json, out string name)
    {
        if (json.ValueSpan.Length <= Longest && (!json.ValueIsEscaped || Surrogates.ArePaired(json.ValueSpan)))
        {
            Span<char> chars = stackalloc char[Longest];
            var length = json.CopyString(chars);
            if (ByChars.TryGetValue(chars[..length], out var number))
            {
                name = Known[number];
                return number;
            }

            name = new string(chars[..length]);
            return -1;
        }

        name = Surrogates.Text(ref json);
        return -1;
    }

    /// <summary>The number of a known name.</summary>
    public static int Number(string name) => Exact[name];

    /// <summary>The known name that differs only in the case of letters, or null.</summary>
    public static string? InOtherCase(string name) => AnyCase.GetValueOrDefault(name);
}
