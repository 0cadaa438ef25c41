using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>State, activity profile and agent profile: what each must do and refuse, in both versions.</summary>
public sealed class DocumentRequests
{
    [Theory, EveryDatabase]
    public async Task Wrong_and_missing_parameters_are_refused_by_name_and_leave_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var wrong = new List<string>();
        foreach (var row in DocumentTable.Wrong)
        {
            foreach (var method in row.Methods.Split(' '))
            {
                foreach (var version in Versions)
                {
                    var path = row.Resource.At(row.Several ? null : "d", (row.Parameter, row.Value));
                    using var answer = await Send(lrs, method, path, version, method is "PUT" or "POST" ? "{\"a\":1}" : null);
                    var text = await answer.Content.ReadAsStringAsync();
                    if (answer.StatusCode is not HttpStatusCode.BadRequest || !text.Contains($"\"path\":\"?{row.Parameter}\"", StringComparison.Ordinal) && !text.Contains($"\"path\":\"?{row.Parameter}.", StringComparison.Ordinal))
                    {
                        wrong.Add($"{version} {row.Ids} {method} {path}: {(int)answer.StatusCode} {text}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        foreach (var resource in DocumentResource.All)
        {
            Assert.Equal("[]", (await lrs.Get(resource.At(null))).GetRawText());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_document_is_put_given_listed_and_removed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            var name = $"d {version}";
            using var put = await Send(lrs, "PUT", resource.At(name), version, "screen 4", "text/plain");
            using var got = await Send(lrs, "GET", resource.At(name), version);
            using var listed = await Send(lrs, "GET", resource.At(null), version);
            using var removed = await Send(lrs, "DELETE", resource.At(name), version);
            using var gone = await Send(lrs, "GET", resource.At(name), version);

            Assert.Equal((204, 200, 200, 204, 404), ((int)put.StatusCode, (int)got.StatusCode, (int)listed.StatusCode, (int)removed.StatusCode, (int)gone.StatusCode));
            Assert.Equal("screen 4", await got.Content.ReadAsStringAsync());
            Assert.Equal("text/plain", got.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA1.HashData("screen 4"u8))}\"", got.Headers.ETag!.ToString());
            Assert.InRange(got.Content.Headers.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
            Assert.Equal($"[\"{name}\"]", await listed.Content.ReadAsStringAsync());
            Assert.Equal(version, got.Headers.GetValues("X-Experience-API-Version").Single());
        }
    }

    [Theory, EveryDatabase]
    public async Task Only_ids_of_documents_stored_after_since_are_listed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            using var early = await Send(lrs, "PUT", resource.At($"early {version}"), version, "1");
            await Task.Delay(20);
            var between = DateTimeOffset.UtcNow;
            await Task.Delay(20);
            using var late = await Send(lrs, "PUT", resource.At($"late {version}"), version, "1");

            using var listed = await Send(lrs, "GET", resource.At(null, ("since", between.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture))), version);

            Assert.Equal($"[\"late {version}\"]", await listed.Content.ReadAsStringAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_state_lives_in_its_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            var registration = ("registration", (string?)Guid.NewGuid().ToString());
            using var plain = await Send(lrs, "PUT", DocumentResource.State.At("d", Match(version)), version, "0", condition: "*");
            using var put = await Send(lrs, "PUT", DocumentResource.State.At("d", registration), version, "{\"a\":1}");
            using var posted = await Send(lrs, "POST", DocumentResource.State.At("d", registration), version, "{\"b\":2}");
            using var got = await Send(lrs, "GET", DocumentResource.State.At("d", registration), version);
            using var removed = await Send(lrs, "DELETE", DocumentResource.State.At("d", registration), version);
            using var gone = await Send(lrs, "GET", DocumentResource.State.At("d", registration), version);
            using var stays = await Send(lrs, "GET", DocumentResource.State.At("d", Match(version)), version);

            Assert.Equal((204, 204, "{\"a\":1,\"b\":2}"), ((int)put.StatusCode, (int)posted.StatusCode, await got.Content.ReadAsStringAsync()));
            Assert.Equal((204, 404, "0"), ((int)removed.StatusCode, (int)gone.StatusCode, await stays.Content.ReadAsStringAsync()));
        }

        static (string, string?) Match(string version) => ("activityId", $"https://example.org/{version}");
    }

    [Theory, EveryDatabase]
    public async Task All_states_of_an_agent_and_activity_are_removed_at_once(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            foreach (var name in new[] { "a", "b" })
            {
                using var put = await Send(lrs, "PUT", DocumentResource.State.At(name), version, "1");
            }

            using var other = await Send(lrs, "PUT", DocumentResource.State.At("c", ("agent", Some.Agent($"bob{version}@example.org"))), version, "1");
            using var removed = await Send(lrs, "DELETE", DocumentResource.State.At(null), version);

            Assert.Equal(204, (int)removed.StatusCode);
            Assert.Equal("[]", (await lrs.Get(DocumentResource.State.At(null))).GetRawText());
            Assert.Equal("""["c"]""", (await lrs.Get(DocumentResource.State.At(null, ("agent", Some.Agent($"bob{version}@example.org"))))).GetRawText());
        }
    }

