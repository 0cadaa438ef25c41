using Lrs.Data;
using Lrs.Tests.Http.Nodes;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>X-Experience-API-Consistent-Through bounds what is committed (xAPI Communication 2.1.3). On two servers: <see cref="WritingOnTwoNodes"/>.</summary>
public sealed class PollingWhileOthersWrite
{
    [Theory, EveryDatabase]
    public async Task Whoever_asks_since_the_last_consistent_through_sees_every_statement_once(Dialect dialect)
    {
        await using var lrs = await Installation.StartOne(dialect);
        var total = LongRun.Of(100_000, 3_000);
        using var done = new CancellationTokenSource();

        var pollers = new[] { "", "&limit=7", "&limit=100" }.Select(limit => Polling.Poll(lrs.Nodes, lrs.First, limit, done.Token)).ToList();
        var written = await Polling.Write(lrs.Nodes, writers: 10, batches: total / 100, batch: 10);
        await done.CancelAsync();

        Assert.Equal(total, written.Count);
        foreach (var seen in await Task.WhenAll(pollers))
        {
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(written.Order(), seen.Order());
        }
    }

    [Theory, EveryDatabase]
    public async Task It_is_never_before_what_an_answer_holds_and_never_goes_back(Dialect dialect)
    {
        await using var lrs = await Installation.StartOne(dialect);
        using var done = new CancellationTokenSource();
        var writing = Task.Run(() => Polling.Write(lrs.Nodes, writers: 4, batches: 15, batch: 5)).ContinueWith(_ => done.Cancel());
        var last = DateTimeOffset.MinValue;
        while (!done.IsCancellationRequested)
        {
            var (page, through) = await lrs.First.Get("/xapi/statements?limit=1");
            var bound = DateTimeOffset.Parse(through, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(bound >= last, $"{bound:O} after {last:O}");
            Assert.All(page.GetProperty("statements").EnumerateArray(), statement => Assert.True(statement.GetProperty("stored").GetDateTimeOffset() <= bound));
            last = bound;
        }

        await writing;
    }
}
