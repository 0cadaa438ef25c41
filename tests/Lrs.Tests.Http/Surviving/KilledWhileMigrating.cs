using Lrs.Data;
using Npgsql;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

public sealed class KilledWhileMigrating
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("LRS_TEST_LONG") is null ? 5 : 50;

    [Fact]
    public async Task On_SQLite_killed_at_any_moment_of_its_first_start_the_next_one_is_whole()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        var random = new Random(1);
        for (var kill = 0; kill < Kills; kill++)
        {
            // From the moment that the file is there to when all steps are in it.
            using var server = ServerProcess.Launch(place.Args);
            while (!File.Exists(Path.Combine(place.Data, "lrs.db")) && server.IsRunning)
            {
                await Task.Delay(1);
            }

            await Task.Delay(random.Next(0, 120));
            await server.Kill();
            if (random.Next(2) == 0)
            {
                Directory.Delete(place.Data, recursive: true);
            }
        }

        await StartsAndTakesStatements(place);
    }

    [Fact]
    public async Task On_PostgreSQL_killed_in_the_middle_of_its_steps_the_next_start_is_whole()
    {
        await using var place = await Installation.Make(Dialect.Postgres);

        // Somebody else is making a table of the last steps: the server stands still there, with the steps before it done and not committed.
        await using var connection = new NpgsqlConnection(place.Postgres!.Connection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var block = new NpgsqlCommand("CREATE TABLE answer (a integer)", connection, transaction))
        {
            await block.ExecuteNonQueryAsync();
        }

        using (var server = ServerProcess.Launch(place.Args))
        {
            while ((await StoredLog.Query(place, "SELECT count(*) FROM pg_stat_activity WHERE datname = 'lrs' AND wait_event_type = 'Lock'", row => row.GetInt64(0))).Single() == 0)
            {
                Assert.True(server.IsRunning, server.Output);
                await Task.Delay(20);
            }

            await server.Kill();
        }

        await transaction.RollbackAsync();
        Assert.Empty(await StoredLog.Query(place, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", row => row.GetString(0)));
        await StartsAndTakesStatements(place);
    }

    private static async Task StartsAndTakesStatements(Installation place)
    {
        using var server = await place.Start();
        using var http = place.Client();
        await Sample.Fill(http);
        Assert.Superset(Enumerable.Range(0, 52).Select(Sample.Id).ToHashSet(), (await StoredLog.Rows(place)).Select(row => row.Id).ToHashSet());
    }
}
