using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Statements;

public sealed class FindingStatements
{
    private static string Asking(string agent) => $"agent={Uri.EscapeDataString(Some.Agent(agent))}";

    [Theory, EveryDatabase]
    public async Task By_agent_verb_activity_and_registration_alone_and_together(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        var ids = await lrs.Store(
            Some.Statement("ada@example.org", Some.Completed, "https://example.org/1"),
            Some.Statement("ada@example.org", Some.Passed, "https://example.org/1", $"\"context\":{{\"registration\":\"{registration}\"}},"),
            Some.Statement("bob@example.org", Some.Passed, "https://example.org/2", $"\"context\":{{\"registration\":\"{registration}\"}},"));

        Assert.Equal([ids[1], ids[0]], await lrs.Find(Asking("ada@example.org")));
        Assert.Equal([ids[2], ids[1]], await lrs.Find($"verb={Some.Passed}"));
        Assert.Equal([ids[1], ids[0]], await lrs.Find("activity=https://example.org/1"));
        Assert.Equal([ids[2], ids[1]], await lrs.Find($"registration={registration}"));
        Assert.Equal([ids[1]], await lrs.Find($"{Asking("ada@example.org")}&verb={Some.Passed}"));
        Assert.Equal([ids[2]], await lrs.Find($"registration={registration}&activity=https://example.org/2&verb={Some.Passed}"));
        Assert.Empty(await lrs.Find($"{Asking("bob@example.org")}&verb={Some.Completed}"));
        Assert.Empty(await lrs.Find(Asking("nobody@example.org")));
    }

    [Theory, EveryDatabase]
    public async Task Two_filters_whose_long_lists_lie_side_by_side_find_the_few_that_have_both(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var both = new List<Guid>();
        for (var batch = 0; batch < 8; batch++)
        {
            var ids = await lrs.Store([.. Enumerable.Range(0, 500).Select(at => (at % 250, at % 2) switch
            {
                (7, _) => Some.Statement("ada@example.org", activity: "https://example.org/1"),
                (_, 0) => Some.Statement("ada@example.org", activity: "https://example.org/2"),
                _ => Some.Statement("bob@example.org", activity: "https://example.org/1"),
            })]);
            both.AddRange([ids[7], ids[257]]);
        }

        var asked = $"{Asking("ada@example.org")}&activity=https://example.org/1";
        Assert.Equal(both, await lrs.Find($"{asked}&ascending=true"));
        Assert.Equal(both.AsEnumerable().Reverse(), await lrs.Find(asked));
        Assert.Equal(both, await lrs.Find($"{asked}&ascending=true&limit=3"));
        Assert.Equal(both, await lrs.Find($"{asked}&ascending=true&related_agents=true"));
    }

    [Theory, EveryDatabase]
    public async Task An_agent_is_found_as_object_and_as_member_of_a_group(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(
            """{"actor":{"mbox":"mailto:x@example.org"},"verb":{"id":"http://example.org/met"},"object":{"objectType":"Agent","mbox":"mailto:ada@example.org"}}""",
            """{"actor":{"objectType":"Group","member":[{"mbox":"mailto:ada@example.org"},{"mbox":"mailto:y@example.org"}]},"verb":{"id":"http://example.org/met"},"object":{"id":"http://example.org/a"}}""",
            """{"actor":{"mbox":"mailto:x@example.org"},"verb":{"id":"http://example.org/met"},"object":{"id":"http://example.org/a"},"context":{"instructor":{"mbox":"mailto:ada@example.org"}}}""");

        Assert.Equal([ids[1], ids[0]], await lrs.Find(Asking("ada@example.org")));
        Assert.Equal([ids[2], ids[1], ids[0]], await lrs.Find($"{Asking("ada@example.org")}&related_agents=true"));
        Assert.Equal([ids[1]], await lrs.Find($"{Asking("ada@example.org")}&activity=http://example.org/a"));
    }

    [Theory, EveryDatabase]
    public async Task Related_activities_reach_context_activities(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(
            Some.Statement(activity: "https://example.org/course"),
            Some.Statement(activity: "https://example.org/page", more: """ "context":{"contextActivities":{"grouping":[{"id":"https://example.org/course"}]}},"""));

        Assert.Equal([ids[0]], await lrs.Find("activity=https://example.org/course"));
        Assert.Equal([ids[1], ids[0]], await lrs.Find("activity=https://example.org/course&related_activities=true"));
        Assert.Equal([ids[0], ids[1]], await lrs.Find("activity=https://example.org/course&related_activities=true&ascending=true&limit=1"));
    }

