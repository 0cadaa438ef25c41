using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>xAPI 1.0.x and 2.0 side by side in one store (xAPI Communication 3.3; 9274.1.1 4.1.5).</summary>
public sealed class TwoVersions
{
    private const string OfTwo = """
        {"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"https://example.org/a"},
        "context":{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:b@example.org"},"relevantTypes":["https://example.org/mentor"]}]} }
        """;

    [Theory, EveryDatabase]
    public async Task A_statement_is_given_to_either_version_as_it_was_stored_never_converted(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var two = await Store(lrs, "2.0.0", OfTwo);
        var one = await Store(lrs, "1.0.3", Some.Statement());

        foreach (var (id, version) in new[] { (two, "2.0.0"), (one, "1.0.0") })
        {
            var texts = new List<string>();
            foreach (var asked in new[] { "1.0.0", "1.0.3", "2.0.0" })
            {
                using var answer = await Send(lrs, asked, HttpMethod.Get, $"/xapi/statements?statementId={id}", null);
                texts.Add(await answer.Content.ReadAsStringAsync());
            }

            Assert.Single(texts.Distinct());
            Assert.Equal(version, JsonDocument.Parse(texts[0]).RootElement.GetProperty("version").GetString());
        }

        Assert.Equal("mailto:b@example.org", (await lrs.Get($"/xapi/statements?statementId={two}")).GetProperty("context").GetProperty("contextAgents")[0].GetProperty("agent").GetProperty("mbox").GetString());
    }

    [Theory, EveryDatabase]
    public async Task The_version_that_a_statement_names_is_kept(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (request, named) in new[] { ("1.0.3", "1.0.0"), ("1.0.3", "1.0.9"), ("1.0.3", "1.0"), ("2.0.0", "1.0.1"), ("2.0.0", "2.0.0") })
        {
            var id = await Store(lrs, request, Some.Statement(more: $"\"version\":\"{named}\","));
            Assert.Equal(named, (await lrs.Get($"/xapi/statements?statementId={id}")).GetProperty("version").GetString());
        }
    }

    [Theory, EveryDatabase]
    public async Task What_only_the_newer_version_has_is_refused_of_the_older(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        using var agents = await Send(lrs, "1.0.3", HttpMethod.Post, "/xapi/statements", OfTwo);
        using var version = await Send(lrs, "1.0.3", HttpMethod.Post, "/xapi/statements", Some.Statement(more: "\"version\":\"2.0.0\","));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (agents.StatusCode, version.StatusCode));
        Assert.Contains("context.agents.version", await agents.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("statement.version", await version.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task About_names_both_to_everybody_and_needs_neither_version_nor_credential(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var nobody = lrs.ClientWith(null, "");
        nobody.DefaultRequestHeaders.Remove("X-Experience-API-Version");

        using var answer = await nobody.GetAsync("/xapi/about");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var versions = (await TestLrs.Read(answer)).GetProperty("version").EnumerateArray().Select(version => version.GetString()).ToList();
        Assert.Contains("1.0.3", versions);
        Assert.Contains("2.0.0", versions);
        Assert.All(versions, version => Assert.Matches(@"^(1\.0\.\d+|2\.0\.0)$", version));
    }

    [Theory, EveryDatabase]
    public async Task Every_answer_names_the_version_it_speaks_refusals_too(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var nobody = lrs.ClientWith(null, "");
        foreach (var (asked, told) in new[] { ("1.0.0", "1.0.3"), ("1.0.3", "1.0.3"), ("2.0.0", "2.0.0") })
        {
            foreach (var (method, path, body) in new[]
            {
                (HttpMethod.Get, "/xapi/statements", null), (HttpMethod.Get, "/xapi/statements?bogus=1", null), (HttpMethod.Get, $"/xapi/statements?statementId={Guid.NewGuid()}", null),
                (HttpMethod.Post, "/xapi/statements", "{}"), (HttpMethod.Post, "/xapi/statements", Some.Statement()), (HttpMethod.Get, "/xapi/activities/state", null), (HttpMethod.Get, "/xapi/about", (string?)null),
            })
            {
                using var answer = await Send(lrs, asked, method, path, body);
                Assert.Equal((path, told), (path, answer.Headers.GetValues("X-Experience-API-Version").Single()));
            }

            nobody.DefaultRequestHeaders.Remove("X-Experience-API-Version");
            nobody.DefaultRequestHeaders.Add("X-Experience-API-Version", asked);
            using var unauthorised = await nobody.GetAsync("/xapi/statements");
            Assert.Equal((HttpStatusCode.Unauthorized, told), (unauthorised.StatusCode, unauthorised.Headers.GetValues("X-Experience-API-Version").Single()));
        }
    }

    private static async Task<Guid> Store(TestLrs lrs, string version, string statement)
    {
        using var answer = await Send(lrs, version, HttpMethod.Post, "/xapi/statements", statement);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await TestLrs.Read(answer))[0].GetGuid();
    }

    private static Task<HttpResponseMessage> Send(TestLrs lrs, string version, HttpMethod method, string path, string? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : TestLrs.Json(body) };
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }
}
