using System.Net;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class WritingOnTwoNodes
{
    [Fact]
    public async Task Positions_are_dense_times_strictly_grow_and_no_term_has_two_numbers()
    {
        await using var lrs = await Installation.Start(2);

        await Polling.Write(lrs.Nodes, writers: 8, batches: 12, batch: 10);

        Assert.Equal((960, 1, 960, 960, 960), await lrs.Ask(
            "SELECT COUNT(*)::int, MIN(seq)::int, MAX(seq)::int, COUNT(DISTINCT stored)::int, (SELECT seq FROM log_head)::int FROM statement",
            row => (row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4))));
        Assert.Equal(0, await lrs.Ask("SELECT COUNT(*)::int FROM statement a JOIN statement b ON b.seq = a.seq + 1 WHERE b.stored <= a.stored", row => row.Int(0)));
        Assert.Equal((true, true), await lrs.Ask(
            "SELECT COUNT(*) = COUNT(DISTINCT (kind, text)), MAX(id) = (SELECT term FROM log_head) AND COUNT(*) = MAX(id) FROM term", row => (row.Bool(0), row.Bool(1))));

        // What a number stands for is what the statement says, whichever node made it.
        Assert.Equal(0, await lrs.Ask(
            """
            SELECT COUNT(*)::int FROM statement s JOIN term v ON v.id = s.verb JOIN term o ON o.id = s.activity
            WHERE v.text <> lrs_json(s.body)->'verb'->>'id' OR o.text <> lrs_json(s.body)->'object'->>'id'
            """,
            row => row.Int(0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&limit=7")]
    public async Task Whoever_polls_with_since_on_either_node_sees_every_statement_once(string limit)
    {
        await using var lrs = await Installation.Start(2);
        var total = LongRun.Of(100_000, 3_000);
        using var done = new CancellationTokenSource();

        var pollers = lrs.Nodes.Select(node => Polling.Poll(lrs.Nodes, node, limit, done.Token)).ToList();
        var written = await Polling.Write(lrs.Nodes, writers: 12, batches: total / 120, batch: 10);
        await done.CancelAsync();

        foreach (var seen in await Task.WhenAll(pollers))
        {
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(written.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task A_chain_of_pages_goes_on_at_the_other_node_and_ends_at_the_head_of_its_first_page()
    {
        await using var lrs = await Installation.Start(2);
        await lrs.First.Store(Enumerable.Range(0, 9).Select(n => Some.Statement(activity: $"https://example.org/{n}")));
        var (page, through) = await lrs.First.Get("/xapi/statements?limit=2&ascending=true");
        await lrs.Second.Store(Some.Statement());

        var found = Node.Ids(page).ToList();
        for (var turn = 1; page.GetProperty("more").GetString() is { Length: > 0 } more; turn++)
        {
            (page, var later) = await lrs.Nodes[turn % 2].Get(more);
            Assert.Equal(through, later);
            found.AddRange(Node.Ids(page));
        }

        Assert.Equal(9, found.Distinct().Count());
        Assert.Equal(9, found.Count);
    }

    [Fact]
    public async Task The_same_statement_sent_to_both_at_once_is_stored_once_and_another_with_its_id_is_refused()
    {
        await using var lrs = await Installation.Start(2);
        for (var round = 0; round < 10; round++)
        {
            var id = Guid.NewGuid().ToString();
            var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => lrs.Nodes[n % 2].Post([Some.Statement(id: id)])));
            var other = await Task.WhenAll(lrs.Nodes.Select(node => node.Post([Some.Statement("bob@example.org", id: id)])));

            Assert.All(same, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.All(other, answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        }

        Assert.Equal(10, await lrs.Ask("SELECT COUNT(*)::int FROM statement", row => row.Int(0)));
    }

    [Fact]
    public async Task A_document_whose_tag_both_know_is_replaced_by_one_of_them()
    {
        await using var lrs = await Installation.Start(2);
        var path = $"/xapi/activities/state?activityId=https://example.org/a&agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}&stateId=s";
        Assert.Single(await Race("If-None-Match", "*", 0), answer => answer.StatusCode is HttpStatusCode.NoContent);
        for (var round = 1; round < 8; round++)
        {
            var tag = (await lrs.Nodes[round % 2].Http.GetAsync(path)).Headers.ETag!.Tag;
            var answers = await Race("If-Match", tag, round);

            Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.NoContent);
            Assert.Equal(7, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
        }

        Task<HttpResponseMessage[]> Race(string header, string value, int round) => Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
        {
            var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent($"{round} {n}", Encoding.UTF8, "text/plain") };
            request.Headers.TryAddWithoutValidation(header, value);
            return lrs.Nodes[n % 2].Http.SendAsync(request);
        }));
    }
}
