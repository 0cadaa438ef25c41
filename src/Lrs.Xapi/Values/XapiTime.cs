using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lrs.Xapi;

/// <summary>
/// A point in time as ISO 8601 and RFC 3339 write it, with all its digits (Data 4.5; 9274.1.1 4.2.7). Time without an offset counts as UTC.
/// </summary>
public sealed record XapiTime
{
    private XapiTime(string text, DateTimeOffset instant, bool isUtc)
    {
        Text = text;
        Instant = instant;
        IsUtc = isUtc;
    }

    /// <summary>The time as written.</summary>
    public string Text { get; }

    /// <summary>The point in time in UTC, to 100 ns; finer digits are cut off, a leap second is the second after it.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>Is it written with <c>Z</c>?</summary>
    public bool IsUtc { get; }

    /// <summary>The same time with <c>Z</c> and every digit of the seconds that was sent.</summary>
    public string UtcText => IsUtc ? Text : Instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + WrittenTime.FractionOf(Text) + "Z";

    /// <summary>
    /// Takes a date and a time: <c>2026-11-24T09:30:00.123+01:00</c>. Refuses offsets of minus zero, dates that do not exist, and a second 60
    /// anywhere but at the end of a UTC day.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XapiTime? time) => TryParse(text, out time, out _);

    /// <summary>A point in time as the store writes it; finer digits than microseconds are cut off.</summary>
    public static XapiTime Of(DateTimeOffset time) => new(Format(time), new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero), isUtc: true);

    /// <summary>A time as the store writes it: UTC, microseconds, <c>Z</c>.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time as written.</summary>
    public override string ToString() => Text;

    internal static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XapiTime? time, out TimeProblem problem)
    {
        problem = TimeProblem.NotATime;
        time = text is not null && text.Length <= 64 && WrittenTime.Read(text, out problem) is { } instant ? new(text, instant, text.EndsWith('Z')) : null;
        return time is not null;
    }
}
