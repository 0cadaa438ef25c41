using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Lrs.Data;

/// <summary>
/// Writes the rows of a list on SQLite through its C interface: a statement of the log has some ten keys, and the driver, which finds
/// parameters by name and makes a reader for every row, would cost more than the rows do. In the transaction of the connection.
/// </summary>
internal sealed class SqliteRows(sqlite3 database) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> prepared = [];

    /// <summary>Runs a text once for each row.</summary>
    /// <param name="sql">The text; its parameters are the columns' names and perhaps <c>@tenant</c>.</param>
    /// <param name="tenant">Bound as <c>@tenant</c>.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="columns">A parameter's name and its values, one for each row.</param>
    public void Write(string sql, TenantId? tenant, int count, (string Name, Array Values)[] columns)
    {
        var statement = Prepared(sql);
        if (tenant is not null && sqlite3_bind_parameter_index(statement, "@tenant") is > 0 and var at)
        {
            Check(sqlite3_bind_int64(statement, at, tenant.Value));
        }

        var places = Array.ConvertAll(columns, column => Place(statement, column.Name));
        try
        {
            for (var row = 0; row < count; row++)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    Check(Bind(statement, places[column], columns[column].Values, row));
                }

                var code = sqlite3_step(statement);
                var reset = sqlite3_reset(statement);
                Check(code is SQLITE_DONE or SQLITE_ROW ? reset : code);
            }
        }
        finally
        {
            // Or the last row's bytes would stay in memory until the next.
            sqlite3_clear_bindings(statement);
        }
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        prepared.Clear();
    }

    private sqlite3_stmt Prepared(string sql)
    {
        if (prepared.TryGetValue(sql, out var kept))
        {
            return kept;
        }

        Check(sqlite3_prepare_v3(database, sql, SQLITE_PREPARE_PERSISTENT, out var statement));
        return prepared[sql] = statement;
    }

    private static int Place(sqlite3_stmt statement, string name) =>
        sqlite3_bind_parameter_index(statement, name) is > 0 and var at ? at : throw new ArgumentException($"The text has no parameter {name}.", nameof(name));

    private static int Bind(sqlite3_stmt statement, int at, Array values, int row) => values switch
    {
        // Told apart by the element's type itself: to the runtime, an array of long is also one of ulong.
        long[] all => sqlite3_bind_int64(statement, at, all[row]),
        string?[] all => all[row] is { } text ? sqlite3_bind_text(statement, at, text) : sqlite3_bind_null(statement, at),
        byte[]?[] all => all[row] is { } bytes ? sqlite3_bind_blob(statement, at, bytes) : sqlite3_bind_null(statement, at),
        Guid[] all => Bind(statement, at, all[row]),
        DateTimeOffset[] all => sqlite3_bind_int64(statement, at, Micros.Of(all[row])),
        long?[] all => all[row] is { } number ? sqlite3_bind_int64(statement, at, number) : sqlite3_bind_null(statement, at),
        Guid?[] all => all[row] is { } guid ? Bind(statement, at, guid) : sqlite3_bind_null(statement, at),
        DateTimeOffset?[] all => all[row] is { } time ? sqlite3_bind_int64(statement, at, Micros.Of(time)) : sqlite3_bind_null(statement, at),
        bool[] all => sqlite3_bind_int64(statement, at, all[row] ? 1 : 0),
        bool?[] all => all[row] is { } truth ? sqlite3_bind_int64(statement, at, truth ? 1 : 0) : sqlite3_bind_null(statement, at),
        int[] all => sqlite3_bind_int64(statement, at, all[row]),
        int?[] all => all[row] is { } number ? sqlite3_bind_int64(statement, at, number) : sqlite3_bind_null(statement, at),
        short[] all => sqlite3_bind_int64(statement, at, all[row]),
        decimal?[] all => all[row] is { } number ? sqlite3_bind_double(statement, at, (double)number) : sqlite3_bind_null(statement, at),
        double?[] all => all[row] is { } number ? sqlite3_bind_double(statement, at, number) : sqlite3_bind_null(statement, at),
        ReadOnlyMemory<byte>[] all => sqlite3_bind_blob(statement, at, all[row].Span),
        _ => throw new ArgumentException($"Values of {values.GetType()} cannot be written as rows.", nameof(values)),
    };

    private static int Bind(sqlite3_stmt statement, int at, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return sqlite3_bind_blob(statement, at, bytes);
    }

    private void Check(int code)
    {
        if (code is not SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
