using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>A statement about a statement is found by what that one says (xAPI Communication 2.1.3, "Filter Conditions for StatementRefs").</summary>
public sealed class FollowingReferences
{
    private static string Ada => $"agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}";

    [Theory, EveryDatabase]
    public async Task Limit_since_and_until_count_and_cut_referrers_like_any_other(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = (await lrs.Store(Some.Statement("ada@example.org")))[0];
        var referrers = await lrs.Store(Enumerable.Range(0, 5).Select(_ => Some.Reference(target, "bob@example.org")).ToArray());
        var stored = (await lrs.Get($"/xapi/statements?statementId={referrers[1]}")).GetProperty("stored").GetString();

        Assert.Equal(referrers.Reverse().Append(target), await lrs.Find(Ada));
        Assert.Equal(referrers.Reverse().Append(target), await lrs.Find($"{Ada}&limit=2"));
        Assert.Equal([referrers[4], referrers[3]], await Page(lrs, $"{Ada}&limit=2"));
        Assert.Equal([target, referrers[0]], await Page(lrs, $"{Ada}&limit=2&ascending=true"));

        // The target itself lies before 'since': its referrers are found by it all the same.
        Assert.Equal(referrers.Skip(2), await lrs.Find($"{Ada}&since={stored}&ascending=true"));
        Assert.Equal([target, referrers[0], referrers[1]], await lrs.Find($"{Ada}&until={stored}&ascending=true"));
    }

    [Theory, EveryDatabase]
    public async Task A_referrer_stored_before_until_is_found_by_a_target_that_came_after_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = Guid.NewGuid();
        var early = (await lrs.Store(Some.Reference(target, "bob@example.org")))[0];
        var stored = (await lrs.Get($"/xapi/statements?statementId={early}")).GetProperty("stored").GetString();
        Assert.Empty(await lrs.Find(Ada));

        await lrs.Store(Some.Statement("ada@example.org", id: target.ToString()));

        Assert.Equal([early], await lrs.Find($"{Ada}&until={stored}"));
        Assert.Equal([target], await lrs.Find($"{Ada}&since={stored}"));
    }

    [Theory, EveryDatabase]
    public async Task By_every_filter_and_through_any_number_of_references_in_any_order_of_arrival(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToList();
        var chain = ids.Select((id, n) => n == 0
            ? Some.Statement("ada@example.org", Some.Passed, "https://example.org/deep", $"\"context\":{{\"registration\":\"{registration}\",\"contextActivities\":{{\"grouping\":[{{\"id\":\"https://example.org/course\"}}]}}}},", id.ToString())
            : Some.Reference(ids[n - 1], $"reader{n}@example.org", id: id.ToString())).ToList();

        foreach (var n in new[] { 3, 1, 5, 0, 4, 2 })
        {
            await lrs.Store(chain[n]);
        }

        foreach (var query in new[] { Ada, $"verb={Some.Passed}", "activity=https://example.org/deep", $"registration={registration}", "activity=https://example.org/course&related_activities=true", $"{Ada}&verb={Some.Passed}&registration={registration}&activity=https://example.org/deep" })
        {
            Assert.Equal(ids.Order(), (await lrs.Find(query)).Order());
            Assert.Equal(ids.Order(), (await lrs.Find($"{query}&limit=1")).Order());
        }

        Assert.Equal([ids[2], ids[3], ids[4], ids[5]], (await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("reader2@example.org"))}")).OrderBy(ids.IndexOf));
    }

    [Theory, EveryDatabase]
    public async Task Filters_that_are_met_half_by_the_referrer_and_half_by_the_target_are_not_met(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = (await lrs.Store(Some.Statement("ada@example.org", Some.Passed)))[0];
        await lrs.Store(Some.Reference(target, "bob@example.org", "http://example.org/read"));

        Assert.Empty(await lrs.Find($"{Ada}&verb=http://example.org/read"));
        Assert.Empty(await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("bob@example.org"))}&verb={Some.Passed}"));
        Assert.Equal(2, (await lrs.Find($"{Ada}&verb={Some.Passed}")).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_voided_target_is_gone_and_still_brings_in_what_refers_to_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = (await lrs.Store(Some.Statement("ada@example.org")))[0];
        var referrer = (await lrs.Store(Some.Reference(target, "bob@example.org")))[0];

        var voider = (await lrs.Store(Some.Reference(target, "carol@example.org", Some.Voided)))[0];

        Assert.Equal([voider, referrer], await lrs.Find(Ada));
        Assert.Equal([voider, referrer], await lrs.Find($"{Ada}&verb={Some.Completed}"));
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?statementId={target}")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_reference_in_the_context_is_no_reference_to_follow_and_a_circle_ends(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = (await lrs.Store(Some.Statement("ada@example.org")))[0];
        await lrs.Store(Some.Statement("bob@example.org", more: $"\"context\":{{\"statement\":{{\"objectType\":\"StatementRef\",\"id\":\"{target}\"}}}},"));
        var (one, other, self) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await lrs.Store(Some.Reference(other, "carol@example.org", id: one.ToString()), Some.Reference(one, "dan@example.org", id: other.ToString()), Some.Reference(self, "eve@example.org", id: self.ToString()));

        Assert.Equal([target], await lrs.Find(Ada));
        Assert.Equal([other, one], await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("carol@example.org"))}"));
        Assert.Equal([self], await lrs.Find($"agent={Uri.EscapeDataString(Some.Agent("eve@example.org"))}"));
        Assert.Empty(await lrs.Find("agent=" + Uri.EscapeDataString(Some.Agent("carol@example.org")) + $"&verb={Some.Passed}"));
    }

    private static async Task<List<Guid>> Page(TestLrs lrs, string query) =>
        (await lrs.Get($"/xapi/statements?{query}")).GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid()).ToList();
}
