using System.Diagnostics;
using System.Net;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class StoppingQuestions
{
    // 120 rows of each of four sets, every combination: more than any machine counts in the time given.
    private const string Endless = "$crossjoin(Statements,Attempts,Answers,Learners)?$count=true&$top=1&$filter=contains(Statements/ActorName,'x') or Learners/Name eq Answers/Response";

    [Theory, EveryDatabase]
    public async Task One_that_takes_too_long_is_stopped_and_told_so(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect, "Lrs:Reports:Seconds=1");
        var watch = Stopwatch.StartNew();

        var answer = await lrs.Http.Ask(Endless);

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("limit.time", (await TestLrs.Read(answer)).GetProperty("error").GetProperty("code").GetString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        await Idle(lrs, dialect);
        Assert.Equal("120", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
    }

    [Theory, EveryDatabase]
    public async Task Those_that_nobody_waits_for_any_more_stop_and_make_room(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect, "Lrs:Reports:Seconds=3600");
        for (var i = 0; i < 20; i++)
        {
            using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lrs.Http.GetAsync("/odata/" + Endless, leaving.Token));
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal("120", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        await Idle(lrs, dialect);
    }

    [Theory, EveryDatabase]
    public async Task What_reads_cannot_write(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement());
        var database = lrs.Services.GetRequiredService<Database>();

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database.Snapshot(TenantId.From(1), work => work.Run("DELETE FROM verb WHERE tenant = @tenant"), CancellationToken.None));

        Assert.Contains("read", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<TestLrs> Loaded(Dialect dialect, string setting)
    {
        var lrs = await TestLrs.Start(dialect, setting);
        await lrs.Store([.. Enumerable.Range(0, 120).Select(n => Some.Statement(
            $"a{n}@example.org", "http://adlnet.gov/expapi/verbs/answered", $"https://example.org/{n}/q", """ "result":{"response":"r"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/u"}]}},"""))]);
        Assert.Equal("120", await lrs.Http.GetStringAsync("/odata/Answers/$count"));
        return lrs;
    }

    // Nothing runs on in the database either.
    private static async Task Idle(TestLrs lrs, Dialect dialect)
    {
        if (dialect is not Dialect.Postgres)
        {
            return;
        }

        var database = lrs.Services.GetRequiredService<Database>();
        for (var tries = 0; ; tries++)
        {
            var running = await database.ReadReference(
                work => work.One("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND datname = current_database() AND query LIKE '%t0_3%' AND pid <> pg_backend_pid()", row => row.Long(0)),
                CancellationToken.None);
            if (running == 0)
            {
                return;
            }

            Assert.True(tries < 50, "The database still works on what nobody waits for.");
            await Task.Delay(100);
        }
    }
}
