using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>
/// The floor: the product's own schema, written by a bare loop on one connection with the same durability. No server, no
/// parsing, nothing decided; what is left is what the database itself costs.
/// </summary>
internal abstract class BareLog(SampleTerms terms) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    /// <summary>Position of the newest statement.</summary>
    public long Seq { get; protected set; }

    /// <summary>Numbers of texts.</summary>
    protected SampleTerms Terms => terms;

    /// <summary>When the newest statement was stored.</summary>
    protected DateTimeOffset Stored { get; set; }

    /// <summary>Opens a bare connection to a database that has the product's schema.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="terms">Numbers of texts; the same for every opening of one database.</param>
    public static BareLog Open(DatabaseOptions options, SampleTerms terms) =>
        options.Dialect is Dialect.Sqlite ? new BareSqlite(options.DataPath, terms) : new BarePostgres(options.ConnectionString!, terms);

    /// <summary>Writes statements, with their keys and the head, in one transaction; their terms must be there.</summary>
    public abstract void Write(ReadOnlySpan<SampleRow> rows);

    /// <summary>Writes the terms that rows were given and no one has written.</summary>
    public abstract void WriteTerms();

    /// <summary>Writes many statements by the fastest way there is.</summary>
    public abstract void Load(ReadOnlySpan<SampleRow> rows);

    /// <summary>Puts the followers' cursors at the end of the log, so that a server that starts has nothing to catch up with.</summary>
    public abstract void PassFollowers();

    /// <summary>Tells the database that it has been filled, and gives the bytes on disk of statements, keys and terms with their indexes.</summary>
    public abstract long Settle();

    public abstract void Dispose();

    /// <summary>The time at which the next statement is stored.</summary>
    protected DateTimeOffset Next(DateTimeOffset now) => Stored = now > Stored ? now : Stored + Tick;
}
