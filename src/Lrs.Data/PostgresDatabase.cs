using System.Data;
using Npgsql;

namespace Lrs.Data;

/// <summary>PostgreSQL through one pooled data source, which knows every host of the connection string and goes to the one that can be written to.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public override Dialect Dialect => Dialect.Postgres;

    public static PostgresDatabase Open(string connectionString)
    {
        try
        {
            return new PostgresDatabase(NpgsqlDataSource.Create(PostgresConnectionString.Read(connectionString)));
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new DatabaseUnavailableException($"ConnectionStrings:Lrs cannot be read: {fault.Message}", fault);
        }
    }

    internal override async Task<T> InConnection<T>(TenantId? tenant, bool write, IsolationLevel? isolation, Func<Work, Task<T>> work, CancellationToken cancel)
    {
        var committing = false;
        try
        {
            await using var inner = await source.OpenConnectionAsync(cancel);
            await using var connection = new Connection(inner, Dialect.Postgres);
            if (isolation is null)
            {
                // Nobody knows whether a single statement that writes was committed when it was not answered.
                committing = write;
                return await Run(work, new Work(connection, null, tenant, Dialect, cancel), inner, committing);
            }

            await using var transaction = await inner.BeginTransactionAsync(write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, cancel);
            if (!write)
            {
                // What reads cannot write, whatever it is made to run.
                await using var reading = new NpgsqlCommand("SET TRANSACTION READ ONLY", inner, transaction);
                await reading.ExecuteNonQueryAsync(cancel);
            }

            var result = await Run(work, new Work(connection, transaction, tenant, Dialect, cancel), inner);
            committing = write;
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (Exception fault) when (PostgresOutage.Is(fault))
        {
            // What the server refused it has not done; what nobody answered may be done.
            throw Unavailable(fault, committing && fault is not PostgresException { SqlState: "40001" or "40P01" });
        }
    }

    private static async Task<T> Run<T>(Func<Work, Task<T>> work, Work with, NpgsqlConnection connection, bool committing = false)
    {
        try
        {
            return await work(with);
        }
        catch (Exception fault) when (fault is not (DatabaseUnavailableException or OperationCanceledException) && connection.State is not ConnectionState.Open)
        {
            // Once a connection is lost, whatever was tried on it next has failed with some other fault and hidden the first.
            throw Unavailable(fault, committing);
        }
    }

    private static DatabaseUnavailableException Unavailable(Exception fault, bool uncertain) =>
        new($"PostgreSQL does not answer: {PostgresOutage.Sentence(fault)}", fault) { Uncertain = uncertain };

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
