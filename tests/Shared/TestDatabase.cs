using Lrs.Data;
using Npgsql;
using Xunit;

namespace Lrs.Tests;

/// <summary>
/// A fresh database for one test: a folder for SQLite, a database of its own on the server that
/// <c>LRS_TEST_POSTGRES</c> names. Disposing it closes what it opened and removes everything. It has the schema already, copied from
/// one that was made once, for making it takes longer than most tests; <see cref="Empty"/> gives one without.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly string? server;
    private readonly List<Database> opened = [];

    private TestDatabase(Dialect dialect, string? server)
    {
        this.server = server;
        Name = $"test_{Guid.NewGuid():N}";
        Options = new DatabaseOptions(
            dialect,
            server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = Name, MaxPoolSize = 20 }.ToString(),
            folder.Path);
    }

    /// <summary>What a server needs to be told to use this database. Nothing has opened it yet.</summary>
    public DatabaseOptions Options { get; }

    private string Name { get; }

    /// <summary>A database with the schema and nothing in it.</summary>
    public static async Task<TestDatabase> Start(Dialect dialect)
    {
        var database = new TestDatabase(dialect, dialect is Dialect.Postgres ? Server() : null);
        await TestTemplate.Of(dialect).Copy(database.Options, database.OnServer);
        return database;
    }

    /// <summary>A database without the schema.</summary>
    public static async Task<TestDatabase> Empty(Dialect dialect)
    {
        var database = new TestDatabase(dialect, dialect is Dialect.Postgres ? Server() : null);
        await database.OnServer($"CREATE DATABASE {database.Name}");
        return database;
    }

    /// <summary>Opens it as the product does, with migrations. What is returned lives until this is disposed.</summary>
    public async Task<Database> Open()
    {
        var database = await Database.Open(Options, TestContext.Current.CancellationToken);
        opened.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in opened)
        {
            await database.DisposeAsync();
        }

        await OnServer($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        folder.Dispose();
    }

    private async Task OnServer(string sql)
    {
        if (server is not null)
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable("LRS_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "LRS_TEST_POSTGRES names no PostgreSQL server; tests/run.sh starts one.");
        return server!;
    }
}
