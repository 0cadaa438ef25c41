using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>What SQL on SQLite needs and SQLite lacks: letters beyond ASCII change case as they do on PostgreSQL.</summary>
internal static class SqliteFunctions
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>("lrs_lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, string?>("lrs_upper", text => text?.ToUpperInvariant(), isDeterministic: true);
    }
}
