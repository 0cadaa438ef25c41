using System.Xml;
using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>What SQL on SQLite needs and SQLite lacks: letters beyond ASCII change case as they do on PostgreSQL.</summary>
internal static class SqliteFunctions
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>("lrs_lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, string?>("lrs_upper", text => text?.ToUpperInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, long?>("lrs_duration", Microseconds, isDeterministic: true);
    }

    // An ISO 8601 duration in microseconds; a year counts 365 days and a month 30. Null for what is none.
    private static long? Microseconds(string? duration)
    {
        try
        {
            return duration is null ? null : Micros.Of(XmlConvert.ToTimeSpan(duration.Replace(',', '.')));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }
}
