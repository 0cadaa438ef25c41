using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Lrs.Data;

/// <summary>PostgreSQL through one pooled data source; a dead node cannot hold a lock for long.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public override Dialect Dialect => Dialect.Postgres;

    public static PostgresDatabase Open(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 2,
                Options = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c jit=off",
                KeepAlive = 15,
                TcpKeepAlive = true,
                ApplicationName = "lrs",
            };
            return new PostgresDatabase(NpgsqlDataSource.Create(settings));
        }
        catch (ArgumentException fault)
        {
            throw new DatabaseUnavailableException($"ConnectionStrings:Lrs cannot be read: {fault.Message}", fault);
        }
    }

    internal override async Task<T> InConnection<T>(TenantId? tenant, bool write, IsolationLevel? isolation, Func<Work, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await using var inner = await source.OpenConnectionAsync(cancel);
            await using var connection = new Connection(inner, Dialect.Postgres);
            if (isolation is null)
            {
                return await work(new Work(connection, null, tenant, Dialect, cancel));
            }

            await using var transaction = await inner.BeginTransactionAsync(write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, cancel);
            var result = await work(new Work(connection, transaction, tenant, Dialect, cancel));
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (NpgsqlException fault) when (IsOutage(fault))
        {
            throw new DatabaseUnavailableException($"PostgreSQL does not answer: {fault.Message}", fault);
        }
    }

    // Lost or refused connections, shutdown (57P0x), too many connections (53300), lock timeout (55P03), deadlock (40P01).
    private static bool IsOutage(DbException fault) =>
        fault is PostgresException answer
            ? answer.SqlState is "57P01" or "57P02" or "57P03" or "53300" or "55P03" or "40P01" or "40001" or "25P03"
            : fault.IsTransient || fault.InnerException is SocketException or IOException or TimeoutException;

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
