using System.Globalization;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>Scores as SCORM writes them, made such that xAPI takes them (Data 2.4.5.1).</summary>
internal static class ScormScore
{
    /// <summary>A number of SCORM's; null when the text is empty or none.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? Math.Round(number, 10)
            : null;

    /// <summary>A score of SCORM 2004.</summary>
    public static Score? Of(string scaled, string raw, string min, string max) => Fit(Number(scaled), Number(raw), Number(min), Number(max));

    /// <summary>A score of SCORM 1.2, which has no scaled one: raw in hundredths, or its place between min and max where max is not 100.</summary>
    public static Score? Of(string raw, string min, string max)
    {
        var (value, least, most) = (Number(raw), Number(min), Number(max));
        if (value is not { } points)
        {
            return null;
        }

        var scaled = most is { } top && top != 100 && top > (least ?? 0) ? (points - (least ?? 0)) / (top - (least ?? 0)) : points / 100;
        return Fit(Math.Round(scaled, 6), points, least, most);
    }

    // min and max are told only where they enclose raw: xAPI refuses the statement otherwise.
    private static Score? Fit(decimal? scaled, decimal? raw, decimal? min, decimal? max)
    {
        if (scaled is null && raw is null)
        {
            return null;
        }

        var sound = (min is null || max is null || min < max) && (raw is null || ((min is null || min <= raw) && (max is null || raw <= max)));
        return new Score(scaled is { } part ? Math.Clamp(part, -1, 1) : null, raw, sound ? min : null, sound ? max : null);
    }
}
