using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lrs.Xapi;

/// <summary>Why text is no timestamp.</summary>
internal enum TimeProblem
{
    None,
    NotATime,
    NegativeZeroOffset,
}

/// <summary>
/// A point in time as ISO 8601 and RFC 3339 write it, with all its digits (Data 4.5; 9274.1.1 4.2.7). Time without an offset counts as UTC.
/// </summary>
public sealed partial record XapiTime
{
    private readonly string fraction;

    private XapiTime(string text, DateTimeOffset instant, string fraction, bool isUtc)
    {
        Text = text;
        Instant = instant;
        this.fraction = fraction;
        IsUtc = isUtc;
    }

    /// <summary>The time as written.</summary>
    public string Text { get; }

    /// <summary>The point in time in UTC, to 100 ns; finer digits are cut off, a leap second is the second after it.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>Is it written with <c>Z</c>?</summary>
    public bool IsUtc { get; }

    /// <summary>The same time with <c>Z</c> and every digit of the seconds that was sent.</summary>
    public string UtcText => IsUtc ? Text : ToText(Instant.AddTicks(-(Instant.Ticks % TimeSpan.TicksPerSecond)), fraction);

    /// <summary>Takes a date and a time: <c>2026-11-24T09:30:00.123+01:00</c>. Refuses offsets of minus zero, dates that do not exist and a second 60 anywhere but at the end of a UTC day.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XapiTime? time) => TryParse(text, out time, out _);

    /// <summary>A time as the store writes it: UTC, microseconds, <c>Z</c>.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time as written.</summary>
    public override string ToString() => Text;

    internal static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XapiTime? time, out TimeProblem problem)
    {
        time = null;
        problem = TimeProblem.NotATime;
        if (text is null || text.Length > 64 || Written().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var offset = match.Groups["offset"].Value;
        if (NegativeZero().IsMatch(offset))
        {
            problem = TimeProblem.NegativeZeroOffset;
            return false;
        }

        var fraction = match.Groups["f"].Value;
        if (Utc(match, offset, out var leap) is not { } seconds)
        {
            return false;
        }

        var digits = leap ? "" : fraction;
        var ticks = digits.Length is 0 ? 0 : long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);
        time = new(text, seconds.AddTicks(ticks), digits, offset is "Z");
        problem = TimeProblem.None;
        return true;
    }

    private static DateTimeOffset? Utc(Match match, string offset, out bool leap)
    {
        int Part(string name) => match.Groups[name] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

        var second = Part("s");
        leap = second is 60;
        var (hours, minutes) = (Part("oh"), Part("om"));
        if (!DateTime.TryParseExact(
                $"{match.Groups["date"].Value} {Part("h"):00}:{Part("m"):00}:{(leap ? 59 : second):00}",
                "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || hours > 23 || minutes > 59)
        {
            return null;
        }

        var east = new TimeSpan(hours, minutes, 0) * (offset.StartsWith('-') ? -1 : 1);
        var ticks = local.Ticks - east.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond)
        {
            return null;
        }

        var utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        return !leap ? utc : utc is { Hour: 23, Minute: 59 } ? utc.AddSeconds(1) : null;
    }

    private static string ToText(DateTimeOffset seconds, string fraction) =>
        seconds.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (fraction.Length is 0 ? "Z" : $".{fraction}Z");

    [GeneratedRegex(
        """
        ^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}) [Tt] (?<h>[0-9]{2}):(?<m>[0-9]{2}) (?: :(?<s>[0-9]{2}) (?:[.,](?<f>[0-9]+))? )?
        (?<offset> [Zz] | [+-](?<oh>[0-9]{2}) (?: :?(?<om>[0-9]{2}) )? )?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written();

    [GeneratedRegex("^-00(:?00)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex NegativeZero();
}
