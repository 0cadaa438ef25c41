using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Lrs.Data;

/// <summary>An open connection that keeps its prepared commands (SQLite; Npgsql prepares by itself) and binds values in one place.</summary>
internal sealed class Connection(DbConnection connection, Dialect dialect) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = [];
    private SqliteRows? rows;

    public DbConnection Inner => connection;

    public DbCommand Command(string sql, DbTransaction? transaction, TenantId? tenant, IReadOnlyList<(string Name, object? Value)> values)
    {
        var command = Reusable(sql);
        command.Transaction = transaction;
        command.Parameters.Clear();
        Bind(command.Parameters, sql, tenant, values);
        return command;
    }

    private void Bind(DbParameterCollection parameters, string sql, TenantId? tenant, IReadOnlyList<(string Name, object? Value)> values)
    {
        var namesTenant = NamesTenant(sql);

        // Left unbound, PostgreSQL would read "tenant = @tenant" as "tenant = the absolute value of tenant": every tenant's rows.
        if (tenant is null && namesTenant && !values.Any(value => value.Name is "@tenant"))
        {
            throw new InvalidOperationException("This text names @tenant, and work on reference tables has none.");
        }

        if (tenant is not null && namesTenant)
        {
            parameters.Add(Bind("@tenant", tenant.Value));
        }

        foreach (var (name, value) in values)
        {
            parameters.Add(Bind(name, value));
        }
    }

    public async ValueTask DisposeAsync()
    {
        rows?.Dispose();
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    /// <summary>Runs statements in one round trip; PostgreSQL only.</summary>
    public async Task Together(Step[] steps, NpgsqlTransaction? transaction, TenantId? tenant, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, transaction);
        foreach (var step in steps)
        {
            var command = new NpgsqlBatchCommand(step.Sql.Postgres);
            Bind(command.Parameters, step.Sql.Postgres, tenant, step.Values);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var first = true;
        foreach (var step in steps.Where(step => step.Read is not null))
        {
            // Only statements that return rows have a result.
            _ = first || await reader.NextResultAsync(cancel);
            for (first = false; await reader.ReadAsync(cancel);)
            {
                step.Read!(new Row(reader, dialect));
            }
        }
    }

    private DbCommand Reusable(string sql)
    {
        if (dialect is Dialect.Sqlite && prepared.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text comes from constants of ours; values are parameters (style rule 8)
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Runs a text once for each row of a list; SQLite only.</summary>
    public void EachRow(string sql, TenantId? tenant, int count, (string Name, Array Values)[] columns)
    {
        rows ??= new SqliteRows(((SqliteConnection)connection).Handle!);
        rows.Write(sql, tenant, count, columns);
    }

    /// <summary>Takes a command back after its reader is closed, so that SQLite need not parse the same text again.</summary>
    public void Return(DbCommand command)
    {
        command.Transaction = null;
        if (dialect is not Dialect.Sqlite || prepared.Count >= 200 || !prepared.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    // The seam that bites: SQLite has no Guid, time or boolean, and refuses ReadOnlyMemory.
    private DbParameter Bind(string name, object? value) => dialect is Dialect.Sqlite
        ? new SqliteParameter(name, ForSqlite(value))
        : ForPostgres(name, value);

    private static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid guid => guid.ToByteArray(bigEndian: true),
        DateTimeOffset time => Micros.Of(time),
        TimeSpan span => Micros.Of(span),
        bool truth => truth ? 1L : 0L,
        decimal number => (double)number,
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        Guid[] guids => JsonList(guids.Select(guid => $"\"{Convert.ToHexString(guid.ToByteArray(bigEndian: true))}\"")),
        byte[][] blobs => JsonList(blobs.Select(blob => $"\"{Convert.ToHexString(blob)}\"")),
        long[] numbers => JsonList(numbers.Select(number => number.ToString())),
        string[] texts => JsonList(texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\"")),
        _ => value,
    };

    // Lists go to SQLite as a JSON array, read by json_each; Guids and bytes in it as hex, read by unhex.
    private static string JsonList(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static NpgsqlParameter ForPostgres(string name, object? value) => value switch
    {
        null => new NpgsqlParameter(name, DBNull.Value),
        DateTimeOffset time => new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = Micros.Cut(time).UtcDateTime },
        TimeSpan span => new NpgsqlParameter(name, NpgsqlDbType.Bigint) { Value = Micros.Of(span) },
        ReadOnlyMemory<byte> bytes => new NpgsqlParameter(name, NpgsqlDbType.Bytea) { Value = bytes },
        byte[]?[] blobs => new NpgsqlParameter(name, NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = blobs },
        DateTimeOffset[] times => new NpgsqlParameter(name, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz) { Value = Array.ConvertAll(times, t => Micros.Cut(t).UtcDateTime) },
        _ => new NpgsqlParameter(name, value),
    };

    // As a word: a parameter may be called @tenants.
    private static bool NamesTenant(string sql)
    {
        const string Name = "@tenant";
        for (var at = sql.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(Name, at + Name.Length, StringComparison.Ordinal))
        {
            var end = at + Name.Length;
            if (end == sql.Length || !(char.IsLetterOrDigit(sql[end]) || sql[end] is '_'))
            {
                return true;
            }
        }

        return false;
    }
}
