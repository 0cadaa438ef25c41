using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>What comes back is what was sent (xAPI Data 2.2, 4.5; Communication 2.1.3, format exact).</summary>
public sealed class KeepingText
{
    [Theory, EveryDatabase]
    public async Task Numbers_keys_escapes_and_blanks_come_back_byte_for_byte_and_other_formats_change_nothing_in_store(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var sent = """{ "result" : {"score":{"raw":1.500,"max":1E+2,"min":-0.0},"extensions":{"https://example.org/x":[1.10,12345678901234567890,0.1e-7,"\u00e9\/ü😀",{"b":1,"a":null}]}},"object":{"definition":{"name":{"en":"A","cy":"B"}},"id":"https://example.org/a"},"verb":{"display":{"en":"x","cy":"y"},"id":"http://example.org/did"},"actor":{"name":" Ada ","mbox":"mailto:a@example.org"} }""";
        var id = (await lrs.Store(sent))[0];

        foreach (var format in new[] { "", "&format=ids", "&format=canonical", "&format=exact" })
        {
            using var other = await lrs.Http.GetAsync($"/xapi/statements?statementId={id}{format}");
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            var exact = await (await lrs.Http.GetAsync($"/xapi/statements?statementId={id}")).Content.ReadAsStringAsync();
            Assert.Contains(sent.Trim()[1..^1].Trim(), exact, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_time_keeps_its_digits_in_1_0_also_its_zone_in_2_0_it_becomes_utc(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (version, sent, back) in new[]
        {
            ("1.0.3", "2026-03-01T10:00:00.123456789+01:00", "2026-03-01T10:00:00.123456789+01:00"),
            ("1.0.3", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"),
            ("2.0.0", "2026-03-01T10:00:00.123456789+01:00", "2026-03-01T09:00:00.123456789Z"),
            ("2.0.0", "2026-01-01T00:30:00.5+05:30", "2025-12-31T19:00:00.5Z"),
            ("2.0.0", "2026-03-01T10:00:00.1230Z", "2026-03-01T10:00:00.1230Z"),
        })
        {
            using var answer = await Post(lrs, version, Some.Statement(more: $"\"timestamp\":\"{sent}\","));
            var id = (await TestLrs.Read(answer))[0].GetGuid();
            Assert.Equal((version, back), (version, (await lrs.Get($"/xapi/statements?statementId={id}")).GetProperty("timestamp").GetString()));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_zone_of_minus_zero_is_refused_in_statements_and_in_queries(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var zone in new[] { "-00:00", "-0000", "-00" })
        {
            foreach (var version in new[] { "1.0.3", "2.0.0" })
            {
                using var answer = await Post(lrs, version, Some.Statement(more: $"\"timestamp\":\"2026-03-01T10:00:00{zone}\","));
                Assert.Equal((zone, HttpStatusCode.BadRequest), (zone, answer.StatusCode));
            }

            foreach (var parameter in new[] { "since", "until" })
            {
                Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.GetAsync($"/xapi/statements?{parameter}=2026-03-01T10:00:00{zone}")).StatusCode);
            }
        }

        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_statement_without_a_time_has_that_of_its_storing_and_no_clock_cuts_it_to_milliseconds(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Enumerable.Range(0, 5).Select(_ => Some.Statement()).ToArray());
        foreach (var id in ids)
        {
            var statement = await lrs.Get($"/xapi/statements?statementId={id}");
            Assert.Equal(statement.GetProperty("stored").GetString(), statement.GetProperty("timestamp").GetString());
            Assert.Matches(@"\.\d{6}\d?Z$", statement.GetProperty("stored").GetString());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_single_context_activity_comes_back_as_a_list_of_one(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(
            Some.Statement(more: """ "context":{"contextActivities":{"parent":{"id":"https://example.org/p"},"other":[{"id":"https://example.org/o"}]}},"""),
            """{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"https://example.org/a"},"context":{"contextActivities":{"category":{"id":"https://example.org/c"}}}}}""");

        var context = (await lrs.Get($"/xapi/statements?statementId={ids[0]}")).GetProperty("context").GetProperty("contextActivities");
        var inner = (await lrs.Get($"/xapi/statements?statementId={ids[1]}")).GetProperty("object").GetProperty("context").GetProperty("contextActivities");

        Assert.Equal("""[{"id":"https://example.org/p"}]""", context.GetProperty("parent").GetRawText());
        Assert.Equal("""[{"id":"https://example.org/o"}]""", context.GetProperty("other").GetRawText());
        Assert.Equal("""[{"id":"https://example.org/c"}]""", inner.GetProperty("category").GetRawText());
    }

    private static Task<HttpResponseMessage> Post(TestLrs lrs, string version, string statement)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = TestLrs.Json(statement) };
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }
}
