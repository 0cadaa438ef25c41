using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>Pages of statements: none skipped, none twice, whoever writes meanwhile (xAPI Data 2.5, Communication 2.1.3).</summary>
public sealed class PagingThrough
{
    [Theory, EveryDatabase]
    public async Task Every_page_follows_the_one_before_while_others_write_both_ways_and_with_every_filter(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Enumerable.Range(0, 60).Select(n => Some.Statement($"a{n % 3}@example.org", n % 2 == 0 ? Some.Passed : Some.Completed, $"https://example.org/{n % 5}")).ToArray());
        var agent = $"agent={Uri.EscapeDataString(Some.Agent("a1@example.org"))}";
        using var done = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var n = 0; !done.IsCancellationRequested; n++)
            {
                await lrs.Store(Some.Statement($"a{n % 3}@example.org", n % 2 == 0 ? Some.Passed : Some.Completed, $"https://example.org/{n % 5}"));
            }
        });

        foreach (var (query, pick) in new (string, Func<int, bool>)[]
        {
            ("", _ => true), (agent, n => n % 3 == 1), ($"verb={Some.Passed}", n => n % 2 == 0), ("activity=https://example.org/3", n => n % 5 == 3),
            ($"{agent}&verb={Some.Passed}", n => n % 6 == 4), ($"{agent}&activity=https://example.org/3&related_activities=true&related_agents=true", n => n % 15 == 13),
        })
        {
            var wanted = ids.Where((_, n) => pick(n)).ToList();
            foreach (var limit in new[] { 1, 7 })
            {
                var up = await lrs.Find($"{query}&limit={limit}&ascending=true".TrimStart('&'));
                var down = await lrs.Find($"{query}&limit={limit}".TrimStart('&'));

                Assert.Equal(wanted, up.Take(wanted.Count));
                Assert.Equal(wanted.AsEnumerable().Reverse(), down.TakeLast(wanted.Count));
                Assert.Equal(up.Count, up.Distinct().Count());
                Assert.Equal(down.Count, down.Distinct().Count());
            }
        }

        await done.CancelAsync();
        await writer;
    }

    [Theory, EveryDatabase]
    public async Task More_stays_below_the_address_that_was_asked_and_is_empty_on_a_last_page_that_is_full(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(), Some.Statement(), Some.Statement(), Some.Statement());

        var first = await lrs.Get("/xapi/1.0.3/statements?limit=2");
        var second = await lrs.Get(first.GetProperty("more").GetString()!);

        Assert.StartsWith("/xapi/1.0.3/statements?more=", first.GetProperty("more").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, ""), (second.GetProperty("statements").GetArrayLength(), second.GetProperty("more").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task More_keeps_format_and_order_and_takes_no_other_parameter(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Enumerable.Range(0, 3).Select(n => $$"""{"actor":{"mbox":"mailto:a@example.org","name":"Ada"},"verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/{{n}}"} }""").ToArray());
        var more = (await lrs.Get("/xapi/statements?limit=1&ascending=true&format=ids")).GetProperty("more").GetString()!;

        var second = (await lrs.Get(more)).GetProperty("statements")[0];
        using var withMore = await lrs.Http.GetAsync($"{more}&limit=2");

        Assert.Equal(ids[1], second.GetProperty("id").GetGuid());
        Assert.False(second.GetProperty("actor").TryGetProperty("name", out _));
        Assert.Equal(HttpStatusCode.BadRequest, withMore.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task When_something_happened_has_no_say_in_since_until_and_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(
            Some.Statement(more: "\"timestamp\":\"2030-01-01T00:00:00Z\","),
            Some.Statement(more: "\"timestamp\":\"1999-01-01T00:00:00Z\","),
            Some.Statement(more: "\"timestamp\":\"2015-01-01T00:00:00Z\","));

        Assert.Equal(ids.Reverse(), await lrs.Find(""));
        Assert.Equal(ids.Reverse(), await lrs.Find("since=2020-01-01T00:00:00Z&until=2200-01-01T00:00:00Z"));
        Assert.Empty(await lrs.Find("until=2020-01-01T00:00:00Z"));
    }
}
