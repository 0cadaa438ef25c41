using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Statements;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class FollowingOnTwoNodes
{
    [Fact]
    public async Task A_report_asked_of_one_has_what_was_just_stored_at_the_other()
    {
        await using var lrs = await Installation.Start(2);
        for (var round = 0; round < 12; round++)
        {
            await lrs.Nodes[round % 2].Store(Enumerable.Range(0, 5).Select(n => Some.Statement($"agent{round}-{n}@example.org")));

            Assert.Equal((round + 1) * 5, await Learners(lrs.Nodes[(round + 1) % 2]));
        }
    }

    [Fact]
    public async Task While_both_write_the_views_are_made_once_and_come_to_the_end()
    {
        await using var lrs = await Installation.Start(2);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var turn = 0; turn < 15; turn++)
            {
                await lrs.Nodes[writer % 2].Store(Enumerable.Range(0, 5).Select(n => Some.Statement($"agent{(writer + n) % 9}@example.org", Some.Completed, $"https://example.org/{n}")));
            }
        }));

        Assert.Equal(9, await Learners(lrs.Second));
        Assert.Equal((600, 600), await lrs.Ask("SELECT (SELECT seq FROM follower WHERE name = 'reports')::int, (SELECT COUNT(*) FROM attempt_entry)::int", row => (row.Int(0), row.Int(1))));
    }

    [Fact]
    public async Task A_node_that_holds_the_cursor_keeps_the_other_from_it_and_when_it_is_gone_the_other_goes_on()
    {
        await using var lrs = await Installation.Start(2);
        var follower = lrs.Second.Services.GetServices<ILogFollower>().Single(follower => follower.Name is "reports");
        var runner = lrs.Second.Services.GetRequiredService<FollowerRunner>();
        var tenant = TenantId.From(1);
        await lrs.First.Store(Some.Statement());
        await Learners(lrs.First);
        var held = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        var holder = lrs.First.Database.Write(
            tenant,
            async work =>
            {
                await work.Run("SELECT 1 FROM follower WHERE tenant = @tenant FOR UPDATE");
                held.SetResult();
                await gone.Task;
                throw new OperationCanceledException("This node is gone.");
            },
            CancellationToken.None);
        await held.Task;

        await lrs.Second.Store(Some.Statement("bob@example.org"));
        await runner.CatchUp(tenant, follower, CancellationToken.None);
        Assert.Equal(1, await lrs.Ask("SELECT seq::int FROM follower WHERE name = 'reports'", row => row.Int(0)));

        gone.SetResult();
        await Assert.ThrowsAsync<OperationCanceledException>(() => holder);
        Assert.Equal(2, await Learners(lrs.Second));
    }

    [Fact]
    public async Task A_node_that_stops_leaves_the_views_to_the_other()
    {
        await using var lrs = await Installation.Start(2);
        await lrs.First.Store(Enumerable.Range(0, 300).Select(n => Some.Statement($"agent{n}@example.org")));

        await lrs.First.DisposeAsync();

        Assert.Equal(300, await Learners(lrs.Second));
    }

    private static async Task<int> Learners(Node node) => (await node.Get("/odata/Learners?$count=true&$top=0")).Json.GetProperty("@odata.count").GetInt32();
}
