using System.Globalization;
using System.Text.RegularExpressions;

namespace Lrs.OData;

/// <summary>
/// The query part of a URL cut into options. System options may lack their dollar sign and are case-insensitive (4.01 part 1, 11.2.1);
/// other names are custom options, which are ignored, unless they begin with a dollar sign, which is reserved.
/// </summary>
internal sealed partial class QueryOptions
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "filter", "select", "orderby", "top", "skip", "count", "expand", "search", "apply", "compute", "format", "skiptoken", "deltatoken",
        "index", "levels", "schemaversion", "id",
    };

    private readonly Dictionary<string, string> system = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Raw)> pairs = [];

    private QueryOptions()
    {
    }

    /// <summary>Parameter aliases by name, such as <c>@p</c>.</summary>
    public IReadOnlyDictionary<string, string> Aliases => aliases;

    public static QueryOptions Read(string query, ODataLimits limits)
    {
        if (query.Length > limits.QueryLength)
        {
            throw RefusedException.Bad("limit.length", $"The query part of the URL is longer than {limits.QueryLength} characters.", null);
        }

        var options = new QueryOptions();
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            options.Add(name, equals < 0 ? "" : DecodeValue(pair[(equals + 1)..]), pair);
        }

        return options;
    }

    /// <summary>The options inside the parentheses of an item of <c>$expand</c>, already decoded.</summary>
    public static QueryOptions Nested(string text, string where, IReadOnlyDictionary<string, string> outer)
    {
        var options = new QueryOptions();
        foreach (var pair in TopLevel.Split(text, ';', where).Where(p => p.Trim().Length > 0))
        {
            var equals = pair.IndexOf('=');
            var (name, value) = equals < 0 ? (pair.Trim(), "") : (pair[..equals].Trim(), pair[(equals + 1)..]);
            if (name.StartsWith('@'))
            {
                options.Add(name, value.Trim(), $"{name}={Uri.EscapeDataString(value)}");
                continue;
            }

            if (!Known.Contains(name.TrimStart('$')))
            {
                throw RefusedException.Bad("option.unknown", $"{where}: there is no query option {name}.", where + name);
            }

            options.Add(name, value, $"{name}={Uri.EscapeDataString(value)}");
        }

        // A link to the rest of the rows stands alone, so it takes the aliases along.
        if (text.Contains('@', StringComparison.Ordinal))
        {
            options.pairs.AddRange(outer.Where(a => !options.aliases.ContainsKey(a.Key)).Select(a => ("", $"{a.Key}={Uri.EscapeDataString(a.Value)}")));
        }

        return options;
    }

    /// <summary>The text of a system option named without its dollar sign, or null when it is not given.</summary>
    public string? this[string name] => system.GetValueOrDefault(name);

    /// <summary>The system options that are given, but for the version of the schema, which is looked at first.</summary>
    public IEnumerable<string> Given => system.Keys.Where(name => name is not "schemaversion");

    /// <summary>The same options without one that is done with.</summary>
    public QueryOptions Hiding(string name)
    {
        var rest = new QueryOptions();
        rest.pairs.AddRange(pairs.Where(p => p.Name != name));
        system.Where(o => o.Key != name).ToList().ForEach(o => rest.system.Add(o.Key, o.Value));
        aliases.ToList().ForEach(a => rest.aliases.Add(a.Key, a.Value));
        return rest;
    }

    /// <summary>A whole number that is not negative, or null when the option is not given.</summary>
    public long? Number(string name, long atMost)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw RefusedException.Bad("option.value", $"${name} takes a whole number that is not negative, not '{text}'.", "$" + name);
        }

        return number <= atMost ? number : throw RefusedException.Bad("limit." + name, $"${name} may be {atMost} at most.", "$" + name);
    }

    public bool Flag(string name) => this[name] switch
    {
        null => false,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw RefusedException.Bad("option.value", $"${name} takes true or false, not '{text}'.", "$" + name),
    };

    /// <summary>The options as they were written, without those named, for the link to the next page.</summary>
    public string Without(params IReadOnlyList<string> names) => string.Join('&', pairs.Where(p => !names.Contains(p.Name)).Select(p => p.Raw));

    /// <summary>The options as they are written within parentheses, without one of them.</summary>
    public IEnumerable<string> Nested(string without) =>
        system.Where(o => o.Key != without).Select(o => $"${o.Key}={o.Value}").Concat(aliases.Select(a => $"{a.Key}={a.Value}"));

    private void Add(string name, string value, string raw)
    {
        var bare = name.StartsWith('$') ? name[1..] : name;
        if (Known.TryGetValue(bare, out var known))
        {
            pairs.Add((known, raw));
            if (!system.TryAdd(known, value))
            {
                throw RefusedException.Bad("option.twice", $"${known} is given twice.", "$" + known);
            }
        }
        else if (name.StartsWith('$'))
        {
            throw RefusedException.Bad("option.unknown", $"There is no query option {name}.", name);
        }
        else
        {
            pairs.Add(("", raw));
            if (name.StartsWith('@') && !aliases.TryAdd(name, value))
            {
                throw RefusedException.Bad("option.twice", $"The alias {name} is given twice.", name);
            }
        }
    }

    /// <summary>
    /// The text of an option without its percent-encoding. A bare plus is the sign of an offset or an exponent where it stands in one; elsewhere it is the space that
    /// programs write which encode as HTML forms do (Python's requests is one), as it is for Microsoft's own services. A plus that is meant comes as %2B.
    /// </summary>
    internal static string DecodeValue(string text) => Decode(text.Contains('+', StringComparison.Ordinal) ? FormSpace().Replace(text, " ") : text);

    /// <summary>The text without its percent-encoding.</summary>
    internal static string Decode(string text) => Uri.UnescapeDataString(text) is var decoded && Lexer.IsText(decoded)
        ? decoded
        : throw RefusedException.Bad("syntax", "The URL contains %00 or what is no Unicode text.", null);

    [GeneratedRegex(@"(?<!\d[eE](?=\+\d))(?<!\d(?=\+\d\d(:|%3A)\d\d))\+", RegexOptions.IgnoreCase)]
    private static partial Regex FormSpace();
}
