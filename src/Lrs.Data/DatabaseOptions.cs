namespace Lrs.Data;

/// <summary>Which database, and where.</summary>
/// <param name="Dialect">SQLite or PostgreSQL.</param>
/// <param name="ConnectionString">For PostgreSQL: Npgsql syntax, several hosts allowed. Not used by SQLite.</param>
/// <param name="DataPath">For SQLite: the folder that holds <c>lrs.db</c> and its lock file. Not used by PostgreSQL.</param>
public sealed record DatabaseOptions(Dialect Dialect, string? ConnectionString, string DataPath);

/// <summary>The database cannot be used: refused, unreachable, busy beyond waiting, or in use by another process. The message is for an administrator.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner) : Exception(message, inner);
