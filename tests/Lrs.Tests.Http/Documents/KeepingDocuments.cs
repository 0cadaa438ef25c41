using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Documents;

public sealed class KeepingDocuments
{
    private const string Activity = "activityId=https://example.org/a";
    private static readonly string Agent = $"agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}";
    private static readonly string State = $"/xapi/activities/state?{Activity}&{Agent}";

    [Theory, EveryDatabase]
    public async Task A_state_comes_back_with_its_type_and_the_sha1_of_its_bytes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Http.PutAsync($"{State}&stateId=place", new StringContent("screen 4", Encoding.UTF8, "text/plain"));

        var answer = await lrs.Http.GetAsync($"{State}&stateId=place");

        Assert.Equal("screen 4", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA1.HashData("screen 4"u8))}\"", answer.Headers.ETag!.Tag);
        Assert.NotNull(answer.Content.Headers.LastModified);
    }

    [Theory, EveryDatabase]
    public async Task With_and_without_a_registration_are_different_documents(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("1"));
        await lrs.Http.PutAsync($"{State}&stateId=s&registration={registration}", TestLrs.Json("2"));

        Assert.Equal(1, (await lrs.Get($"{State}&stateId=s")).GetInt32());
        Assert.Equal(2, (await lrs.Get($"{State}&stateId=s&registration={registration}")).GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task A_tag_is_compared_without_quotes_and_a_stale_one_changes_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("1"));
        var tag = Convert.ToHexStringLower(SHA1.HashData("1"u8));

        var fresh = await Put(lrs, "2", request => request.Headers.TryAddWithoutValidation("If-Match", tag));
        var stale = await Put(lrs, "3", request => request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{tag}\"")));
        var none = await Put(lrs, "4", request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));

        Assert.Equal(HttpStatusCode.NoContent, fresh.StatusCode);
        Assert.Equal([HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed], [stale.StatusCode, none.StatusCode]);
        Assert.Equal(2, (await lrs.Get($"{State}&stateId=s")).GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task Of_many_writers_that_know_the_same_tag_one_wins(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("0"));
        var tag = Convert.ToHexStringLower(SHA1.HashData("0"u8));

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Put(lrs, $"{n}", request => request.Headers.TryAddWithoutValidation("If-Match", tag))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.NoContent);
        Assert.Equal(11, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
    }

    [Theory, EveryDatabase]
    public async Task A_profile_that_exists_is_not_replaced_blindly(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var profile = $"/xapi/agents/profile?{Agent}&profileId=p";
        await lrs.Post(profile, "1");

        var answer = await lrs.Http.PutAsync(profile, TestLrs.Json("2"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(1, (await lrs.Get(profile)).GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task A_state_is_replaced_blindly_under_1_0_and_not_under_2_0(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("1"));

        var older = await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("2"));
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        var newer = await lrs.Http.PutAsync($"{State}&stateId=s", TestLrs.Json("3"));
        var known = await Put(lrs, "4", request => request.Headers.TryAddWithoutValidation("If-Match", Convert.ToHexStringLower(SHA1.HashData("2"u8))));
        var first = await lrs.Http.PutAsync($"{State}&stateId=other", TestLrs.Json("1"));

        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.Conflict, HttpStatusCode.NoContent, HttpStatusCode.NoContent],
            [older.StatusCode, newer.StatusCode, known.StatusCode, first.StatusCode]);
        Assert.Equal(4, (await lrs.Get($"{State}&stateId=s")).GetInt32());
    }

    [Theory]
    [InlineData("1.0.3", HttpStatusCode.BadRequest)]
    [InlineData("1.0.2", HttpStatusCode.NoContent)]
    [InlineData("2.0.0", HttpStatusCode.NoContent)]
    public async Task A_new_profile_needs_a_condition_of_clients_that_say_they_are_1_0_3(string version, HttpStatusCode expected)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", version);
        var profile = $"/xapi/activities/profile?{Activity}&profileId=p";

        var blind = await lrs.Http.PutAsync(profile, TestLrs.Json("1"));
        var request = new HttpRequestMessage(HttpMethod.Put, profile + "2") { Content = TestLrs.Json("1") };
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);

        Assert.Equal(expected, blind.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.SendAsync(request)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task What_is_posted_as_JSON_must_be_JSON(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var broken = await lrs.Post($"{State}&stateId=s", """{"a":1}[""");
        var list = await lrs.Post($"{State}&stateId=list", "[1]");
        var text = await lrs.Http.PostAsync($"{State}&stateId=text", new StringContent("{", Encoding.UTF8, "text/plain"));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.NoContent, HttpStatusCode.NoContent], [broken.StatusCode, list.StatusCode, text.StatusCode]);
        Assert.Equal("""["list","text"]""", (await lrs.Get(State)).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Posting_merges_the_top_level_of_objects_and_refuses_anything_else(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Post($"{State}&stateId=s", """{"a":1,"b":{"c":1}}""");

        await lrs.Post($"{State}&stateId=s", """{"b":{"d":2}}""");
        var refused = await lrs.Post($"{State}&stateId=s", "[1]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("""{"a":1,"b":{"d":2}}""", (await lrs.Get($"{State}&stateId=s")).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Names_are_listed_and_all_can_be_removed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Http.PutAsync($"{State}&stateId=b", TestLrs.Json("1"));
        await lrs.Http.PutAsync($"{State}&stateId=a", TestLrs.Json("1"));
        await lrs.Http.PutAsync($"{State}&stateId=b&registration={Guid.NewGuid()}", TestLrs.Json("1"));

        Assert.Equal("""["a","b"]""", (await lrs.Get(State)).GetRawText());
        await lrs.Http.DeleteAsync(State);
        Assert.Equal("[]", (await lrs.Get(State)).GetRawText());
    }

    private static Task<HttpResponseMessage> Put(TestLrs lrs, string json, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{State}&stateId=s") { Content = TestLrs.Json(json) };
        change(request);
        return lrs.Http.SendAsync(request);
    }
}
