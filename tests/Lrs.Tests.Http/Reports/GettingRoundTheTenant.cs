using System.Net;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class GettingRoundTheTenant
{
    // Nothing here may show a word, an id or a number of the other tenant, whose rows all hold "secret".
    private static readonly string[] Ways =
    [
        "Statements?$expand=Learner,Verb,Activity,Attempt($expand=Answers,Course,Unit)",
        "Learners?$expand=Attempts($expand=Answers($expand=Attempt($expand=Learner)))",
        "Attempts?$expand=Learner/$ref,Answers/$count",
        "Statements?$filter=Learner/Attempts/any() or Attempt/Answers/all(a:true)",
        "Verbs?$filter=$root/Learners/$count gt 2",
        "Statements?$filter=$root/Learners/$count($filter=contains(Mbox,'secret')) gt 0",
        "Statements?$filter=$root/Verbs('http://example.org/secret')/Id ne null",
        "$crossjoin(Statements,Learners)?$expand=Learners,Statements",
        "$crossjoin(Learners,Verbs)?$filter=contains(Learners/Mbox,'secret') or contains(Verbs/Id,'secret')&$expand=Learners",
        "$all",
        "$all?$search=secret",
        "Learners?$search=secret",
        "Statements?$search=secret OR \"secret\"",
        "Statements?$apply=groupby((Learner/Mbox,VerbId))",
        "Statements?$apply=concat(groupby((ActivityId)),search(secret),topcount(9,ScoreRaw))",
        "Learners?$apply=groupby((Mbox),aggregate(Attempts/$count as N))",
        "Attempts?$apply=expand(Learner)/expand(Answers,filter(true))",
        "Answers?$apply=groupby((rollup($all,Learner/Mbox)))&$filter=Learner/Mbox ne null",
        "Activities?$compute=$root/Learners/$count as N&$filter=N gt 2",
        "Statements/$filter(contains(Json,'secret'))",
        "Learners/$filter(Attempts/any(a:contains(a/ActivityId,'secret')))/$ref",
    ];

    [Theory, EveryDatabase]
    public async Task Leads_nowhere_whatever_the_way(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var other = await Other(lrs);
        await other.PostAsync("/xapi/statements", TestLrs.Json($"[{Secret("a")},{Secret("b")},{Secret("c")}]"));
        await lrs.Store(Some.Statement(verb: Some.Passed));

        foreach (var way in Ways)
        {
            var theirs = await other.Ask(way);
            Assert.True(theirs.StatusCode is HttpStatusCode.OK, $"{way}: {await theirs.Text()}");
            var mine = await lrs.Http.Ask(way);
            Assert.True(mine.StatusCode is HttpStatusCode.OK, $"{way}: {await mine.Text()}");
            Assert.DoesNotContain("secret", System.Text.RegularExpressions.Regex.Replace(await mine.Text(), "\"@odata.(context|nextLink)\":\"[^\"]*\"", ""), StringComparison.OrdinalIgnoreCase);
        }

        // The questions do find what they ask for where it is.
        Assert.Contains("secret", await (await other.Ask(Ways[7])).Text(), StringComparison.Ordinal);
        Assert.Contains("secret", await (await other.Ask("Statements?$apply=groupby((Learner/Mbox,VerbId))")).Text(), StringComparison.Ordinal);
        Assert.Empty(await lrs.Http.Rows("Verbs?$filter=$root/Learners/$count gt 1"));
    }

    [Theory, EveryDatabase]
    public async Task Leads_nowhere_by_keys_ids_tokens_and_batches_either(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:PageSize=1");
        using var other = await Other(lrs);
        await other.PostAsync("/xapi/statements", TestLrs.Json($"[{Secret("a")},{Secret("b")}]"));
        var row = (await TestLrs.Read(await other.Ask("Learners"))).GetProperty("value")[0].GetProperty("Id").GetString();
        var page = (await TestLrs.Read(await other.Ask("Learners"))).GetProperty("@odata.nextLink").GetString()!;
        var everything = (await TestLrs.Read(await other.Ask("$all"))).GetProperty("@odata.nextLink").GetString()!;
        var group = (await TestLrs.Read(await other.Ask("Learners?$apply=groupby((Mbox))"))).GetProperty("@odata.nextLink").GetString()!;
        var delta = (await TestLrs.Read(await other.Ask("Verbs"))).ToString();
        var changes = (await TestLrs.Read(await other.Ask("Learners", ("Prefer", "odata.track-changes, odata.maxpagesize=100")))).GetProperty("@odata.deltaLink").GetString()!;

        foreach (var foreign in new[] { page, everything, group, changes })
        {
            Assert.Equal(HttpStatusCode.OK, (await other.Ask(foreign)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.Ask(foreign)).StatusCode);
        }

        foreach (var path in new[] { $"Learners({row})", $"Learners/{row}", $"Learners({row})/Name", $"Learners({row})/$ref", $"$entity?$id=Learners({row})", $"$entity?$id={lrs.App}odata/Learners({row})" })
        {
            Assert.Equal(HttpStatusCode.OK, (await other.Ask(path)).StatusCode is HttpStatusCode.NoContent ? HttpStatusCode.OK : (await other.Ask(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.Ask(path)).StatusCode);
        }

        var answers = await lrs.Http.Batch([$"GET Learners({row}) HTTP/1.1", "GET Learners/$count HTTP/1.1\r\nAuthorization: Basic AAAA", "GET Learners?$search=secret HTTP/1.1"], ("Prefer", "continue-on-error"));
        Assert.Equal([404, 200, 200], answers.Select(answer => answer.Status));
        Assert.Equal("0", answers[1].Body);
        Assert.Contains("\"value\":[]", answers[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("mbox", delta, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_credential_without_the_right_to_read_everything_reads_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var tenant = await lrs.Services.GetRequiredService<TenantStore>().Get(TenantId.From(1), CancellationToken.None);
        var (key, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, "writer", Scopes.WriteStatements, null, null, CancellationToken.None);
        using var writer = lrs.ClientWith(key, secret);

        Assert.Equal(HttpStatusCode.Forbidden, (await writer.Ask("Verbs")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync("/odata/$batch", TestLrs.Json("""{"requests":[{"id":"1","method":"GET","url":"Verbs"}]}"""))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync("/odata/Verbs/$query", TestLrs.Json(""))).StatusCode);
    }

    private static string Secret(string name) => Some.Statement(
        $"secret-{name}@example.org", "http://adlnet.gov/expapi/verbs/answered", $"https://example.org/secret/{name}", """ "result":{"response":"secret"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/secret"}]}},""");

    private static async Task<HttpClient> Other(TestLrs lrs)
    {
        var tenant = await lrs.Services.GetRequiredService<TenantStore>().Add("other", "Other force", "https://other.example/t", CancellationToken.None);
        var (key, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, "test", Scopes.All, null, null, CancellationToken.None);
        return lrs.ClientWith(key, secret);
    }
}
