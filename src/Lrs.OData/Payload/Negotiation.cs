using System.Globalization;

namespace Lrs.OData;

/// <summary>What the headers and options of a request ask of the form of the answer.</summary>
public static class Negotiation
{
    /// <summary>
    /// The JSON form that the client accepts (4.01 part 1, 8.2.1 and 11.2.12), or null when it accepts none: 406, or 415 for an unknown
    /// <c>$format</c>.
    /// </summary>
    /// <param name="root">The absolute URL of the service root with its slash at the end.</param>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <param name="formatOption">The query option <c>$format</c>, decoded, which comes before the header.</param>
    /// <param name="maxVersion">The header <c>OData-MaxVersion</c>: <c>4.01</c> asks for the short names of that version, all else for 4.0.</param>
    public static PayloadFormat? Json(string root, string? accept, string? formatOption, string? maxVersion)
    {
        var format = new PayloadFormat(root) { IsVersion401 = maxVersion?.Trim() is "4.01" };
        var wanted = string.IsNullOrWhiteSpace(formatOption) ? accept : formatOption.Trim().ToLowerInvariant() is "json" ? "application/json" : formatOption;
        if (string.IsNullOrWhiteSpace(wanted))
        {
            return format;
        }

        return wanted.Split(',').Select(range => Range(range, format)).Where(r => r.Quality > 0).OrderByDescending(r => r.Quality).FirstOrDefault().Format;
    }

    /// <summary>Can this service answer a client that understands versions up to this one (4.01 part 1, 8.2.7)? A missing header says nothing.</summary>
    /// <param name="maxVersion">The header <c>OData-MaxVersion</c>.</param>
    public static bool Understands(string? maxVersion) =>
        string.IsNullOrWhiteSpace(maxVersion)
        || (decimal.TryParse(maxVersion, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) && version >= 4.0m);

    /// <summary>Does the client want CSV, by <c>$format</c> or, first of all, by <c>Accept</c>?</summary>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <param name="formatOption">The query option <c>$format</c>, decoded, which comes before the header.</param>
    public static bool IsCsv(string? accept, string? formatOption) => string.IsNullOrWhiteSpace(formatOption)
        ? (accept ?? "").TrimStart().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
        : formatOption.Split(';')[0].Trim().ToLowerInvariant() is "csv" or "text/csv";

    /// <summary>Does the client take plain text, in which counts and raw values come? A form that is asked for by option is not that.</summary>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <param name="formatOption">The query option <c>$format</c>, decoded, which comes before the header.</param>
    public static bool AcceptsText(string? accept, string? formatOption) =>
        string.IsNullOrWhiteSpace(formatOption) && (accept ?? "").Split(',').Any(range => range.Split(';')[0].Trim().ToLowerInvariant() is "text/plain" or "text/*");

    /// <summary>Does the client want the metadata document as JSON? XML unless JSON is named: clients say */* and mean XML.</summary>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <param name="formatOption">The query option <c>$format</c>, decoded, which comes before the header.</param>
    /// <returns>True for JSON, false for XML, null when the client accepts neither.</returns>
    public static bool? IsJsonMetadata(string? accept, string? formatOption)
    {
        if (!string.IsNullOrWhiteSpace(formatOption))
        {
            return formatOption.Split(';')[0].Trim().ToLowerInvariant() switch
            {
                "json" or "application/json" => true,
                "xml" or "application/xml" => false,
                _ => null,
            };
        }

        var ranges = (accept ?? "*/*").Split(',').Select(r => r.Split(';')[0].Trim().ToLowerInvariant()).Where(r => r.Length > 0).ToList();
        return ranges.Count == 0 || ranges.Any(r => r is "application/xml" or "*/*" or "application/*" or "text/xml") ? false
            : ranges.Contains("application/json") ? true : null;
    }

    private static (double Quality, PayloadFormat? Format) Range(string range, PayloadFormat format)
    {
        var parts = range.Split(';');
        if (parts[0].Trim().ToLowerInvariant() is not ("application/json" or "application/*" or "*/*"))
        {
            return (0, null);
        }

        var quality = 1.0;
        foreach (var (name, value) in parts.Skip(1).Select(Pair))
        {
            switch (name)
            {
                case "odata.metadata" or "metadata" when Enum.TryParse<MetadataLevel>(value, ignoreCase: true, out var level) && !char.IsAsciiDigit(value[0]):
                    format = format with { Metadata = level };
                    break;
                case "odata.metadata" or "metadata":
                    return (0, null);
                case "ieee754compatible":
                    format = format with { Ieee754Compatible = value.Equals("true", StringComparison.OrdinalIgnoreCase) };
                    break;
                case "q" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight):
                    quality = weight;
                    break;
            }
        }

        return (quality, format);
    }

    private static (string Name, string Value) Pair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? (text.Trim().ToLowerInvariant(), "") : (text[..equals].Trim().ToLowerInvariant(), text[(equals + 1)..].Trim().Trim('"'));
    }
}
