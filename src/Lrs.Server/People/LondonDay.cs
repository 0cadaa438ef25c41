namespace Lrs.Server.People;

/// <summary>
/// Days as the police count them: from midnight to midnight in London. By the rule of the law and not by a table of the machine's, which small
/// containers lack: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
/// </summary>
internal static class LondonDay
{
    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        // At the midnight before a change the old time holds still.
        var isSummer = day > LastSunday(day.Year, 3) && day <= LastSunday(day.Year, 10);
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - (isSummer ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }

    /// <summary>The day in which a moment lies.</summary>
    public static DateOnly Of(DateTimeOffset moment)
    {
        var utc = DateOnly.FromDateTime(moment.UtcDateTime);
        return utc < DateOnly.MaxValue.AddDays(-1) && moment >= Start(utc.AddDays(1)) ? utc.AddDays(1) : utc;
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
