namespace Lrs.Data;

/// <summary>
/// Points in time and durations as whole microseconds, which is how SQLite keeps them (both databases for durations):
/// exact arithmetic and indexes that sort.
/// </summary>
public static class Micros
{
    /// <summary>Microseconds since 1970-01-01T00:00:00Z; finer digits are cut off.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The point in time that lies this many microseconds after 1970-01-01T00:00:00Z.</summary>
    public static DateTimeOffset ToTime(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The length of a span in microseconds; finer digits are cut off.</summary>
    public static long Of(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The span of this many microseconds.</summary>
    public static TimeSpan ToSpan(long micros) => TimeSpan.FromTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The same point in time, cut to whole microseconds.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) => ToTime(Of(time));
}
