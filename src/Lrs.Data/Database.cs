using System.Data;

namespace Lrs.Data;

/// <summary>
/// The one door to the database. A call is one whole operation: it gets a <see cref="Work"/>, and what it wrote is
/// committed when it returns and undone when it throws.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Which database this is.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Opens the database, or makes it, and brings its schema up to date.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be reached, is used by another process, or its schema is newer than this program.</exception>
    public static async Task<Database> Open(DatabaseOptions options, CancellationToken cancel)
    {
        Database database = options.Dialect is Dialect.Sqlite
            ? SqliteDatabase.Open(options.DataPath)
            : PostgresDatabase.Open(options.ConnectionString ?? throw new DatabaseUnavailableException("ConnectionStrings:Lrs is empty; it is needed for PostgreSQL.", null));
        try
        {
            await Migrations.Apply(database, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads for one tenant; each statement sees what is committed when it starts.</summary>
    public Task<T> Read<T>(TenantId tenant, Func<Work, Task<T>> work, CancellationToken cancel) => InConnection(tenant, write: false, isolation: null, work, cancel);

    /// <summary>Reads for one tenant; all statements see one moment of the database.</summary>
    public Task<T> Snapshot<T>(TenantId tenant, Func<Work, Task<T>> work, CancellationToken cancel) => InConnection(tenant, write: false, IsolationLevel.Snapshot, work, cancel);

    /// <summary>Writes for one tenant in one transaction.</summary>
    public Task<T> Write<T>(TenantId tenant, Func<Work, Task<T>> work, CancellationToken cancel) => InConnection(tenant, write: true, IsolationLevel.ReadCommitted, work, cancel);

    /// <summary>Writes for one tenant in one transaction.</summary>
    public Task Write(TenantId tenant, Func<Work, Task> work, CancellationToken cancel) => Write(tenant, async w => { await work(w); return true; }, cancel);

    /// <summary>Writes for one tenant by a single statement, which is a transaction by itself; tells how many rows it touched.</summary>
    public Task<int> WriteOne(TenantId tenant, PerDialect sql, (string Name, object? Value)[] values, CancellationToken cancel) =>
        InConnection(tenant, write: true, isolation: null, work => work.Run(sql, values), cancel);

    /// <summary>Reads the small tables that are needed before the tenant is known: tenants, logins, credentials, signing keys.</summary>
    public Task<T> ReadReference<T>(Func<Work, Task<T>> work, CancellationToken cancel) => InConnection(null, write: false, isolation: null, work, cancel);

    /// <summary>Writes the small tables that are needed before the tenant is known, in one transaction.</summary>
    public Task<T> WriteReference<T>(Func<Work, Task<T>> work, CancellationToken cancel) => InConnection(null, write: true, IsolationLevel.ReadCommitted, work, cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Runs work on a connection; a null isolation means no transaction, and no more than one statement when it writes.</summary>
    internal abstract Task<T> InConnection<T>(TenantId? tenant, bool write, IsolationLevel? isolation, Func<Work, Task<T>> work, CancellationToken cancel);
}
