using System.Net;
using Lrs.Data;
using Lrs.Server.Statements;
using Microsoft.Extensions.DependencyInjection;
using Lrs.Server.Accounts;
using Xunit;

namespace Lrs.Tests.Http.Statements;

public sealed class WritingALot
{
    [Theory, EveryDatabase]
    public async Task Two_hundred_writers_at_once_store_each_statement_once_and_in_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();

        // Each statement is sent twice, by two writers.
        var answers = await Task.WhenAll(ids.Concat(ids).Select(id => lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(Some.Statement()))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(ids.Order(), (await lrs.Find("")).Order());
        var seqs = await lrs.Services.GetRequiredService<Database>().Read(
            (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0].Id,
            work => work.All("SELECT seq FROM statement WHERE tenant = @tenant ORDER BY stored", row => row.Long(0)),
            CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), seqs);
    }

    [Theory, EveryDatabase]
    public async Task An_empty_batch_is_nothing_and_a_thousand_come_back_in_their_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:PageSize=1000");

        var empty = await lrs.Post("/xapi/statements", "[]");
        var ids = await lrs.Store(Enumerable.Range(0, 1000).Select(n => Some.Statement($"a{n}@example.org")).ToArray());

        Assert.Equal((HttpStatusCode.OK, "[]"), (empty.StatusCode, await empty.Content.ReadAsStringAsync()));
        Assert.Equal(ids, await lrs.Find("ascending=true"));
    }

    [Theory, EveryDatabase]
    public async Task Over_the_queue_s_length_the_answer_is_to_come_back_and_nothing_is_stored(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:QueueLength=1");
        var tenant = (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0].Id;
        var log = lrs.Services.GetRequiredService<LogWriter>();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());

        // One in the writer's hands, one in the queue, which is full then.
        var first = Task.Run(() => log.Append(tenant, [], Held, CancellationToken.None));
        await entered.Task;
        var second = log.Append(tenant, [], (_, _) => Task.FromResult<Verdict>(Verdict.Accepted.Plain), CancellationToken.None);
        var busy = await lrs.Post("/xapi/statements", Some.Statement());
        leave.SetResult();

        Assert.IsType<AppendOutcome.Kept>(await first);
        Assert.IsType<AppendOutcome.Kept>(await second);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
        Assert.NotNull(busy.Headers.RetryAfter);
        Assert.Equal("urn:lrs:problem:busy", (await TestLrs.Read(busy)).GetProperty("type").GetString());
        Assert.Empty(await lrs.Find(""));
        Assert.Single(await lrs.Store(Some.Statement()));

        async Task<Verdict> Held(Work work, IReadOnlyList<NewStatement> fresh)
        {
            entered.SetResult();
            await leave.Task;
            return Verdict.Accepted.Plain;
        }
    }
}
