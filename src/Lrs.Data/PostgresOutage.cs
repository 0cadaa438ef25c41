using System.Net.Sockets;
using Npgsql;

namespace Lrs.Data;

/// <summary>Tells the faults of a PostgreSQL that is away, overloaded, changing over or out of room from those of a statement.</summary>
internal static class PostgresOutage
{
    /// <summary>Will the same work succeed later, without a change to it?</summary>
    public static bool Is(Exception fault) => fault switch
    {
        PostgresException answer => IsOutage(answer.SqlState),
        NpgsqlException => true,
        SocketException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>What is wrong, in words for an administrator; with several hosts, what is wrong with each.</summary>
    public static string Sentence(Exception fault) => fault.InnerException is AggregateException { InnerExceptions: { Count: > 0 } each }
        ? $"{fault.Message} ({string.Join("; ", each.Select(one => one.Message))})"
        : fault.Message;

    // By class: connection lost or refused (08), no resources (53), shut down, starting up or ended by an administrator (57P), fault of its disk (58).
    // By code: read-only, which is what a primary becomes that was demoted under our pool (25006), idle in a transaction for too long (25P03),
    // serialisation (40001), deadlock (40P01), a lock that did not come in time (55P03).
    private static bool IsOutage(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal)
        || state is "25006" or "25P03" or "40001" or "40P01" or "55P03";
}
