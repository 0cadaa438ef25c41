using System.Diagnostics.Metrics;

namespace Lrs.Data;

/// <summary>Which database, and where.</summary>
/// <param name="Dialect">SQLite or PostgreSQL.</param>
/// <param name="ConnectionString">For PostgreSQL: Npgsql syntax, several hosts allowed. Not used by SQLite.</param>
/// <param name="DataPath">For SQLite: the folder that holds <c>lrs.db</c> and its lock file. Not used by PostgreSQL.</param>
public sealed record DatabaseOptions(Dialect Dialect, string? ConnectionString, string DataPath);

/// <summary>The database cannot be used: refused, unreachable, busy beyond waiting, or in use by another process. The message is for an administrator.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    // One meter of the process: a failure is a failure of the machine, whichever server object met it.
    private static readonly Meter Meter = new("Lrs.Data");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "lrs.database.failures", "{failure}", "Pieces of work that the database did not do: refused, lost, out of time, locked, or in use by another process.");

    /// <summary>Says what is wrong, and counts it.</summary>
    public DatabaseUnavailableException(string message, Exception? inner)
        : base(message, inner) => Failures.Add(1);

    /// <summary>Was the database lost while it committed? Then the work is either wholly there or not at all, and nobody knows which.</summary>
    public bool Uncertain { get; init; }
}
