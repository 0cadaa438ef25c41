using System.Globalization;
using System.Text.RegularExpressions;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>Lengths of time as SCORM writes them.</summary>
internal static partial class ScormTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>SCORM 1.2's CMITimespan, <c>HHHH:MM:SS.SS</c>; null when it is none or empty.</summary>
    public static TimeSpan? Of12(string text)
    {
        if (Timespan().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var seconds = (Part(match, 1) * 3600) + (Part(match, 2) * 60) + Part(match, 3);
        return Bounded((double)seconds);
    }

    /// <summary>SCORM 2004's timeinterval, an ISO 8601 duration; null when it is none or empty.</summary>
    public static TimeSpan? Of2004(string text) => XapiDuration.TryParse(text, out var duration) ? Bounded(duration.Length?.TotalSeconds) : null;

    /// <summary>As SCORM 1.2 writes it.</summary>
    public static string To12(TimeSpan length) => $"{Math.Min(9999, (long)length.TotalHours):0000}:{length.Minutes:00}:{length.Seconds:00}.{length.Milliseconds / 10:00}";

    /// <summary>As SCORM 2004 writes it.</summary>
    public static string To2004(TimeSpan length) => XapiDuration.Of(length).Text;

    private static TimeSpan? Bounded(double? seconds) => seconds is { } length ? TimeSpan.FromSeconds(Math.Min(length, Longest.TotalSeconds)) : null;

    private static decimal Part(Match match, int group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]{1,6}):([0-9]{1,2}):([0-9]{1,2}(?:\\.[0-9]{1,2})?)$")]
    private static partial Regex Timespan();
}
