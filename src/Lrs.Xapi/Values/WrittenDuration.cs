using System.Globalization;

namespace Lrs.Xapi;

/// <summary>
/// Reads <c>PnYnMnDTnHnMnS</c> and <c>PnW</c> (ISO 8601 4.4.3.2): designators in this order, each at most once, at least one, one at least behind T, and
/// only the last number may have a fraction.
/// </summary>
internal static class WrittenDuration
{
    private const string DateDesignators = "YMWD";
    private const string TimeDesignators = "HMS";
    private const int Weeks = 2;

    /// <summary>Is it one? If so, how long is it, if that can be said.</summary>
    public static bool Read(ReadOnlySpan<char> text, out TimeSpan? length)
    {
        length = null;
        if (text.Length is < 3 or > 200 || text[0] is not 'P')
        {
            return false;
        }

        Span<decimal?> numbers = stackalloc decimal?[DateDesignators.Length + TimeDesignators.Length];
        numbers.Fill(0);
        var (rest, inTime, fraction, last) = (1, false, false, -1);
        while (rest < text.Length)
        {
            if (text[rest] is 'T' && !inTime && rest + 1 < text.Length)
            {
                inTime = true;
                rest++;
            }

            var end = rest + Digits(text[rest..]);
            var wrong = fraction || end == rest;
            if (end < text.Length && text[end] is '.' or ',')
            {
                fraction = true;
                var decimals = Digits(text[(end + 1)..]);
                wrong |= decimals is 0;
                end += decimals + 1;
            }

            var which = end >= text.Length ? -1 : inTime ? TimeDesignators.IndexOf(text[end]) : DateDesignators.IndexOf(text[end]);
            var place = inTime && which >= 0 ? which + DateDesignators.Length : which;
            if (wrong || which < 0 || place <= last || (place is Weeks && (last >= 0 || end + 1 < text.Length)))
            {
                return false;
            }

            numbers[place] = Number(text[rest..end]);
            last = place;
            rest = end + 1;
        }

        length = Length(numbers);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static decimal? Number(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var plain = comma < 0 ? text : string.Concat(text[..comma], ".", text[(comma + 1)..]);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Null with years or months, whose length is not fixed, and beyond what can be counted.</summary>
    private static TimeSpan? Length(ReadOnlySpan<decimal?> numbers)
    {
        if (numbers[0] is not 0 || numbers[1] is not 0)
        {
            return null;
        }

        const decimal Most = 1_000_000_000_000;
        foreach (var number in numbers)
        {
            if (number is null or > Most)
            {
                return null;
            }
        }

        var seconds = (((numbers[Weeks]!.Value * 7) + numbers[3]!.Value) * 86_400) + (numbers[4]!.Value * 3_600) + (numbers[5]!.Value * 60) + numbers[6]!.Value;
        return seconds < (decimal)TimeSpan.MaxValue.TotalSeconds - 1 ? new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond)) : null;
    }
}
