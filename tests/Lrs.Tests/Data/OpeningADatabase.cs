using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class OpeningADatabase
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_one_gets_every_schema_step(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Empty(dialect);

        var database = await fresh.Open();

        Assert.Equal(MigrationFolders.Names(dialect), await Applied(database));
    }

    [Theory, EveryDatabase]
    public async Task Opened_again_it_is_as_it_was(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Empty(dialect);
        await using (var first = await Database.Open(fresh.Options, Cancel))
        {
            await first.Write(TenantId.From(1), work => work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, 'kept', 7)"), Cancel);
        }

        var again = await fresh.Open();

        Assert.Equal(MigrationFolders.Names(dialect), await Applied(again));
        Assert.Equal(7L, await again.Read(TenantId.From(1), work => work.One("SELECT seq FROM follower WHERE tenant = @tenant", row => row.Long(0)), Cancel));
    }

    [Fact]
    public async Task Several_processes_may_start_on_one_new_PostgreSQL_database()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Postgres);

        var databases = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Database.Open(fresh.Options, Cancel))));

        foreach (var database in databases)
        {
            Assert.Equal(MigrationFolders.Names(Dialect.Postgres), await Applied(database));
            await database.DisposeAsync();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_schema_step_that_was_edited_after_it_was_applied_stops_the_start(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Empty(dialect);
        await Change(fresh, "UPDATE migration SET checksum = 'of another text' WHERE name = '0001-statements'");

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(fresh.Open);

        Assert.Contains("'0001-statements' was applied with another text", fault.Message);
    }

    [Theory, EveryDatabase]
    public async Task A_database_of_a_newer_version_stops_the_start(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Empty(dialect);
        await Change(fresh, "INSERT INTO migration (name, checksum) VALUES ('9999-later', 'x')");

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(fresh.Open);

        Assert.Contains("'9999-later'", fault.Message);
        Assert.Contains("newer version", fault.Message);
    }

    [Fact]
    public async Task PostgreSQL_without_a_connection_string_names_the_setting()
    {
        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Database.Open(new DatabaseOptions(Dialect.Postgres, null, ""), Cancel));

        Assert.Contains("ConnectionStrings:Lrs", fault.Message);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_names_the_setting()
    {
        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Database.Open(new DatabaseOptions(Dialect.Postgres, "Hots=a", ""), Cancel));

        Assert.Contains("ConnectionStrings:Lrs", fault.Message);
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_answer_is_said_to()
    {
        var nobody = new DatabaseOptions(Dialect.Postgres, "Host=127.0.0.1;Port=1;Username=a;Timeout=5", "");

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Database.Open(nobody, Cancel));

        Assert.Contains("PostgreSQL does not answer", fault.Message);
    }

    private static async Task Change(TestDatabase fresh, string sql)
    {
        await using var database = await Database.Open(fresh.Options, Cancel);
        Assert.Equal(1, await database.WriteReference(work => work.Run(sql), Cancel));
    }

    private static Task<List<string>> Applied(Database database) =>
        database.ReadReference(work => work.All("SELECT name FROM migration ORDER BY name", row => row.Text(0)), Cancel);
}
