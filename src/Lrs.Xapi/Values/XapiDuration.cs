using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Lrs.Xapi;

/// <summary>
/// An ISO 8601 duration (4.4.3.2, the format with designators), kept as written: months and years have no fixed length, so the text is the value
/// (Data 2.3.1, 4.6; 9274.1.1 4.2.7).
/// </summary>
public sealed record XapiDuration
{
    private XapiDuration(string text, TimeSpan? length)
    {
        Text = text;
        Length = length;
    }

    /// <summary>The duration as written.</summary>
    public string Text { get; }

    /// <summary>How long it is, a day counted as 24 hours; null if it has years or months, or is too long to be counted.</summary>
    public TimeSpan? Length { get; }

    /// <summary>Takes <c>PT1H30M</c>, <c>P4W</c>, <c>P3Y1M29DT4H35M59.14S</c>; only the last component may have a fraction, weeks stand alone.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XapiDuration? duration)
    {
        duration = text is not null && WrittenDuration.Read(text, out var length) ? new(text, length) : null;
        return duration is not null;
    }

    /// <summary>A duration of hours, minutes and seconds, cut to hundredths of a second as clients should send it.</summary>
    public static XapiDuration Of(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        var hundredths = length.Ticks / (TimeSpan.TicksPerSecond / 100);
        var (hours, minutes) = ((long)length.TotalHours, length.Minutes);
        var text = new StringBuilder("PT");
        _ = hours > 0 ? text.Append(hours).Append('H') : text;
        _ = minutes > 0 ? text.Append(minutes).Append('M') : text;
        var seconds = hundredths % 6000 / 100m;
        if (seconds > 0 || text.Length is 2)
        {
            text.Append(seconds.ToString("0.##", CultureInfo.InvariantCulture)).Append('S');
        }

        return new(text.ToString(), TimeSpan.FromTicks(hundredths * (TimeSpan.TicksPerSecond / 100)));
    }

    /// <summary>The text by which durations are compared: as written, but what is finer than 0.01 s is cut off (Data 4.6).</summary>
    public string Comparable
    {
        get
        {
            var point = Text.AsSpan().IndexOfAny('.', ',');
            return point >= 0 && Text.EndsWith('S') && Text.Length - point - 2 > 2 ? string.Concat(Text.AsSpan(0, point + 3), "S") : Text;
        }
    }

    /// <summary>The duration as written.</summary>
    public override string ToString() => Text;
}
