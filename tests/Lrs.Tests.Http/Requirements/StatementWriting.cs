using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>Storing statements by PUT and POST (xAPI Communication 2.1.1, 2.1.2; 9274.1.1 4.1.6.1), in both versions.</summary>
public sealed class StatementWriting
{
    private static readonly string[] Versions = ["1.0.3", "2.0.0"];

    [Theory, EveryDatabase]
    public async Task A_put_answers_204_and_a_post_200_with_the_ids_in_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
            using var put = await Send(lrs, version, HttpMethod.Put, $"?statementId={first}", Some.Statement());
            using var one = await Send(lrs, version, HttpMethod.Post, "", Some.Statement());
            using var many = await Send(lrs, version, HttpMethod.Post, "", $"[{Some.Statement()},{Some.Statement(id: second.ToString())}]");
            using var none = await Send(lrs, version, HttpMethod.Post, "", "[]");

            Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (put.StatusCode, one.StatusCode, many.StatusCode, none.StatusCode));
            Assert.Empty(await put.Content.ReadAsByteArrayAsync());
            Assert.Equal(first, (await lrs.Get($"/xapi/statements?statementId={first}")).GetProperty("id").GetGuid());
            Assert.Single((await TestLrs.Read(one)).EnumerateArray());
            Assert.Equal(second, (await TestLrs.Read(many))[1].GetGuid());
            Assert.Equal("[]", await none.Content.ReadAsStringAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_put_needs_a_statementId_that_is_a_uuid(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            foreach (var query in new[] { "", "?statementId=", "?statementId=1", "?statementId={6690e6c9-3ef0-4ed3-8b37-7f3964730bee}" })
            {
                using var answer = await Send(lrs, version, HttpMethod.Put, query, Some.Statement());
                Assert.Equal((query, HttpStatusCode.BadRequest), (query, answer.StatusCode));
                Assert.Equal("?statementId", (await TestLrs.Read(answer)).GetProperty("faults")[0].GetProperty("path").GetString());
            }

            using var list = await Send(lrs, version, HttpMethod.Put, $"?statementId={Guid.NewGuid()}", $"[{Some.Statement()}]");
            Assert.Equal(HttpStatusCode.BadRequest, list.StatusCode);
        }

        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task What_the_client_leaves_out_the_store_adds_and_what_only_the_store_knows_it_sets(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (version, own) in new[] { ("1.0.3", "1.0.0"), ("2.0.0", "2.0.0") })
        {
            using var bare = await Send(lrs, version, HttpMethod.Post, "", Some.Statement());
            using var full = await Send(lrs, version, HttpMethod.Post, "", Some.Statement(more: """ "stored":"2001-01-01T00:00:00Z","authority":{"mbox":"mailto:forged@example.org"},"timestamp":"2002-02-02T02:02:02Z","""));
            var added = await lrs.Get($"/xapi/statements?statementId={(await TestLrs.Read(bare))[0].GetGuid()}");
            var set = await lrs.Get($"/xapi/statements?statementId={(await TestLrs.Read(full))[0].GetGuid()}");

            Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", added.GetProperty("id").GetString());
            Assert.Equal(own, added.GetProperty("version").GetString());
            Assert.Equal(added.GetProperty("stored").GetString(), added.GetProperty("timestamp").GetString());
            Assert.InRange(added.GetProperty("stored").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
            Assert.Equal(TestLrs.Key, added.GetProperty("authority").GetProperty("account").GetProperty("name").GetString());
            Assert.Equal("2002-02-02T02:02:02Z", set.GetProperty("timestamp").GetString());
            Assert.True(set.GetProperty("stored").GetDateTimeOffset().Year > 2020);
            Assert.Equal(added.GetProperty("authority").GetRawText(), set.GetProperty("authority").GetRawText());
        }
    }

    [Theory, EveryDatabase]
    public async Task Of_a_batch_with_one_fault_nothing_is_stored(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var taken = (await lrs.Store(Some.Statement(id: Guid.NewGuid().ToString())))[0];
        foreach (var version in Versions)
        {
            using var fault = await Send(lrs, version, HttpMethod.Post, "", $"[{Some.Statement()},{Some.Statement(verb: "no iri")},{Some.Statement()}]");
            using var clash = await Send(lrs, version, HttpMethod.Post, "", $"[{Some.Statement()},{Some.Statement(verb: Some.Passed, id: taken.ToString())}]");
            using var alone = await Send(lrs, version, HttpMethod.Put, $"?statementId={Guid.NewGuid()}", Some.Statement(agent: "nobody"));

            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (fault.StatusCode, clash.StatusCode, alone.StatusCode));
            Assert.Equal("$[1].verb.id", (await TestLrs.Read(fault)).GetProperty("faults")[0].GetProperty("path").GetString());
        }

        Assert.Equal([taken], await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task No_resource_but_about_speaks_to_who_names_no_version_and_every_one_says_its_own(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        foreach (var (root, own) in new[] { ("/xapi", "2.0.0"), ("/xapi/1.0.3", "1.0.3") })
        {
            foreach (var resource in new[] { "/statements" }.Concat(DocumentResource.All.Select(one => one.At("d")["/xapi".Length..])))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Post })
                {
                    using var request = new HttpRequestMessage(method, root + resource) { Content = method == HttpMethod.Get ? null : TestLrs.Json(Some.Statement()) };
                    using var answer = await lrs.Http.SendAsync(request);

                    Assert.Equal((resource, HttpStatusCode.BadRequest, own), (resource, answer.StatusCode, answer.Headers.GetValues("X-Experience-API-Version").Single()));
                    var fault = (await TestLrs.Read(answer)).GetProperty("faults")[0];
                    Assert.Equal(("version", "X-Experience-API-Version:"), (fault.GetProperty("rule").GetString(), fault.GetProperty("path").GetString()));
                }
            }

            using var about = await lrs.Http.GetAsync($"{root}/about");
            Assert.Equal((HttpStatusCode.OK, own), (about.StatusCode, about.Headers.GetValues("X-Experience-API-Version").Single()));
        }
    }

    private static Task<HttpResponseMessage> Send(TestLrs lrs, string version, HttpMethod method, string query, string body)
    {
        var request = new HttpRequestMessage(method, $"/xapi/statements{query}") { Content = TestLrs.Json(body) };
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }
}