    [Theory, EveryDatabase]
    public async Task Since_is_exclusive_and_until_inclusive_to_the_microsecond(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Some.Statement(), Some.Statement(), Some.Statement());
        var middle = (await lrs.Get($"/xapi/statements?statementId={ids[1]}")).GetProperty("stored").GetString();

        Assert.Equal([ids[2]], await lrs.Find($"since={middle}"));
        Assert.Equal([ids[1], ids[0]], await lrs.Find($"until={middle}"));
        Assert.Empty(await lrs.Find($"since={middle}&until={middle}"));
    }

    [Theory, EveryDatabase]
    public async Task A_chain_of_pages_ends_at_the_head_of_its_first_page_and_survives_a_restart(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Some.Statement(), Some.Statement(), Some.Statement(), Some.Statement(), Some.Statement());
        var first = await lrs.Http.GetAsync("/xapi/statements?limit=2&ascending=true");
        var more = (await TestLrs.Read(first)).GetProperty("more").GetString()!;
        await lrs.Store(Some.Statement());
        await lrs.Restart();

        var second = await lrs.Http.GetAsync(more);
        var third = await lrs.Get((await TestLrs.Read(second)).GetProperty("more").GetString()!);

        Assert.Equal([ids[4]], third.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid()));
        Assert.Equal("", third.GetProperty("more").GetString());
        Assert.Equal(Through(first), Through(second));
    }

    [Theory, EveryDatabase]
    public async Task A_forged_more_is_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(), Some.Statement());
        var more = (await lrs.Get("/xapi/statements?limit=1")).GetProperty("more").GetString()!;

        var answer = await lrs.Http.GetAsync(more[..^6] + "AAAAAA");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_voided_statement_is_found_only_as_voided_whichever_came_first(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (early, late) = (Guid.NewGuid(), Guid.NewGuid());
        await lrs.Store(Some.Statement(id: early.ToString()));
        var voiders = await lrs.Store(Some.Reference(early, verb: Some.Voided), Some.Reference(late, verb: Some.Voided));
        await lrs.Store(Some.Statement(id: late.ToString()));

        foreach (var id in new[] { early, late })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).StatusCode);
            Assert.Equal(id, (await lrs.Get($"/xapi/statements?voidedStatementId={id}")).GetProperty("id").GetGuid());
        }

        Assert.Equal(voiders.Reverse(), await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_referrer_is_found_by_what_its_target_says_at_any_depth_in_either_order_but_not_by_a_mixture(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (target, first, second) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await lrs.Store(Some.Reference(first, "carol@example.org", id: second.ToString()));
        await lrs.Store(Some.Statement("ada@example.org", Some.Passed, id: target.ToString()));
        await lrs.Store(Some.Reference(target, "bob@example.org", id: first.ToString()));

        Assert.Equal([first, target, second], await lrs.Find(Asking("ada@example.org")));
        Assert.Equal([first, target, second], await lrs.Find($"{Asking("ada@example.org")}&verb={Some.Passed}"));
        Assert.Empty(await lrs.Find($"{Asking("bob@example.org")}&verb={Some.Passed}"));
        Assert.Equal([first, second], (await lrs.Find(Asking("bob@example.org"))));
    }

    [Theory, EveryDatabase]
    public async Task Only_identifiers_come_when_ids_are_asked_for_and_one_language_when_canonical_is(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store("""{"actor":{"mbox":"mailto:a@example.org","name":"Ada"},"verb":{"id":"http://example.org/did","display":{"en":"did","cy":"gwnaeth"}},"object":{"id":"http://example.org/x"}}""");

        var ids = (await lrs.Get("/xapi/statements?format=ids")).GetProperty("statements")[0];
        lrs.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("cy");
        var canonical = (await lrs.Get("/xapi/statements?format=canonical")).GetProperty("statements")[0];

        Assert.False(ids.GetProperty("actor").TryGetProperty("name", out _));
        Assert.Equal("""{"cy":"gwnaeth"}""", canonical.GetProperty("verb").GetProperty("display").GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Wrong_parameters_are_named(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Http.GetAsync("/xapi/statements?Agent=x&limit=-1&since=yesterday&bogus=1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("rule").GetString());
        Assert.Equal(["query.case", "query.limit", "query.unknown", "timestamp.invalid"], faults.Order());
    }

    private static string Through(HttpResponseMessage answer) => answer.Headers.GetValues("X-Experience-API-Consistent-Through").Single();
}
