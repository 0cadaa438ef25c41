using System.Globalization;

namespace Lrs.OData;

/// <summary>What a client would like (header <c>Prefer</c>, RFC 7240 and 4.01 part 1, 8.2.8), with or without the prefix <c>odata.</c>.</summary>
public sealed record Preferences
{
    private readonly List<(string Name, string Value, string Written)> all = [];

    private Preferences()
    {
    }

    /// <summary>The most rows that one answer should hold (<c>maxpagesize</c>); null when nothing is said.</summary>
    public int? MaxPageSize => int.TryParse(Value("maxpagesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    /// <summary>Should the answer end with a link to later changes (<c>track-changes</c>)?</summary>
    public bool TracksChanges => Value("track-changes") is not null;

    /// <summary>Should properties that are null be left out (<c>omit-values=nulls</c>)?</summary>
    public bool OmitsNulls => Value("omit-values") is "nulls";

    /// <summary>Should a batch go on after a request that failed (<c>continue-on-error</c>)?</summary>
    public bool ContinuesOnError => Value("continue-on-error") is "" or "true";

    /// <summary>Reads the header; of a preference given twice the first counts.</summary>
    /// <param name="header">The header's value, null when there is none.</param>
    public static Preferences Read(string? header)
    {
        var preferences = new Preferences();
        foreach (var piece in Pieces(header ?? ""))
        {
            // What follows a semicolon are parameters, which no preference here has.
            var text = piece.Split(';')[0].Trim();
            var equals = text.IndexOf('=');
            var name = (equals < 0 ? text : text[..equals]).Trim().ToLowerInvariant();
            var value = equals < 0 ? "" : text[(equals + 1)..].Trim().Trim('"');
            var bare = name.StartsWith("odata.", StringComparison.Ordinal) ? name["odata.".Length..] : name;
            if (bare.Length > 0 && preferences.Value(bare) is null)
            {
                preferences.all.Add((bare, value, equals < 0 ? name : $"{name}={value}"));
            }
        }

        return preferences;
    }

    /// <summary>The value of <c>Preference-Applied</c> for what was done of the wishes; null when nothing was.</summary>
    /// <param name="names">The names, without prefix, of what was done.</param>
    public string? Applied(params IReadOnlyList<string> names) =>
        string.Join(", ", all.Where(p => names.Contains(p.Name)).Select(p => p.Written)) is { Length: > 0 } text ? text : null;

    private string? Value(string name) => all.FirstOrDefault(p => p.Name == name).Value;

    private static IEnumerable<string> Pieces(string header)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i <= header.Length; i++)
        {
            if (i == header.Length || (header[i] is ',' && !quoted))
            {
                yield return header[start..i];
                start = i + 1;
            }
            else
            {
                quoted ^= header[i] is '"';
            }
        }
    }
}
