using System.Globalization;
using Lrs.OData;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.Reports;

/// <summary>What the client said about the form of the answer: version, media type, preferences (OData 4.01 part 1, 8.2).</summary>
/// <param name="Payload">The form of a JSON payload.</param>
/// <param name="MaxPageSize">The preference <c>maxpagesize</c>.</param>
internal sealed record ReportFormat(PayloadFormat Payload, int? MaxPageSize)
{
    /// <summary>Reads the headers and <c>$format</c>; null when the client wants what there is not.</summary>
    public static ReportFormat? Read(HttpRequest request, string root, Func<byte[], string>? seal, out int status, out string problem)
    {
        (status, problem) = (0, "");
        var most = request.Headers["OData-MaxVersion"].ToString().Trim();
        if (most.Length > 0 && (!decimal.TryParse(most, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) || version < 4))
        {
            (status, problem) = (400, $"This service speaks OData 4.0 and 4.01; OData-MaxVersion is '{most}'.");
            return null;
        }

        var payload = new PayloadFormat(root) { IsVersion401 = most is "4.01" && request.Headers.ContainsKey("OData-MaxVersion") && Wants401(request), SealToken = seal };
        var asked = Asked(request);
        var json = asked.FirstOrDefault(type => type.MediaType.Value is "application/json" or "application/*" or "*/*");
        if (asked.Count > 0 && json is null)
        {
            (status, problem) = (406, "Rows come as application/json; the request accepts none of that.");
            return null;
        }

        payload = json is null ? payload : payload with { Metadata = Level(json), Ieee754Compatible = Parameter(json, "IEEE754Compatible") is "true" };
        return new ReportFormat(payload, MaxPageSizeOf(request));
    }

    /// <summary>Does the client prefer JSON over XML for the metadata document?</summary>
    public static bool AsksForJson(HttpRequest request) => Asked(request) is [{ MediaType.Value: "application/json" }, ..];

    // 4.0 unless the client asks for the newer version by OData-Version or by an unprefixed format parameter.
    private static bool Wants401(HttpRequest request) => request.Headers["OData-Version"].ToString().Trim() is not "4.0";

    private static List<MediaTypeHeaderValue> Asked(HttpRequest request)
    {
        var format = request.Query["$format"].Concat(request.Query["format"]).FirstOrDefault();
        if (format is not null)
        {
            var text = format switch
            {
                "json" => "application/json",
                "xml" => "application/xml",
                _ => format,
            };
            return MediaTypeHeaderValue.TryParse(text, out var type) ? [type] : [new MediaTypeHeaderValue("application/unknown")];
        }

        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types)
            ? types.OrderByDescending(type => type.Quality ?? 1).Where(type => type.Quality is not 0).ToList()
            : [];
    }

    private static MetadataLevel Level(MediaTypeHeaderValue type) => (Parameter(type, "odata.metadata") ?? Parameter(type, "metadata")) switch
    {
        "full" => MetadataLevel.Full,
        "none" => MetadataLevel.None,
        _ => MetadataLevel.Minimal,
    };

    private static string? Parameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value?.Trim('"').ToLowerInvariant();

    private static int? MaxPageSizeOf(HttpRequest request) =>
        request.Headers["Prefer"].SelectMany(line => (line ?? "").Split(','))
            .Select(preference => preference.Split('='))
            .Where(parts => parts.Length == 2 && parts[0].Trim().ToLowerInvariant() is "maxpagesize" or "odata.maxpagesize")
            .Select(parts => int.TryParse(parts[1].Trim().Trim('"'), out var size) && size > 0 ? (int?)size : null)
            .FirstOrDefault();
}
