using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>SQLite in WAL mode: one writing connection, several reading ones, and a lock file that keeps a second process out.</summary>
internal sealed class SqliteDatabase : Database
{
    private const int Readers = 16;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Interrupted = 9;

    // The cache is of pages that each connection keeps for itself, in KiB. A large log fills them all, so those who read have little and leave
    // it to the system, which keeps the file in memory once for all of them. What reads cannot write, whatever it is made to run.
    private const string ReadOnly = "PRAGMA cache_size = -4096; PRAGMA query_only = ON;";
    private const string ReadWrite = "PRAGMA cache_size = -65536;";

    private const string Pragmas = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 10000;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        """;

    // READONLY, IOERR, CORRUPT, FULL, CANTOPEN and NOTADB: the file or its disk, not the query.
    private static readonly int[] BrokenFile = [8, 10, 11, 13, 14, 26];

    private readonly SqliteLock file;
    private readonly string path;
    private readonly string connectionString;
    private readonly SqliteWrites writes;
    private readonly SemaphoreSlim reading = new(Readers);
    private readonly ConcurrentBag<Connection> readers = [];

    private SqliteDatabase(SqliteLock file, string path)
    {
        this.file = file;
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();
        writes = new SqliteWrites(() => Connect(ReadWrite));
    }

    public override Dialect Dialect => Dialect.Sqlite;

    public static SqliteDatabase Open(string folder) => new(SqliteLock.Take(folder), Path.Combine(folder, "lrs.db"));

    internal override async Task<T> InConnection<T>(TenantId? tenant, bool write, IsolationLevel? isolation, Func<Work, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await (write ? writes.Run(tenant, isolation is null, work, cancel) : Reading(tenant, isolation is not null, work, cancel));
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Interrupted && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was stopped.", fault, cancel);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Busy or Locked)
        {
            throw new DatabaseUnavailableException("The database file is locked.", fault);
        }
        catch (SqliteException fault) when (BrokenFile.Contains(fault.SqliteErrorCode))
        {
            throw new DatabaseUnavailableException($"The database file '{path}' cannot be used: {fault.Message}", fault);
        }
    }

    private async Task<T> Reading<T>(TenantId? tenant, bool snapshot, Func<Work, Task<T>> work, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        Connection? connection = null;
        try
        {
            connection = readers.TryTake(out var idle) ? idle : Connect(ReadOnly);
            await using var transaction = snapshot ? ((SqliteConnection)connection.Inner).BeginTransaction(deferred: true) : null;

            // Ends before the transaction does, which must not be interrupted.
            await using var interrupt = new SqliteInterrupt((SqliteConnection)connection.Inner, cancel);
            return await work(new Work(connection, transaction, tenant, Dialect, cancel));
        }
        finally
        {
            if (connection is not null)
            {
                readers.Add(connection);
            }

            reading.Release();
        }
    }

    private Connection Connect(string more)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            Prepare(connection, more);
            return new Connection(connection, Dialect.Sqlite);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string more)
    {
        connection.Open();
        using var pragmas = connection.CreateCommand();
#pragma warning disable CA2100 // both texts are constants of ours
        pragmas.CommandText = Pragmas + more;
#pragma warning restore CA2100
        pragmas.ExecuteNonQuery();
        SqliteFunctions.Register(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await writes.DisposeAsync();
        while (readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        reading.Dispose();
        file.Dispose();
    }
}
