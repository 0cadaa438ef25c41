using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lrs.Data;
using Lrs.Server.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class SlowClients
{
    private static readonly string Credential = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"));

    [Theory, EveryDatabase]
    public async Task Who_reads_an_answer_slowly_holds_no_transaction_and_no_writer(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var much = $"\"context\":{{\"extensions\":{{\"https://example.org/x\":\"{new string('x', 100_000)}\"}}}},";
        for (var n = 0; n < 5; n++)
        {
            await lrs.Store([.. Enumerable.Repeat(Some.Statement(more: much), 10)]);
        }

        var readers = new List<TcpClient>();
        foreach (var path in Enumerable.Repeat("/xapi/statements?limit=50", 6).Concat(Enumerable.Repeat("/odata/Statements?$top=50", 6)))
        {
            readers.Add(await Send(lrs.App, $"GET {path} HTTP/1.1\r\nHost: {lrs.App.Authority}\r\nAuthorization: Basic {Credential}\r\nX-Experience-API-Version: 1.0.3\r\n\r\n", receiveRoom: 4_096));
        }

        foreach (var reader in readers)
        {
            Assert.Equal(1, await reader.GetStream().ReadAsync(new byte[1]));
        }

        if (dialect is Dialect.Postgres)
        {
            Assert.Equal(0, await InTransactions(lrs));
        }

        var watch = Stopwatch.StartNew();
        await lrs.Store(Some.Statement("bob@example.org"));
        await lrs.Get("/odata/Learners");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        readers.ForEach(reader => reader.Dispose());
    }

    [Theory, EveryDatabase]
    public async Task Who_sends_a_body_slowly_holds_nothing_and_is_told_when_the_time_is_over(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:BodySeconds=3");
        var senders = new List<TcpClient>();
        for (var n = 0; n < 20; n++)
        {
            senders.Add(await Send(
                lrs.App,
                $"POST /xapi/statements HTTP/1.1\r\nHost: {lrs.App.Authority}\r\nAuthorization: Basic {Credential}\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n["));
        }

        await Task.Delay(500);
        if (dialect is Dialect.Postgres)
        {
            Assert.Equal(0, await InTransactions(lrs));
        }

        var watch = Stopwatch.StartNew();
        await lrs.Store(Some.Statement());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");

        foreach (var sender in senders)
        {
            using var reader = new StreamReader(sender.GetStream());
            Assert.Contains(" 408 ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(15)), StringComparison.Ordinal);
        }

        senders.ForEach(sender => sender.Dispose());
    }

    [Theory, EveryDatabase]
    public async Task Bodies_take_no_more_memory_than_they_may_and_over_it_the_answer_is_503_with_Retry_After(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:BodiesInMemory=2000000");
        var budget = lrs.Services.GetRequiredService<BodyBudget>();
        var big = Some.Statement(more: $"\"context\":{{\"extensions\":{{\"https://example.org/x\":\"{new string('x', 600_000)}\"}}}},");
        var holders = new List<TcpClient>();
        for (var n = 0; n < 3; n++)
        {
            holders.Add(await Send(
                lrs.App,
                $"POST /xapi/statements HTTP/1.1\r\nHost: {lrs.App.Authority}\r\nAuthorization: Basic {Credential}\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: 600000\r\n\r\n["));
        }

        await Until(() => budget.Held > 1_700_000);
        var refused = await lrs.Post("/xapi/statements", big);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.True(budget.Held <= 2_000_000);
        holders.ForEach(holder => holder.Dispose());
        await Until(() => budget.Held == 0);
        Assert.Equal(HttpStatusCode.OK, (await lrs.Post("/xapi/statements", big)).StatusCode);
        await Until(() => budget.Held == 0);
    }

    [Theory, EveryDatabase]
    public async Task Over_the_length_of_the_queue_the_answer_is_503_with_Retry_After_and_what_was_taken_is_there(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:QueueLength=5");
        var database = lrs.Services.GetRequiredService<Database>();
        var held = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        var holder = database.Write(
            TenantId.From(1),
            async work =>
            {
                await work.Run("UPDATE log_head SET seq = seq WHERE tenant = @tenant");
                held.SetResult();
                await free.Task;
            },
            CancellationToken.None);
        await held.Task;

        var sent = Enumerable.Range(0, 30).Select(n => lrs.Post("/xapi/statements", Some.Statement($"agent{n}@example.org"))).ToList();

        // Five wait, and at most five have been taken.
        await Until(() => sent.Count(answer => answer.IsCompleted) >= 20);
        free.SetResult();
        await holder;
        var answers = await Task.WhenAll(sent);

        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK), answer =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        });
        Assert.Equal(answers.Count(answer => answer.StatusCode is HttpStatusCode.OK), (await lrs.Find("")).Count);
        Assert.Contains($"lrs_log_refused_total {answers.Count(answer => answer.StatusCode is HttpStatusCode.ServiceUnavailable)}\n", await lrs.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    private static Task<int> InTransactions(TestLrs lrs) => lrs.Services.GetRequiredService<Database>().ReadReference(
        work => work.One("SELECT COUNT(*)::int FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'", row => row.Int(0)),
        CancellationToken.None);

    private static async Task<TcpClient> Send(Uri server, string text, int receiveRoom = 64 * 1024)
    {
        var client = new TcpClient { ReceiveBufferSize = receiveRoom, NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return client;
    }

    private static async Task Until(Func<bool> right)
    {
        var watch = Stopwatch.StartNew();
        while (!right())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), "It did not come to that.");
            await Task.Delay(20);
        }
    }
}
