using System.Net;
using System.Net.Http.Headers;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Tests.Http.Accounts;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>Voiding (xAPI Data 2.3.2, Communication 2.1.4; 9274.1.1 4.2.5).</summary>
public sealed class Voiding
{
    [Theory, EveryDatabase]
    public async Task A_voiding_statement_cannot_be_voided_and_stays_visible(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var target = (await lrs.Store(Some.Statement()))[0];
        var voider = (await lrs.Store(Some.Reference(target, verb: Some.Voided)))[0];

        var second = (await lrs.Store(Some.Reference(voider, verb: Some.Voided)))[0];

        Assert.Equal([second, voider], await lrs.Find(""));
        Assert.Equal([second, voider], await lrs.Find($"verb={Some.Voided}"));
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?voidedStatementId={voider}")).StatusCode);
        Assert.Equal(voider, (await lrs.Get($"/xapi/statements?statementId={voider}")).GetProperty("id").GetGuid());
        Assert.Equal(target, (await lrs.Get($"/xapi/statements?voidedStatementId={target}")).GetProperty("id").GetGuid());
    }

    [Theory, EveryDatabase]
    public async Task What_is_void_is_said_once_and_a_reader_never_sees_it_again(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Some.Statement(), Some.Statement());
        var first = await lrs.Store(Some.Reference(ids[0], verb: Some.Voided));

        var again = await lrs.Store(Some.Reference(ids[0], verb: Some.Voided));

        Assert.Equal([again[0], first[0], ids[1]], await lrs.Find(""));
        Assert.Equal([ids[1]], await lrs.Find($"verb={Some.Completed}&until={(await lrs.Get($"/xapi/statements?statementId={ids[1]}")).GetProperty("stored").GetString()}"));
    }

    [Theory, EveryDatabase]
    public async Task Target_and_voider_in_one_batch_in_either_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        await lrs.Store(Some.Statement(id: one.ToString()), Some.Reference(one, verb: Some.Voided));
        await lrs.Store(Some.Reference(other, verb: Some.Voided), Some.Statement(id: other.ToString()));

        Assert.Equal(2, (await lrs.Find("")).Count);
        Assert.Equal([one, other], new[] { (await lrs.Get($"/xapi/statements?voidedStatementId={one}")).GetProperty("id").GetGuid(), (await lrs.Get($"/xapi/statements?voidedStatementId={other}")).GetProperty("id").GetGuid() });
    }

    [Theory, EveryDatabase]
    public async Task Of_something_unknown_is_taken_and_holds_when_it_comes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        using var voided = await lrs.Post("/xapi/statements", Some.Reference(id, verb: Some.Voided));
        Assert.Equal(HttpStatusCode.OK, voided.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?voidedStatementId={id}")).StatusCode);

        await lrs.Store(Some.Statement(id: id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.GetAsync($"/xapi/statements?voidedStatementId={id}")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task By_a_credential_that_did_not_store_the_target_is_forbidden_and_stores_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var writer = await Writer(lrs);
        var others = (await lrs.Store(Some.Statement()))[0];
        var own = Guid.NewGuid();
        using var stored = await writer.PutAsync($"/xapi/statements?statementId={own}", TestLrs.Json(Some.Statement()));

        using var foreign = await writer.PostAsync("/xapi/statements", TestLrs.Json($"[{Some.Statement()},{Some.Reference(others, verb: Some.Voided)}]"));
        using var unknown = await writer.PutAsync($"/xapi/statements?statementId={Guid.NewGuid()}", TestLrs.Json(Some.Reference(Guid.NewGuid(), verb: Some.Voided)));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (stored.StatusCode, foreign.StatusCode, unknown.StatusCode));
        var fault = (await TestLrs.Read(foreign)).GetProperty("faults")[0];
        Assert.Equal("voiding.foreign", fault.GetProperty("rule").GetString());
        Assert.Contains(others.ToString(), fault.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal([own, others], await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task By_the_credential_that_stored_the_target_is_allowed_also_in_one_batch_and_again(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var writer = await Writer(lrs);
        var (first, second, voider) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid().ToString());
        using var stored = await writer.PutAsync($"/xapi/statements?statementId={first}", TestLrs.Json(Some.Statement()));

        using var voided = await writer.PostAsync("/xapi/statements", TestLrs.Json(Some.Reference(first, verb: Some.Voided, id: voider)));
        using var again = await writer.PostAsync("/xapi/statements", TestLrs.Json(Some.Reference(first, verb: Some.Voided, id: voider)));
        using var together = await writer.PostAsync("/xapi/statements", TestLrs.Json($"[{Some.Reference(second, verb: Some.Voided)},{Some.Statement(id: second.ToString())}]"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (voided.StatusCode, again.StatusCode, together.StatusCode));
        Assert.Equal(2, (await lrs.Find("")).Count);
    }

    private static async Task<HttpClient> Writer(TestLrs lrs)
    {
        var http = lrs.ClientWith(null, "");
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(await SendingACredential.Add(lrs, Scopes.WriteStatements));
        return http;
    }
}
