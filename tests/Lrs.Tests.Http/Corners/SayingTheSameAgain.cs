using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>The same id again: a repetition when both say the same, a clash when they do not (xAPI Data 2.3.1, Communication 2.1.1 and 2.1.2).</summary>
public sealed class SayingTheSameAgain
{
    private const string Statement = """
        {"id":"ID","actor":{"objectType":"Group","member":[{"mbox":"mailto:a@example.org"},{"mbox":"mailto:b@example.org"}]},
        "verb":{"id":"http://example.org/did","display":{"en":"did"}},
        "object":{"id":"https://example.org/a","definition":{"name":{"en":"A"}}},
        "result":{"score":{"raw":1.50},"duration":"PT60S"},
        "context":{"contextActivities":{"parent":[{"id":"https://example.org/p"}]},"extensions":{"https://example.org/x":{"a":1,"b":2}}},
        "timestamp":"2026-03-01T10:00:00Z"}
        """;

    private static readonly (string What, string Old, string New)[] Same =
    [
        ("nothing", "", ""),
        ("the zone of the time", "\"2026-03-01T10:00:00Z\"", "\"2026-03-01T11:00:00+01:00\""),
        ("digits of the time", "\"2026-03-01T10:00:00Z\"", "\"2026-03-01T10:00:00.000Z\""),
        ("the verb's display", "{\"en\":\"did\"}", "{\"cy\":\"gwnaeth\"}"),
        ("the activity's definition", "{\"name\":{\"en\":\"A\"}}", "{\"name\":{\"en\":\"Another\"},\"type\":\"https://example.org/t\"}"),
        ("the order of the members", "{\"mbox\":\"mailto:a@example.org\"},{\"mbox\":\"mailto:b@example.org\"}", "{\"mbox\":\"mailto:b@example.org\"},{\"mbox\":\"mailto:a@example.org\"}"),
        ("how a number is written", "1.50", "1.5"),
        ("the order of an extension's properties", "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}"),
        ("a list of one activity or the activity", "[{\"id\":\"https://example.org/p\"}]", "{\"id\":\"https://example.org/p\"}"),
        ("a time when it was stored", "\"timestamp\"", "\"stored\":\"2001-01-01T00:00:00Z\",\"timestamp\""),
        ("an authority", "\"timestamp\"", "\"authority\":{\"mbox\":\"mailto:x@example.org\"},\"timestamp\""),
        ("the objectType of an activity", "{\"id\":\"https://example.org/a\"", "{\"objectType\":\"Activity\",\"id\":\"https://example.org/a\""),
    ];

    private static readonly (string What, string Old, string New)[] Other =
    [
        ("the moment", "10:00:00Z", "10:00:01Z"),
        ("the verb", "http://example.org/did", "http://example.org/Did"),
        ("a member", "mailto:b@example.org", "mailto:c@example.org"),
        ("the activity", "https://example.org/a\"", "https://example.org/a/\""),
        ("the score", "1.50", "1.51"),
        ("how the duration is written", "PT60S", "PT1M"),
        ("the result is gone", "\"result\":{\"score\":{\"raw\":1.50},\"duration\":\"PT60S\"},", ""),
        ("an extension's value", "\"b\":2", "\"b\":3"),
        ("a context activity", "https://example.org/p", "https://example.org/q"),
    ];

    [Theory, EveryDatabase]
    public async Task What_says_the_same_is_a_repetition_and_leaves_the_first_as_it_was(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (what, old, next) in Same)
        {
            var (id, first) = await Put(lrs);
            var again = first.Replace(old.Length == 0 ? "\u0001" : old, next, StringComparison.Ordinal);
            var before = await (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).Content.ReadAsStringAsync();

            using var put = await lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(again));
            using var posted = await lrs.Post("/xapi/statements", $"[{again}]");

            Assert.Equal((what, HttpStatusCode.NoContent, HttpStatusCode.OK), (what, put.StatusCode, posted.StatusCode));
            Assert.Equal($"[\"{id}\"]", await posted.Content.ReadAsStringAsync());
            Assert.Equal(before, await (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).Content.ReadAsStringAsync());
        }

        Assert.Equal(Same.Length, (await lrs.Find("")).Count);
    }

    [Theory, EveryDatabase]
    public async Task What_says_something_else_is_refused_and_the_first_stays(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (what, old, next) in Other)
        {
            var (id, first) = await Put(lrs);
            var other = first.Replace(old, next, StringComparison.Ordinal);
            Assert.NotEqual(first, other);

            using var put = await lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(other));
            using var posted = await lrs.Post("/xapi/statements", $"[{other}]");

            Assert.Equal((what, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (what, put.StatusCode, posted.StatusCode));
            Assert.Contains(id.ToString(), await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(Other.Length, (await lrs.Find("")).Count);
    }

    [Theory, EveryDatabase]
    public async Task The_same_id_twice_in_one_batch_is_refused_whatever_they_say(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (one, upper) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());

        using var twice = await lrs.Post("/xapi/statements", $"[{Some.Statement(id: one)},{Some.Statement()},{Some.Statement(id: one)}]");
        using var inOtherCase = await lrs.Post("/xapi/statements", $"[{Some.Statement(id: upper)},{Some.Statement(id: upper.ToUpperInvariant())}]");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (twice.StatusCode, inOtherCase.StatusCode));
        var fault = (await TestLrs.Read(twice)).GetProperty("faults")[0];
        Assert.Equal(("statement.id.twice", "$[2].id"), (fault.GetProperty("rule").GetString(), fault.GetProperty("path").GetString()));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_statement_that_was_voided_may_be_sent_again_and_stays_voided(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (id, first) = await Put(lrs);
        await lrs.Store(Some.Reference(id, verb: Some.Voided));

        using var again = await lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(first));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task The_id_in_the_address_and_the_one_in_the_statement_must_be_one(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        using var answer = await lrs.Http.PutAsync($"/xapi/statements?statementId={Guid.NewGuid()}", TestLrs.Json(Some.Statement(id: Guid.NewGuid().ToString())));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("statement.id.differs", (await TestLrs.Read(answer)).GetProperty("faults")[0].GetProperty("rule").GetString());
        Assert.Empty(await lrs.Find(""));
    }

    private static async Task<(Guid Id, string Json)> Put(TestLrs lrs)
    {
        var id = Guid.NewGuid();
        var json = Statement.Replace("ID", id.ToString(), StringComparison.Ordinal);
        using var answer = await lrs.Http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(json));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(JsonValueKind.Object, (await lrs.Get($"/xapi/statements?statementId={id}")).ValueKind);
        return (id, json);
    }
}
