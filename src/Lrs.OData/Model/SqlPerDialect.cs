namespace Lrs.OData;

/// <summary>One SQL text for each database; a plain string serves both.</summary>
/// <param name="Sqlite">The text for SQLite.</param>
/// <param name="Postgres">The text for PostgreSQL.</param>
public sealed record SqlPerDialect(string Sqlite, string Postgres)
{
    /// <summary>The same text for both databases.</summary>
    public static implicit operator SqlPerDialect(string both) => new(both, both);

    /// <summary>The same text for both databases.</summary>
    public static SqlPerDialect FromString(string both) => both;

    internal string For(SqlDialect dialect) => dialect == SqlDialect.Sqlite ? Sqlite : Postgres;
}
