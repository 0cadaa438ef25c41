using System.Net;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Agents;

public sealed class AskingForAgents
{
    [Theory, EveryDatabase]
    public async Task Every_name_under_which_statements_know_the_agent_is_in_the_person_newest_first(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(By("""{"mbox":"mailto:ada@example.org","name":"Ada Byron"}"""), By("""{"mbox":"mailto:ada@example.org"}"""));
        await lrs.Store(By($$"""{"objectType":"Group","member":[{"mbox":"mailto:ada@example.org","name":"Ada Lovelace"},{"mbox":"mailto:bob@example.org","name":"Bob"}]}"""));

        Assert.Equal(
            """{"objectType":"Person","name":["Ada Lovelace","Ada Byron"],"mbox":["mailto:ada@example.org"]}""",
            (await lrs.Get(Address("""{"mbox":"mailto:ada@example.org"}"""))).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task One_that_nobody_knows_is_a_person_with_what_the_request_says(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        Assert.Equal(
            """{"objectType":"Person","account":[{"homePage":"https://force.example","name":"4711"}]}""",
            (await lrs.Get(Address("""{"objectType":"Agent","name":"ignored","account":{"homePage":"https://force.example","name":"4711"}}"""))).GetRawText());
        Assert.Equal("""{"objectType":"Person","openid":["https://id.example/ada"]}""", (await lrs.Get(Address("""{"openid":"https://id.example/ada"}"""))).GetRawText());
        var sha1 = new string('a', 40);
        Assert.Equal($$"""{"objectType":"Person","mbox_sha1sum":["{{sha1}}"]}""", (await lrs.Get(Address($$"""{"mbox_sha1sum":"{{sha1}}"}"""))).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Instructors_authorities_and_those_in_a_SubStatement_have_names_too(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var sub = $$$"""{"objectType":"SubStatement","actor":{"mbox":"mailto:sub@example.org","name":"Sub"},"verb":{"id":"{{{Some.Passed}}}"},"object":{"objectType":"Agent","mbox":"mailto:obj@example.org","name":"Obj"}}""";
        await lrs.Store($$$"""{"actor":{{{Some.Agent("a@example.org")}}},"verb":{"id":"{{{Some.Passed}}}"},"object":{{{sub}}},"context":{"instructor":{"mbox":"mailto:ins@example.org","name":"Ins"} } }""");

        foreach (var name in new[] { "sub", "obj", "ins" })
        {
            Assert.Equal(name, (await lrs.Get(Address(Some.Agent($"{name}@example.org")))).GetProperty("name")[0].GetString(), ignoreCase: true);
        }
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_read_statements_learns_no_names(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(By("""{"mbox":"mailto:ada@example.org","name":"Ada Byron"}"""));
        var tenant = (await lrs.Services.GetRequiredService<TenantStore>().All(default)).Single();
        var credentials = lrs.Services.GetRequiredService<CredentialStore>();
        var (key, secret) = await credentials.Add(tenant, "mine", Scopes.ReadMine | Scopes.WriteStatements, null, null, default);
        var (writer, hidden) = await credentials.Add(tenant, "writer", Scopes.WriteStatements, null, null, default);
        using var mine = lrs.ClientWith(key, secret);
        using var writes = lrs.ClientWith(writer, hidden);

        Assert.Equal("""{"objectType":"Person","mbox":["mailto:ada@example.org"]}""", await mine.GetStringAsync(Address("""{"mbox":"mailto:ada@example.org"}""")));
        Assert.Equal(HttpStatusCode.Forbidden, (await writes.GetAsync(Address("""{"mbox":"mailto:ada@example.org"}"""))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?agent=ada")]
    [InlineData("?agent={}")]
    [InlineData("""?agent={"objectType":"Group","member":[{"mbox":"mailto:a@example.org"}]}""")]
    public async Task A_wrong_question_is_told_what_is_wrong(string query)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        var answer = await lrs.Http.GetAsync($"/xapi/agents{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray());
    }

    private static string Address(string agent) => $"/xapi/agents?agent={Uri.EscapeDataString(agent)}";

    private static string By(string actor) => $$"""{"actor":{{actor}},"verb":{"id":"{{Some.Completed}}"},"object":{"id":"https://example.org/a"} }""";
}
