using System.Globalization;
using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>What may be asked of the Statements resource, and what not (xAPI Communication 2.1.3; 9274.1.1 4.1.6.1), in both versions.</summary>
public sealed class StatementQueries
{
    private const string Uuid = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
    private static readonly string[] Versions = ["1.0.3", "2.0.0"];
    private static readonly string Agent = Uri.EscapeDataString(Some.Agent("ada@example.org"));

    /// <summary>Requirements, name and value of each parameter, and a value that it cannot have.</summary>
    private static readonly (string Ids, string Name, string Value, string? Wrong)[] Known =
    [
        ("XAPI-00181 XAPI-00012", "agent", Agent, "{}"),
        ("XAPI-00180 XAPI-00012", "verb", Uri.EscapeDataString(Some.Completed), "completed"),
        ("XAPI-00179 XAPI-00012", "activity", "https://example.org/courses/1", "course"),
        ("XAPI-00178 XAPI-00012", "registration", Uuid, "one"),
        ("XAPI-00177", "related_activities", "true", "yes"),
        ("XAPI-00176", "related_agents", "true", "yes"),
        ("XAPI-00175 XAPI-00012", "since", "2026-03-01T10:00:00Z", "yesterday"),
        ("XAPI-00174 XAPI-00012", "until", "2026-03-01T10:00:00Z", "yesterday"),
        ("XAPI-00173", "limit", "1", "-1"),
        ("XAPI-00170", "format", "exact", "short"),
        ("XAPI-00171", "format", "ids", "IDS"),
        ("XAPI-00169", "format", "canonical", ""),
        ("XAPI-00167", "attachments", "false", "maybe"),
        ("XAPI-00166", "ascending", "true", "1"),
    ];

    [Theory, EveryDatabase]
    public async Task Every_parameter_is_understood_and_a_wrong_value_is_named(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            foreach (var (ids, name, value, wrong) in Known)
            {
                using var right = await Get(lrs, version, $"?{name}={value}");
                Assert.True(right.StatusCode is HttpStatusCode.OK, $"{ids} {name}={value}: {right.StatusCode}");
                Assert.Equal("application/json", right.Content.Headers.ContentType!.MediaType);
                Assert.True((await TestLrs.Read(right)).GetProperty("statements").GetArrayLength() == 0);
                HasConsistentThrough(right);

                using var refused = await Get(lrs, version, $"?{name}={wrong}");
                Assert.True(refused.StatusCode is HttpStatusCode.BadRequest, $"{ids} {name}={wrong}: {refused.StatusCode}");
                Assert.StartsWith($"?{name}", (await TestLrs.Read(refused)).GetProperty("faults")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
                HasConsistentThrough(refused);
            }
        }
    }

