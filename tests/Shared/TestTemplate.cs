using Lrs.Data;
using Npgsql;

namespace Lrs.Tests;

/// <summary>
/// The schema, made once for all tests of this process by opening an empty database as the product does; copied for each test.
/// It lives as long as the process: a file in the system's folder for temporary files, a database on the tests' server.
/// </summary>
internal sealed class TestTemplate
{
    private static readonly TestTemplate Sqlite = new(Dialect.Sqlite);
    private static readonly TestTemplate Postgres = new(Dialect.Postgres);

    private readonly Lazy<Task<DatabaseOptions>> made;

    private TestTemplate(Dialect dialect) => made = new(() => Task.Run(() => Make(dialect)));

    public static TestTemplate Of(Dialect dialect) => dialect is Dialect.Sqlite ? Sqlite : Postgres;

    /// <summary>Makes a database like it.</summary>
    /// <param name="copy">Which; it must not be there yet.</param>
    /// <param name="onServer">Runs SQL on the server of a PostgreSQL database.</param>
    public async Task Copy(DatabaseOptions copy, Func<string, Task> onServer)
    {
        var template = await made.Value;
        if (copy.Dialect is Dialect.Sqlite)
        {
            File.Copy(FileOf(template), FileOf(copy));
        }
        else
        {
            await onServer($"CREATE DATABASE {NameOf(copy)} TEMPLATE {NameOf(template)}");
        }
    }

    private static async Task<DatabaseOptions> Make(Dialect dialect)
    {
        var database = await TestDatabase.Empty(dialect);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().Wait();
        await (await Database.Open(database.Options, CancellationToken.None)).DisposeAsync();
        return database.Options;
    }

    private static string FileOf(DatabaseOptions options) => Path.Combine(options.DataPath, "lrs.db");

    private static string NameOf(DatabaseOptions options) => new NpgsqlConnectionStringBuilder(options.ConnectionString).Database!;
}
