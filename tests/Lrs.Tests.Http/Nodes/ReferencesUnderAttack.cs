using System.Diagnostics;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class ReferencesUnderAttack
{
    private const string Target = "https://example.org/target";
    private static readonly string Found = $"activity={Target}&limit=1000";

    [Theory, EveryDatabase]
    public async Task Many_that_wait_for_one_target_are_found_in_the_end_and_hold_no_other_writer_up(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:PageSize=1000");
        var many = LongRun.Of(100_000, 3_000);
        var target = Guid.NewGuid();
        for (var sent = 0; sent < many; sent += 500)
        {
            await lrs.Store([.. Enumerable.Range(sent, 500).Select(n => Some.Reference(target, $"agent{n % 20}@example.org"))]);
        }

        var slowest = await WhileOthersWrite(lrs, async () =>
        {
            await lrs.Store(Some.Statement("carol@example.org", activity: Target, id: target.ToString()));
            await Spread(lrs);
        });

        Assert.Equal(many + 1, (await lrs.Find(Found)).Count);
        Assert.Equal(many + 1, (await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("carol@example.org"))}&limit=1000")).Count);
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"A writer waited {slowest}.");
    }

    [Theory]
    [InlineData(Dialect.Sqlite, true)]
    [InlineData(Dialect.Sqlite, false)]
    [InlineData(Dialect.Postgres, true)]
    [InlineData(Dialect.Postgres, false)]
    public async Task A_long_chain_is_found_by_what_its_last_link_says_whichever_end_came_first(Dialect dialect, bool targetFirst)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:PageSize=1000");
        var deep = LongRun.Of(10_000, 600);
        var ids = Enumerable.Range(0, deep + 1).Select(_ => Guid.NewGuid()).ToList();
        var links = ids.Index().Select(link => link.Index == 0
            ? Some.Statement("carol@example.org", activity: Target, id: link.Item.ToString())
            : Some.Reference(ids[link.Index - 1], id: link.Item.ToString())).ToList();
        if (!targetFirst)
        {
            links.Reverse();
        }

        var slowest = await WhileOthersWrite(lrs, async () =>
        {
            foreach (var some in links.Chunk(100))
            {
                await lrs.Store(some);
            }

            await Spread(lrs);
        });

        var watch = Stopwatch.StartNew();
        Assert.Equal(deep + 1, (await lrs.Find(Found)).Distinct().Count());
        Assert.Equal(deep + 1, (await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("carol@example.org"))}&{Found}")).Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(LongRun.Of(60, 10)), $"Reading took {watch.Elapsed}.");
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"A writer waited {slowest}.");
    }

    [Theory, EveryDatabase]
    public async Task Cycles_end_and_all_on_them_say_what_any_of_them_says(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:PageSize=1000");
        var round = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToList();
        var self = Guid.NewGuid();

        await lrs.Store([.. round.Index().Select(one => Some.Reference(round[(one.Index + 1) % round.Count], $"agent{one.Index}@example.org", id: one.Item.ToString()))]);
        await lrs.Store(Some.Reference(self, "self@example.org", id: self.ToString()));
        await Spread(lrs);

        foreach (var n in new[] { 0, 17, 39 })
        {
            Assert.Equal(round.Order(), (await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent($"agent{n}@example.org"))}&limit=1000")).Order());
        }

        Assert.Equal([self], await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("self@example.org"))}"));
        Assert.Empty(await lrs.Find(Found));
    }

    [Theory, EveryDatabase]
    public async Task What_was_left_in_the_queue_is_done_after_a_restart(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:PageSize=1000");
        var target = Guid.NewGuid();
        for (var sent = 0; sent < 2_000; sent += 500)
        {
            await lrs.Store([.. Enumerable.Range(sent, 500).Select(n => Some.Reference(target, $"agent{n % 20}@example.org"))]);
        }

        await lrs.Store(Some.Statement("carol@example.org", activity: Target, id: target.ToString()));
        Assert.True(await Waiting(lrs) > 0, "A commit gives no more than a thousand keys.");
        await lrs.Restart();
        await Spread(lrs);

        Assert.Equal(2_001, (await lrs.Find(Found)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Many_voiding_statements_that_wait_for_one_target_void_it_once_by_the_first(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = Guid.NewGuid();
        var voiders = await lrs.Store([.. Enumerable.Range(0, 300).Select(n => Some.Reference(target, $"agent{n}@example.org", Some.Voided))]);

        await lrs.Store(Some.Statement(activity: Target, id: target.ToString()));
        await Spread(lrs);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?statementId={target}")).StatusCode);
        var (by, first) = await lrs.Services.GetRequiredService<Database>().Read(
            TenantId.From(1),
            work => work.One(
                "SELECT (SELECT voided_by FROM statement WHERE tenant = @tenant AND id = @target), (SELECT seq FROM statement WHERE tenant = @tenant AND id = @first)",
                row => (row.Long(0), row.Long(1)),
                ("@target", target),
                ("@first", voiders[0])),
            CancellationToken.None);
        Assert.Equal(first, by);
        Assert.Equal(300, (await lrs.Find(Found)).Count);
    }

    private static async Task Spread(TestLrs lrs)
    {
        var watch = Stopwatch.StartNew();
        while (await Waiting(lrs) > 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(LongRun.Of(10, 1)), $"{await Waiting(lrs)} items still wait.");
            await Task.Delay(50);
        }
    }

    private static Task<long> Waiting(TestLrs lrs) => lrs.Services.GetRequiredService<Database>().Read(
        TenantId.From(1), work => work.One("SELECT COUNT(*) FROM reference_queue WHERE tenant = @tenant", row => row.Long(0)), CancellationToken.None);

    // Gives the longest time that a writer of something else had to wait meanwhile.
    private static async Task<TimeSpan> WhileOthersWrite(TestLrs lrs, Func<Task> attack)
    {
        using var done = new CancellationTokenSource();
        var slowest = TimeSpan.Zero;
        var writer = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                await lrs.Store(Some.Statement("writer@example.org"));
                slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
                await Task.Delay(10);
            }
        });
        await attack();
        await done.CancelAsync();
        await writer;
        return slowest;
    }
}