    [Theory, EveryDatabase]
    public async Task Posting_makes_a_document_or_merges_its_top_level(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            using var made = await Send(lrs, "POST", resource.At(version), version, """{"car":"Honda","engine":{"size":1,"fuel":"petrol"}}""");
            using var merged = await Send(lrs, "POST", resource.At(version), version, """{"type":"Civic","engine":{"size":2}}""");

            Assert.Equal((204, 204), ((int)made.StatusCode, (int)merged.StatusCode));
            Assert.Equal("""{"car":"Honda","engine":{"size":2},"type":"Civic"}""", (await lrs.Get(resource.At(version))).GetRawText());
        }
    }

    [Theory, EveryDatabase]
    public async Task Posting_what_cannot_be_merged_is_refused_and_changes_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            foreach (var (name, stored, storedType, sent, sentType) in new[]
            {
                ("sent is text", "{}", "application/json", "text", "text/plain"),
                ("stored is text", "text", "text/plain", "{}", "application/json"),
                ("sent is a list", "{}", "application/json", "[1]", "application/json"),
                ("sent is no JSON", "{}", "application/json", "{a:1}", "application/json"),
                ("stored is a list", "[1]", "application/json", "{}", "application/json"),
            })
            {
                using var put = await Send(lrs, "PUT", resource.At($"{name} {version}"), version, stored, storedType);
                using var refused = await Send(lrs, "POST", resource.At($"{name} {version}"), version, sent, sentType);
                using var still = await Send(lrs, "GET", resource.At($"{name} {version}"), version);

                Assert.Equal((name, 204, 400), (name, (int)put.StatusCode, (int)refused.StatusCode));
                Assert.Contains("\"rule\":\"document.object\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.Equal((stored, storedType), (await still.Content.ReadAsStringAsync(), still.Content.Headers.ContentType!.MediaType));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Posting_json_that_is_none_is_refused_where_there_is_no_document_yet(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            using var refused = await Send(lrs, "POST", resource.At(version), version, "{'a':1}");
            using var none = await Send(lrs, "GET", resource.At(version), version);

            Assert.Equal((400, 404), ((int)refused.StatusCode, (int)none.StatusCode));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_change_is_made_only_to_the_document_that_the_client_knows(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (resource, version) in Everywhere())
        {
            var path = resource.At(version);
            using var first = await Send(lrs, "PUT", path, version, "{\"n\":1}", condition: "*");
            var tag = first.Headers.ETag!.Tag;
            using var onlyNew = await Send(lrs, "PUT", path, version, "{\"n\":2}", condition: "*");
            using var blind = await Send(lrs, "PUT", path, version, "{\"n\":1}");
            using var stalePut = await Send(lrs, "PUT", path, version, "{\"n\":3}", match: "\"0000000000000000000000000000000000000000\"");
            using var stalePost = await Send(lrs, "POST", path, version, "{\"n\":4}", match: "\"0000000000000000000000000000000000000000\"");
            using var staleDelete = await Send(lrs, "DELETE", path, version, match: "\"0000000000000000000000000000000000000000\"");
            Assert.Equal(1, (await lrs.Get(path)).GetProperty("n").GetInt32());
            using var freshPost = await Send(lrs, "POST", path, version, "{\"n\":5}", match: tag);
            using var freshPut = await Send(lrs, "PUT", path, version, "{\"n\":6}", match: freshPost.Headers.ETag!.Tag);
            using var weakDelete = await Send(lrs, "DELETE", path, version, match: "W/" + freshPut.Headers.ETag!.Tag);

            // State under 1.0.x may be overwritten blindly; a profile never.
            Assert.Equal(resource == DocumentResource.State && version == "1.0.3" ? 204 : 409, (int)blind.StatusCode);
            Assert.Equal((412, 412, 412, 412), ((int)onlyNew.StatusCode, (int)stalePut.StatusCode, (int)stalePost.StatusCode, (int)staleDelete.StatusCode));
            Assert.Equal((204, 204, 204), ((int)freshPost.StatusCode, (int)freshPut.StatusCode, (int)weakDelete.StatusCode));
        }
    }

    private static readonly string[] Versions = ["1.0.3", "2.0.0"];

    private static IEnumerable<(DocumentResource Resource, string Version)> Everywhere() => from resource in DocumentResource.All from version in Versions select (resource, version);

    private static async Task<HttpResponseMessage> Send(TestLrs lrs, string method, string path, string version, string? body = null, string type = "application/json", string? match = null, string? condition = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-Experience-API-Version", version);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        if (condition is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", condition);
        }

        return await lrs.Http.SendAsync(request);
    }
}
