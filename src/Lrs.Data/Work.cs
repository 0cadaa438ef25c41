using System.Data.Common;
using Npgsql;

namespace Lrs.Data;

/// <summary>
/// One piece of work on the database: a connection, its transaction, the tenant it is for, and the caller's cancellation.
/// The tenant is bound as <c>@tenant</c> in every text that names it. Made by <see cref="Database"/> only.
/// </summary>
public sealed class Work
{
    private readonly Connection connection;
    private readonly DbTransaction? transaction;

    internal Work(Connection connection, DbTransaction? transaction, TenantId? tenant, Dialect dialect, CancellationToken cancel)
    {
        this.connection = connection;
        this.transaction = transaction;
        Owner = tenant;
        Dialect = dialect;
        Cancel = cancel;
    }

    /// <summary>Which database this runs on.</summary>
    public Dialect Dialect { get; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>The tenant this work is for.</summary>
    /// <exception cref="InvalidOperationException">The work is on reference tables and has no tenant.</exception>
    public TenantId Tenant => Owner ?? throw new InvalidOperationException("This work is on reference tables; it has no tenant.");

    private TenantId? Owner { get; }

    /// <summary>Runs a statement and tells how many rows it touched.</summary>
    public async Task<int> Run(PerDialect sql, params (string Name, object? Value)[] values)
    {
        var command = connection.Command(sql.For(Dialect), transaction, Owner, values);
        try
        {
            return await command.ExecuteNonQueryAsync(Cancel);
        }
        finally
        {
            connection.Return(command);
        }
    }

    /// <summary>
    /// Runs a statement for each of <paramref name="count"/> rows: on SQLite once per row with the row's values, on PostgreSQL once with the
    /// columns as arrays, which its text reads by <c>unnest</c>.
    /// </summary>
    /// <param name="sql">The text for each database.</param>
    /// <param name="count">How many rows; every column has that many values.</param>
    /// <param name="columns">The columns: a parameter's name and its values.</param>
    public async Task Many(PerDialect sql, int count, params (string Name, Array Values)[] columns)
    {
        if (count == 0)
        {
            return;
        }

        if (Dialect is Dialect.Postgres)
        {
            await Run(sql, columns.Select(column => (column.Name, (object?)column.Values)).ToArray());
            return;
        }

        Cancel.ThrowIfCancellationRequested();
        connection.EachRow(sql.Sqlite, Owner, count, columns);
    }

    /// <summary>
    /// Runs statements in order: on PostgreSQL in one round trip, each seeing what those before it did. None of them may need what another gave.
    /// </summary>
    public async Task Together(params Step[] steps)
    {
        var wanted = Array.FindAll(steps, step => step.Count is not 0);
        if (Dialect is Dialect.Postgres)
        {
            await connection.Together(wanted, (NpgsqlTransaction?)transaction, Owner, Cancel);
            return;
        }

        foreach (var step in wanted)
        {
            if (step.Count is { } count)
            {
                await Many(step.Sql, count, Array.ConvertAll(step.Values, column => (column.Name, (Array)column.Value!)));
                continue;
            }

            await foreach (var row in Rows(step.Sql, step.Values))
            {
                step.Read?.Invoke(row);
            }
        }
    }

    /// <summary>The first row, read by <paramref name="read"/>, or the default when there is none.</summary>
    public async Task<T?> One<T>(PerDialect sql, Func<Row, T> read, params (string Name, object? Value)[] values)
    {
        await foreach (var row in Rows(sql, values))
        {
            return read(row);
        }

        return default;
    }

    /// <summary>All rows, read by <paramref name="read"/>.</summary>
    public async Task<List<T>> All<T>(PerDialect sql, Func<Row, T> read, params (string Name, object? Value)[] values)
    {
        var all = new List<T>();
        await foreach (var row in Rows(sql, values))
        {
            all.Add(read(row));
        }

        return all;
    }

    /// <summary>Is there a row?</summary>
    public async Task<bool> Any(PerDialect sql, params (string Name, object? Value)[] values)
    {
        await foreach (var _ in Rows(sql, values))
        {
            return true;
        }

        return false;
    }

    /// <summary>The rows as they come; one <see cref="Row"/> is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<Row> Rows(PerDialect sql, params (string Name, object? Value)[] values)
    {
        var command = connection.Command(sql.For(Dialect), transaction, Owner, values);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var ended = false;
            try
            {
                while (await reader.ReadAsync(Cancel))
                {
                    yield return new Row(reader, Dialect);
                }

                ended = true;
            }
            finally
            {
                // Closing a reader of PostgreSQL takes in the rest of its rows, however many; so the server is told first that nobody wants them.
                if (!ended && Dialect is Dialect.Postgres && Cancel.IsCancellationRequested)
                {
                    command.Cancel();
                }
            }
        }
        finally
        {
            connection.Return(command);
        }
    }

    /// <summary>Runs <paramref name="inner"/> so that what it wrote is undone, and only that, when it returns false or throws.</summary>
    public async Task Savepoint(Func<Task<bool>> inner)
    {
        await Run("SAVEPOINT inner_work");
        var keep = false;
        try
        {
            keep = await inner();
        }
        finally
        {
            if (!keep)
            {
                await Run("ROLLBACK TO SAVEPOINT inner_work");
            }

            await Run("RELEASE SAVEPOINT inner_work");
        }
    }
}
