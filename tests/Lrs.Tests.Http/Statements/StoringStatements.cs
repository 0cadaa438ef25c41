using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Statements;

public sealed class StoringStatements
{
    [Theory, EveryDatabase]
    public async Task What_was_sent_comes_back_byte_for_byte_with_what_the_store_adds(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        var sent = """{"result":{"score":{"raw":1.50,"scaled":0.750}},"verb":{"id":"http://example.org/did"},"actor":{"mbox":"mailto:a@example.org","name":"\u00c5sa"},"object":{"id":"http://example.org/x"}}""";

        var answer = await lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(sent));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var back = await (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).Content.ReadAsStringAsync();
        Assert.Contains(sent[1..^1], back, StringComparison.Ordinal);
        Assert.Contains("\"stored\":", back, StringComparison.Ordinal);
        Assert.Contains(TestLrs.Key, back, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_again_changes_nothing_and_another_with_the_id_is_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        var path = $"/xapi/statements?statementId={id}";
        await lrs.Http.PutAsync(path, TestLrs.Json(Some.Statement()));

        var again = await lrs.Http.PutAsync(path, TestLrs.Json(Some.Statement()));
        var other = await lrs.Http.PutAsync(path, TestLrs.Json(Some.Statement(verb: Some.Passed)));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal([id], await lrs.Find(""));
        Assert.Equal(Some.Completed, (await lrs.Get(path)).GetProperty("verb").GetProperty("id").GetString());
    }

    [Theory, EveryDatabase]
    public async Task A_batch_with_one_clash_or_one_fault_leaves_nothing_behind(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var taken = (await lrs.Store(Some.Statement(id: Guid.NewGuid().ToString())))[0];

        var clash = await lrs.Post("/xapi/statements", $"[{Some.Statement()},{Some.Statement(verb: Some.Passed, id: taken.ToString())}]");
        var fault = await lrs.Post("/xapi/statements", $"[{Some.Statement()},{Some.Statement(agent: "not an address")}]");

        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
        Assert.Equal([taken], await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task Every_fault_is_named_with_rule_path_clause_and_message(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Post("/xapi/statements", """[{"actor":{"name":"nobody"},"verb":{"display":{"en":"did"}},"object":{"id":"relative"}}]""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("1.0.3", answer.Headers.GetValues("X-Experience-API-Version").Single());
        var faults = (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().ToDictionary(fault => fault.GetProperty("rule").GetString()!);
        Assert.Equal(["actor.identifier.missing", "iri.invalid", "verb.id.missing"], faults.Keys.Order());
        Assert.Equal("$[0].verb", faults["verb.id.missing"].GetProperty("path").GetString());
        Assert.All(faults.Values, fault => Assert.NotEmpty(fault.GetProperty("clause").GetString()!));
        Assert.All(faults.Values, fault => Assert.NotEmpty(fault.GetProperty("message").GetString()!));
    }

    [Theory, EveryDatabase]
    public async Task Order_is_the_order_of_commits_and_stored_strictly_grows(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => lrs.Store(Enumerable.Range(0, 10).Select(_ => Some.Statement($"a{writer}@example.org")).ToArray())));

        var stored = new List<DateTimeOffset>();
        for (var next = "/xapi/statements?ascending=true&limit=30"; next.Length > 0;)
        {
            var page = await lrs.Get(next);
            stored.AddRange(page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("stored").GetDateTimeOffset()));
            next = page.GetProperty("more").GetString()!;
        }

        Assert.Equal(200, stored.Count);
        Assert.All(stored.Zip(stored.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Theory, EveryDatabase]
    public async Task A_request_without_a_version_is_refused_and_told_the_address_s_own(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");

        var latest = await lrs.Http.GetAsync("/xapi/statements");
        var older = await lrs.Http.GetAsync("/xapi/1.0.3/statements");
        var about = await lrs.Http.GetAsync("/xapi/about");

        Assert.Equal((HttpStatusCode.BadRequest, "2.0.0"), (latest.StatusCode, latest.Headers.GetValues("X-Experience-API-Version").Single()));
        Assert.Equal((HttpStatusCode.BadRequest, "1.0.3"), (older.StatusCode, older.Headers.GetValues("X-Experience-API-Version").Single()));
        Assert.Equal(HttpStatusCode.OK, about.StatusCode);
    }
}
