using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Lrs.Data;
using Lrs.Server;
using Npgsql;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class LosingTheDatabase
{
    private static readonly TimeSpan Bounded = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task A_crash_under_load_loses_nothing_that_was_acknowledged_and_stores_nothing_twice()
    {
        await using var cluster = await Cluster.Start();
        await using var first = await Node.Start(cluster.Options);
        await using var second = await Node.Start(cluster.Options);
        using var done = new CancellationTokenSource();
        var acknowledged = new ConcurrentBag<Guid>();
        var unavailable = 0;
        var writers = Enumerable.Range(0, 8).Select(n => Task.Run(() => WriteUntilTaken(n % 2 == 0 ? first : second, n, acknowledged, () => Interlocked.Increment(ref unavailable), done.Token))).ToList();

        for (var crash = 0; crash < LongRun.Of(20, 2); crash++)
        {
            await Task.Delay(1_000);
            await cluster.Crash();
            await Until(() => second.Http.GetAsync("/health/ready"), answer => answer.StatusCode is HttpStatusCode.OK);
        }

        await Task.Delay(1_000);
        await done.CancelAsync();
        await Task.WhenAll(writers);

        var stored = await second.Find("limit=1000");
        Assert.True(unavailable > 0, "No request met the crash, so this test has shown nothing.");
        Assert.True(acknowledged.Count > 100, $"Only {acknowledged.Count} were stored.");
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(stored.Count, stored.Distinct().Count());
        var counted = await second.Database.ReadReference(work => work.One("SELECT (SELECT COUNT(*) FROM statement), (SELECT seq FROM log_head), (SELECT MAX(seq) FROM statement)", row => (row.Long(0), row.Long(1), row.Long(2))), default);
        Assert.Equal((stored.Count, stored.Count, stored.Count), counted);

        // The views have recovered by themselves as well.
        await Until(() => first.Http.GetAsync("/odata/Statements/$count"), answer => answer.StatusCode is HttpStatusCode.OK);
        await Until(() => second.Http.GetAsync("/odata/Learners?$count=true"), answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(stored.Count, await second.Database.ReadReference(work => work.One("SELECT seq FROM follower", row => row.Long(0)), default));
    }

    [Fact]
    public async Task While_the_line_is_cut_every_request_gets_503_with_Retry_After_soon_and_afterwards_all_is_well()
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        await using var proxy = ProxyTo(database);
        await using var node = await Node.Start(Through(database, proxy));
        await node.Store(Some.Statement());
        proxy.Set(Line.Cut);

        foreach (var send in Requests(node))
        {
            var watch = Stopwatch.StartNew();
            using var answer = await send();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        }

        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("/health/live")).StatusCode);
        proxy.Set(Line.Open);

        // The credential is looked up anew and every pooled connection is a dead one.
        await Until(() => node.Post([Some.Statement("bob@example.org")]), answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(2, (await node.Find("")).Count);
        await Until(() => node.Http.GetAsync("/odata/Learners?$count=true"), answer => answer.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_a_stalled_line_requests_end_in_bounded_time_and_what_is_sent_again_is_there_once()
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        await using var proxy = ProxyTo(database);
        await using var node = await Node.Start(Through(database, proxy, "Command Timeout=3"));
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToList();
        await node.Store(Some.Statement());
        proxy.Set(Line.Stalled);

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(ids.Select(id => node.Post([Some.Statement(id: id.ToString())])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.True(watch.Elapsed < Bounded, $"It took {watch.Elapsed}.");
        proxy.Set(Line.Open);
        foreach (var id in ids)
        {
            await Until(() => node.Post([Some.Statement(id: id.ToString())]), answer => answer.StatusCode is HttpStatusCode.OK);
        }

        Assert.Equal(7, (await node.Find("")).Count);
        Assert.Equal(ids.Order(), (await node.Find("")).Intersect(ids).Order());
    }

    [Fact]
    public async Task A_node_that_is_stalled_while_it_holds_the_head_blocks_the_other_no_longer_than_its_time()
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        await using var proxy = ProxyTo(database);
        await using var stalled = await Node.Start(Through(database, proxy));
        await using var other = await Node.Start(database.Options);
        await stalled.Store(Some.Statement());
        var holds = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var holder = stalled.Database.Write(
            TenantId.From(1),
            async work =>
            {
                await work.Run("UPDATE log_head SET seq = seq WHERE tenant = @tenant");
                proxy.Set(Line.Stalled);
                holds.SetResult();
                await never.Task;
            },
            CancellationToken.None);
        await holds.Task;

        var watch = Stopwatch.StartNew();
        var answers = new List<HttpStatusCode>();
        do
        {
            using var answer = await other.Post([Some.Statement("bob@example.org")]);
            answers.Add(answer.StatusCode);
            Assert.True(answer.StatusCode is HttpStatusCode.OK || (answer.StatusCode is HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null), $"{answer.StatusCode}");
        }
        while (answers[^1] is not HttpStatusCode.OK);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(25), $"It took {watch.Elapsed}: {string.Join(' ', answers)}.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answers[0]);
        Assert.Equal(2, (await other.Find("")).Count);
        proxy.Set(Line.Cut);
        never.SetResult();
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => holder);
    }

    [Fact]
    public async Task Of_two_hosts_the_dead_one_is_passed_over_at_start_and_when_the_first_dies_later()
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        await using var one = ProxyTo(database);
        await using var two = ProxyTo(database);
        one.Set(Line.Cut);
        var hosts = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString) { Host = $"127.0.0.1:{one.Port},127.0.0.1:{two.Port}" };
        hosts.Remove("Port");
        await using var node = await Node.Start(database.Options with { ConnectionString = $"{hosts};Host Recheck Seconds=1" });
        await node.Store(Some.Statement());

        two.Set(Line.Cut);
        one.Set(Line.Open);

        await Until(() => node.Post([Some.Statement("bob@example.org")]), answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(2, (await node.Find("")).Count);
    }

    [Theory]
    [InlineData("primary")]
    [InlineData("read-write")]
    public async Task A_wish_for_the_kind_of_host_is_kept(string wish)
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        await using var dead = ProxyTo(database);
        dead.Set(Line.Cut);
        var settings = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString);
        var hosts = $"Host=127.0.0.1:{dead.Port},{settings.Host}:{settings.Port};Username={settings.Username};Database={settings.Database};Target Session Attributes={wish}";

        await using var node = await Node.Start(database.Options with { ConnectionString = hosts });

        await node.Store(Some.Statement());
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=a", "does not answer")]
    [InlineData("Host=127.0.0.1:1,127.0.0.1:2;Username=a", "does not answer")]
    [InlineData("Host=127.0.0.1:1,127.0.0.1:2;Username=a;Target Session Attributes=best", "cannot be read")]
    public async Task A_start_while_the_database_is_away_ends_with_a_sentence_and_1(string connection, string sentence)
    {
        using var folder = new TestFolder();
        var told = new StringWriter();
        var before = Console.Error;
        Console.SetError(told);
        int code;
        try
        {
            code = await Startup.Run(
                ["--Lrs:Database:Engine=postgres", $"--ConnectionStrings:Lrs={connection}", $"--Lrs:DataPath={folder.Path}", "--Lrs:AppUrl=http://127.0.0.1:18431", "--Lrs:ContentUrl=http://localhost:18432"], Program.Compose);
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal(1, code);
        Assert.StartsWith("Lrs cannot start: ", told.ToString(), StringComparison.Ordinal);
        Assert.Contains(sentence, told.ToString(), StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Lrs", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.ToString(), StringComparison.Ordinal);
    }

    private static Proxy ProxyTo(TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString);
        return new Proxy(settings.Host!, settings.Port);
    }

    private static DatabaseOptions Through(TestDatabase database, Proxy proxy, string more = "") => database.Options with
    {
        ConnectionString = $"{new NpgsqlConnectionStringBuilder(database.Options.ConnectionString) { Host = "127.0.0.1", Port = proxy.Port }};{more}",
    };

    private static IEnumerable<Func<Task<HttpResponseMessage>>> Requests(Node node) =>
    [
        () => node.Post([Some.Statement()]),
        () => node.Http.GetAsync("/xapi/statements"),
        () => node.Http.GetAsync("/odata/Learners"),
        () => node.Http.GetAsync("/api/courses"),
        () => node.Http.GetAsync("/health/ready"),
    ];

    // As a careful client does it: the same statement again until it is taken.
    private static async Task WriteUntilTaken(Node node, int writer, ConcurrentBag<Guid> acknowledged, Action unavailable, CancellationToken done)
    {
        for (var n = 0; !done.IsCancellationRequested; n++)
        {
            var id = Guid.NewGuid();
            while (true)
            {
                using var answer = await node.Post([Some.Statement($"agent{writer}@example.org", activity: $"https://example.org/{n % 50}", id: id.ToString())]);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    acknowledged.Add(id);
                    break;
                }

                Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
                unavailable();
                await Task.Delay(200, CancellationToken.None);
            }
        }
    }

    private static async Task Until(Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, bool> right)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await ask();
            if (right(answer))
            {
                return;
            }

            Assert.True(watch.Elapsed < Bounded, $"Still {(int)answer.StatusCode} after {watch.Elapsed}: {await answer.Content.ReadAsStringAsync()}");
            await Task.Delay(100);
        }
    }
}