    // XAPI-00150, XAPI-00151
    [Theory, EveryDatabase]
    public async Task With_an_id_only_attachments_and_format_may_be_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Some.Statement()))[0];
        foreach (var version in Versions)
        {
            foreach (var which in new[] { "statementId", "voidedStatementId" })
            {
                foreach (var (_, name, value, _) in Known)
                {
                    using var answer = await Get(lrs, version, $"?{which}={id}&{name}={value}");
                    var wanted = name is "attachments" or "format" ? which is "statementId" ? 200 : 404 : 400;
                    Assert.True((int)answer.StatusCode == wanted, $"{which} {name}: {(int)answer.StatusCode}");
                    HasConsistentThrough(answer);
                }
            }

            using var both = await Get(lrs, version, $"?statementId={id}&voidedStatementId={id}");
            Assert.Equal(HttpStatusCode.BadRequest, both.StatusCode);
        }
    }

    // XAPI-00324, XAPI-00325
    [Theory, EveryDatabase]
    public async Task Parameters_that_nobody_knows_or_in_another_case_or_twice_are_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            foreach (var name in Known.Select(one => one.Name).Append("statementId").Append("voidedStatementId").Distinct())
            {
                using var upper = await Get(lrs, version, $"?{char.ToUpperInvariant(name[0])}{name[1..]}=1");
                Assert.Equal((name, HttpStatusCode.BadRequest), (name, upper.StatusCode));
                Assert.Contains("query.case", await upper.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var unknown = await Get(lrs, version, "?bogus=1");
            using var twice = await Get(lrs, version, "?limit=1&limit=2");
            using var post = await Send(lrs, version, HttpMethod.Post, "?bogus=1", Some.Statement());
            using var put = await Send(lrs, version, HttpMethod.Put, $"?statementId={Guid.NewGuid()}&bogus=1", Some.Statement());
            using var putCase = await Send(lrs, version, HttpMethod.Put, $"?StatementId={Guid.NewGuid()}", Some.Statement());
            Assert.All([unknown, twice, post, put, putCase], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        }

        Assert.Empty(await lrs.Find(""));
    }

    // XAPI-00110, XAPI-00113, XAPI-00149, XAPI-00112, XAPI-00109
    [Theory, EveryDatabase]
    public async Task An_answer_has_a_list_and_a_more_that_is_empty_when_all_is_said(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            using var nothing = await Get(lrs, version, $"?registration={Guid.NewGuid()}");
            Assert.Equal("""{"statements":[],"more":""}""", await nothing.Content.ReadAsStringAsync());
        }

        await lrs.Store(Some.Statement(), Some.Statement());
        var all = await lrs.Get("/xapi/statements");
        var first = await lrs.Get("/xapi/statements?limit=1");
        Assert.Equal((2, ""), (all.GetProperty("statements").GetArrayLength(), all.GetProperty("more").GetString()));
        Assert.Equal(["statements", "more"], all.EnumerateObject().Select(property => property.Name));

        // XAPI-00108, XAPI-00111, XAPI-00114: a page that is too small leads to another of the same form, by an address relative to the host.
        Assert.StartsWith("/xapi/statements?more=", first.GetProperty("more").GetString(), StringComparison.Ordinal);
        var second = await lrs.Get(first.GetProperty("more").GetString()!);
        Assert.Equal(["statements", "more"], second.EnumerateObject().Select(property => property.Name));
        Assert.Equal((1, ""), (second.GetProperty("statements").GetArrayLength(), second.GetProperty("more").GetString()));
    }

    // XAPI-00156, XAPI-00158, XAPI-00159, XAPI-00154
    [Theory, EveryDatabase]
    public async Task A_statement_is_given_by_its_id_and_in_the_list(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Some.Statement()))[0];
        foreach (var version in Versions)
        {
            using var one = await Get(lrs, version, $"?statementId={id}");
            using var all = await Get(lrs, version, "");
            var statement = await TestLrs.Read(one);
            Assert.Equal((HttpStatusCode.OK, id), (one.StatusCode, statement.GetProperty("id").GetGuid()));
            Assert.Equal(statement.GetRawText(), (await TestLrs.Read(all)).GetProperty("statements")[0].GetRawText());
            HasConsistentThrough(one);
            HasConsistentThrough(all);
            var stored = statement.GetProperty("stored").GetDateTimeOffset();
            Assert.Equal(stored.ToString("R", CultureInfo.InvariantCulture), one.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    // XAPI-00152, XAPI-00160: ISO 8601, and not before anything that is given out.
    private static void HasConsistentThrough(HttpResponseMessage answer)
    {
        var text = answer.Headers.GetValues("X-Experience-API-Consistent-Through").Single();
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", text);
    }

    private static Task<HttpResponseMessage> Get(TestLrs lrs, string version, string query) => Send(lrs, version, HttpMethod.Get, query, null);

    private static async Task<HttpResponseMessage> Send(TestLrs lrs, string version, HttpMethod method, string query, string? body)
    {
        using var request = new HttpRequestMessage(method, $"/xapi/statements{query}") { Content = body is null ? null : TestLrs.Json(body) };
        request.Headers.Add("X-Experience-API-Version", version);
        return await lrs.Http.SendAsync(request);
    }
}
