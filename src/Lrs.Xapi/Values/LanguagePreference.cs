using System.Globalization;

namespace Lrs.Xapi;

/// <summary>The languages somebody wants to read, most wanted first: what an <c>Accept-Language</c> header says (RFC 9110 12.5.4).</summary>
public sealed class LanguagePreference
{
    private LanguagePreference(IReadOnlyList<string> ranges) => Ranges = ranges;

    /// <summary>No preference: the first entry of a language map is taken.</summary>
    public static LanguagePreference None { get; } = new([]);

    /// <summary>Language ranges (RFC 4647 2.1), <c>*</c> among them, most wanted first.</summary>
    public IReadOnlyList<string> Ranges { get; }

    /// <summary>These ranges, most wanted first.</summary>
    public static LanguagePreference Of(params IReadOnlyList<string> ranges) => new(ranges);

    /// <summary>Reads a header. A part that makes no sense is passed over, as browsers expect; ranges of quality 0 are not wanted.</summary>
    public static LanguagePreference Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return None;
        }

        var wanted = new List<(string Range, double Quality)>();
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            if (pieces[0] is "*" || LanguageTag.TryParse(pieces[0], out _))
            {
                wanted.Add((pieces[0], Quality(pieces)));
            }
        }

        return new([.. wanted.Where(w => w.Quality > 0).OrderByDescending(w => w.Quality).Select(w => w.Range)]);
    }

    private static double Quality(string[] pieces)
    {
        var weight = pieces.Skip(1).FirstOrDefault(p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return weight is null ? 1
            : double.TryParse(weight.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? Math.Min(quality, 1)
            : 0;
    }
}
