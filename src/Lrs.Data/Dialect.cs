namespace Lrs.Data;

/// <summary>The two databases the product runs on.</summary>
public enum Dialect
{
    /// <summary>SQLite 3, embedded: one process, one machine.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer: several server processes on one database.</summary>
    Postgres,
}

/// <summary>One SQL text for each database, side by side, for the places where they differ. A plain string serves both.</summary>
/// <param name="Sqlite">The text for SQLite.</param>
/// <param name="Postgres">The text for PostgreSQL.</param>
public sealed record PerDialect(string Sqlite, string Postgres)
{
    /// <summary>The text for one database.</summary>
    public string For(Dialect dialect) => dialect is Dialect.Sqlite ? Sqlite : Postgres;

    /// <summary>The same text for both databases.</summary>
    public static implicit operator PerDialect(string both) => new(both, both);

    /// <summary>The same text for both databases.</summary>
    public static PerDialect FromString(string both) => both;
}

/// <summary>Pieces of SQL that differ between the databases in the same way everywhere.</summary>
public static class Sql
{
    /// <summary>A list parameter of Guids or byte strings, to stand after a column.</summary>
    public static PerDialect InBlobs(string before, string parameter, string after) => new(
        Sqlite: $"{before} IN (SELECT unhex(value) FROM json_each({parameter})){after}",
        Postgres: $"{before} = ANY({parameter}){after}");

    /// <summary>A list parameter of numbers or texts, to stand after a column.</summary>
    public static PerDialect In(string before, string parameter, string after) => new(
        Sqlite: $"{before} IN (SELECT value FROM json_each({parameter})){after}",
        Postgres: $"{before} = ANY({parameter}){after}");
}
