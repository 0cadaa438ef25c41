using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class TenantsApart
{
    private static readonly string State = $"/xapi/activities/state?activityId=https://example.org/a&agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}&stateId=s";

    [Theory, EveryDatabase]
    public async Task Nothing_of_one_tenant_is_reached_from_another(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:PageSize=1");
        using var other = await Other(lrs);
        var ids = await lrs.Store(Some.Statement(), Some.Statement(verb: Some.Passed));
        await lrs.Http.PutAsync(State, TestLrs.Json("1"));
        var more = (await lrs.Get("/xapi/statements?limit=1")).GetProperty("more").GetString()!;
        var next = (await lrs.Get("/odata/Statements")).GetProperty("@odata.nextLink").GetString()!;
        var learner = (await lrs.Get("/odata/Learners")).GetProperty("value")[0].GetProperty("Id").GetString();

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/xapi/statements?statementId={ids[0]}")).StatusCode);
        Assert.Equal(0, (await Read(other, "/xapi/statements")).GetProperty("statements").GetArrayLength());
        Assert.Equal(0, (await Read(other, $"/xapi/statements?verb={Some.Passed}")).GetProperty("statements").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(State)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.GetAsync(more)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.GetAsync(next)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/odata/Learners({learner})")).StatusCode);
        foreach (var set in new[] { "Statements", "Learners", "Courses", "Units", "Attempts", "Answers", "Verbs", "Activities" })
        {
            Assert.Equal(0, (await Read(other, $"/odata/{set}")).GetProperty("value").GetArrayLength());
            Assert.Equal("0", await other.GetStringAsync($"/odata/{set}/$count"));
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_id_and_the_same_document_live_in_both(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var other = await Other(lrs);
        var id = Guid.NewGuid();
        await lrs.Store(Some.Statement(id: id.ToString()));
        await lrs.Http.PutAsync(State, TestLrs.Json("1"));

        var put = await other.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(Some.Statement(verb: Some.Passed)));
        await other.PostAsync("/xapi/statements", TestLrs.Json(Some.Reference(id, verb: Some.Voided)));
        await other.PutAsync(State, TestLrs.Json("2"));
        await other.DeleteAsync(State);

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Equal(Some.Completed, (await lrs.Get($"/xapi/statements?statementId={id}")).GetProperty("verb").GetProperty("id").GetString());
        Assert.Equal(1, (await lrs.Get(State)).GetInt32());
        var authority = (await Read(other, $"/xapi/statements?voidedStatementId={id}")).GetProperty("authority").GetProperty("account").GetProperty("homePage").GetString();
        Assert.StartsWith("https://other.example/t/", authority, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> Other(TestLrs lrs)
    {
        var tenant = await lrs.Services.GetRequiredService<TenantStore>().Add("other", "Other force", "https://other.example/t", CancellationToken.None);
        var (key, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, "test", Scopes.All, null, null, CancellationToken.None);
        return lrs.ClientWith(key, secret);
    }

    private static async Task<JsonElement> Read(HttpClient http, string path) => await TestLrs.Read(await http.GetAsync(path));
}
