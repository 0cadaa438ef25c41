using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>Where an agent must be looked for (xAPI Communication 2.1.3; 9274.1.1 4.1.6.1).</summary>
public sealed class FindingAgents
{
    private const string Ada = """{"mbox":"mailto:ada@example.org"}""";
    private const string Bob = """{"mbox":"mailto:bob@example.org"}""";
    private const string Watch = """{"objectType":"Group","account":{"homePage":"https://example.org","name":"watch"},"member":[{"mbox":"mailto:ada@example.org"}]}""";
    private const string Anonymous = """{"objectType":"Group","member":[{"mbox":"mailto:bob@example.org"},{"mbox":"mailto:ada@example.org"}]}""";
    private const string Course = """{"id":"https://example.org/a"}""";

    [Theory, EveryDatabase]
    public async Task As_actor_and_as_object_and_as_member_of_either_and_nowhere_else(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var found = await Store(lrs, Said(Ada, Course), Said(Bob, AsObject(Ada)), Said(Watch, Course), Said(Anonymous, Course), Said(Bob, Watch), Said(Bob, Anonymous));
        await Store(lrs, Said(Bob, Course), Said(Bob, Course, $"\"instructor\":{Ada}"), Said(Bob, Course, $"\"team\":{Watch}"), Said(Bob, Sub(Ada, Course)));

        Assert.Equal(found, await Find(lrs, Ada, ""));
    }

    [Theory, EveryDatabase]
    public async Task An_identified_group_by_its_own_identifier(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var found = await Store(lrs, Said(Watch, Course), Said(Bob, Watch));
        await Store(lrs, Said(Ada, Course), Said(Anonymous, Course), Said(Bob, Course, $"\"team\":{Watch}"));

        Assert.Equal(found, await Find(lrs, """{"objectType":"Group","account":{"name":"watch","homePage":"https://example.org"}}""", ""));
    }

    [Theory, EveryDatabase]
    public async Task Related_as_instructor_team_and_inside_a_substatement(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var found = await Store(
            lrs,
            Said(Ada, Course),
            Said(Bob, Course, $"\"instructor\":{Ada}"),
            Said(Bob, Course, $"\"instructor\":{Anonymous}"),
            Said(Bob, Course, $"\"team\":{Watch}"),
            Said(Bob, Sub(Ada, Course)),
            Said(Bob, Sub(Bob, AsObject(Ada))),
            Said(Bob, Sub(Bob, Anonymous)),
            Said(Bob, Sub(Bob, Course, $"\"instructor\":{Ada}")),
            Said(Bob, Sub(Bob, Course, $"\"team\":{Anonymous}")));
        await Store(lrs, Said(Bob, Course));

        Assert.Equal(found, await Find(lrs, Ada, "&related_agents=true"));
        Assert.Equal(found[..1], await Find(lrs, Ada, "&related_agents=false"));
    }

    [Theory, EveryDatabase]
    public async Task Related_as_context_agent_or_in_a_context_group_also_inside_a_substatement(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        var agents = $$"""
            "contextAgents":[{"objectType":"contextAgent","agent":{{Ada}},"relevantTypes":["https://example.org/mentor"]}]
            """;
        var groups = $$"""
            "contextGroups":[{"objectType":"contextGroup","group":{{Watch}}}]
            """;
        var found = await Store(lrs, Said(Bob, Course, agents), Said(Bob, Course, groups), Said(Bob, Sub(Bob, Course, agents)), Said(Bob, Sub(Bob, Course, groups)));

        Assert.Equal(found, await Find(lrs, Ada, "&related_agents=true"));
        Assert.Empty(await Find(lrs, Ada, ""));
    }

    [Theory, EveryDatabase]
    public async Task Related_as_authority_with_other_filters_and_of_referrers_too(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var first = await Store(lrs, Said(Ada, Course));
        var authority = (await lrs.Get($"/xapi/statements?statementId={first[0]}")).GetProperty("authority").GetRawText();
        var referrer = await lrs.Store(Some.Reference(first[0], "bob@example.org", verb: "http://example.org/met"));

        Assert.Equal([first[0], referrer[0]], await Find(lrs, authority, "&related_agents=true"));
        Assert.Equal([first[0], referrer[0]], await Find(lrs, authority, "&related_agents=true&verb=http://example.org/met"));
        Assert.Empty(await Find(lrs, authority, ""));
    }

    [Theory, EveryDatabase]
    public async Task Two_accounts_whose_texts_run_together_the_same_way_are_two_agents(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (one, other) = (Account("https://example.org/a", "b@c"), Account("https://example.org/a b@", "c"));
        var (third, fourth) = (Account("https://example.org/", "a|b"), Account("https://example.org/a|", "b"));
        var first = await Store(lrs, Said(one, Course));
        var second = await Store(lrs, Said(third, Course));
        await lrs.Post("/xapi/statements", Said(other, Course));
        await lrs.Post("/xapi/statements", Said(fourth, Course));

        Assert.Equal(first, await Find(lrs, one, ""));
        Assert.Equal(second, await Find(lrs, third, ""));

        static string Account(string home, string name) => $$$"""{"account":{"homePage":"{{{home}}}","name":"{{{name}}}"}}""";
    }

    [Theory, EveryDatabase]
    public async Task Case_is_kept_and_told_apart(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var upper = """{"mbox":"mailto:Ada@Example.org"}""";
        var ids = await Store(lrs, Said(Ada, Course), Said(upper, Course));

        Assert.Equal(ids[1..], await Find(lrs, upper, ""));
        Assert.Equal("mailto:Ada@Example.org", (await lrs.Get($"/xapi/statements?statementId={ids[1]}")).GetProperty("actor").GetProperty("mbox").GetString());
    }

    private static string AsObject(string agent) => "{\"objectType\":\"Agent\"," + agent[1..];

    private static string Said(string actor, string target, string context = "") =>
        $$$"""{"actor":{{{actor}}},"verb":{"id":"http://example.org/met"},"object":{{{target}}}{{{(context.Length == 0 ? "" : $",\"context\":{{{context}}}")}}}}""";

    private static string Sub(string actor, string target, string context = "") => "{\"objectType\":\"SubStatement\"," + Said(actor, target, context)[1..];

    private static async Task<List<Guid>> Store(TestLrs lrs, params string[] statements) => [.. await lrs.Store(statements)];

    private static Task<List<Guid>> Find(TestLrs lrs, string agent, string more) => lrs.Find($"agent={Uri.EscapeDataString(agent)}&ascending=true{more}");
}
