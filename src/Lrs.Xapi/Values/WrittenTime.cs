namespace Lrs.Xapi;

/// <summary>Why text is no timestamp.</summary>
internal enum TimeProblem
{
    None,
    NotATime,
    NegativeZeroOffset,
}

/// <summary>Reads <c>yyyy-MM-ddThh:mm[:ss[.f…]][Z|±hh[[:]mm]]</c>. By hand: every statement has some, and an expression costs a kilobyte each.</summary>
internal ref struct WrittenTime
{
    private ReadOnlySpan<char> rest;
    private bool wrong;

    public static DateTimeOffset? Read(string text, out TimeProblem problem)
    {
        problem = TimeProblem.NotATime;
        var written = new WrittenTime { rest = text };
        var (year, month, day) = (written.Number(4), written.After('-', 2), written.After('-', 2));
        var (hour, minute) = (written.After('T', 2), written.After(':', 2));
        var hasSeconds = written.Next(':');
        var second = hasSeconds ? written.After(':', 2) : 0;
        var ticks = hasSeconds && written.NextIsFraction() ? written.Fraction() : 0;
        var east = written.Offset(ref problem);

        if (written.wrong || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return null;
        }

        var leap = second is 60;
        var utc = new DateTime(year, month, day, hour, minute, leap ? 59 : second).Ticks - east;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond)
        {
            return null;
        }

        var instant = new DateTimeOffset(utc, TimeSpan.Zero);
        if (leap && instant is not { Hour: 23, Minute: 59 })
        {
            return null;
        }

        problem = TimeProblem.None;
        return leap ? instant.AddSeconds(1) : instant.AddTicks(ticks);
    }

    /// <summary>The point and digits behind the seconds of a time that was read; nothing behind a leap second.</summary>
    public static string FractionOf(string text)
    {
        var point = text.AsSpan().IndexOfAny('.', ',');
        if (point < 0 || text.AsSpan(point - 2, 2) is "60")
        {
            return "";
        }

        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return string.Concat(".", text.AsSpan(point + 1, end - point - 1));
    }

    private readonly bool Next(char c) => rest.Length > 0 && (rest[0] == c || (c is 'T' && rest[0] is 't'));

    private readonly bool NextIsFraction() => rest.Length > 0 && rest[0] is '.' or ',';

    private int After(char separator, int digits)
    {
        wrong |= !Next(separator);
        rest = rest.Length > 0 ? rest[1..] : rest;
        return Number(digits);
    }

    private int Number(int digits)
    {
        if (rest.Length < digits || rest[..digits].IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            wrong = true;
            rest = [];
            return 0;
        }

        var number = int.Parse(rest[..digits]);
        rest = rest[digits..];
        return number;
    }

    private long Fraction()
    {
        rest = rest[1..];
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? rest.Length : length;
        wrong |= length is 0;
        long ticks = 0;
        for (var digit = 0; digit < 7; digit++)
        {
            ticks = (ticks * 10) + (digit < length ? rest[digit] - '0' : 0);
        }

        rest = rest[length..];
        return ticks;
    }

    /// <summary>The ticks by which local time is ahead of UTC.</summary>
    private long Offset(ref TimeProblem problem)
    {
        if (rest.Length is 0 || rest is "Z" or "z")
        {
            return 0;
        }

        var minus = rest[0] is '-';
        wrong |= !minus && rest[0] is not '+';
        rest = rest[1..];
        var hours = Number(2);
        var minutes = Next(':') ? After(':', 2) : rest.Length > 0 ? Number(2) : 0;
        wrong |= rest.Length > 0 || hours > 23 || minutes > 59;
        if (!wrong && minus && hours is 0 && minutes is 0)
        {
            problem = TimeProblem.NegativeZeroOffset;
            wrong = true;
        }

        return new TimeSpan(hours, minutes, 0).Ticks * (minus ? -1 : 1);
    }
}
