using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Tests.Http.Hostile;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>Documents under several hands (xAPI Communication 2.2, 2.3, 3.1; 9274.1.1 4.1.4).</summary>
public sealed class ChangingDocuments
{
    private static readonly string Agent = $"agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}";
    private static readonly string State = $"/xapi/activities/state?activityId=https://example.org/a&{Agent}";

    [Theory, EveryDatabase]
    public async Task State_is_overwritten_blindly_in_1_0_and_refused_in_2_0(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var first = await Put(lrs, "1.0.3", "1");
        using var blind = await Put(lrs, "1.0.3", "2");
        using var refused = await Put(lrs, "2.0.0", "3");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict), (first.StatusCode, blind.StatusCode, refused.StatusCode));
        Assert.Equal(2, (await lrs.Get($"{State}&stateId=s")).GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task Tags_are_compared_bare_quoted_weak_listed_and_starred(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var value = 0;
        foreach (var form in new[] { "{0}", "\"{0}\"", "W/\"{0}\"", "\"00\", \"{0}\"", "*" })
        {
            using var before = await Put(lrs, "1.0.3", $"{value}");
            var tag = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{value}")));
            value++;
            using var answer = await Put(lrs, "2.0.0", $"{value}", ("If-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, form, tag)));
            Assert.Equal((form, HttpStatusCode.NoContent), (form, answer.StatusCode));
        }

        using var star = await Put(lrs, "2.0.0", "9", ("If-Match", "*"), "other");
        using var unmodified = await Get(lrs, ("If-None-Match", $"\"{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{value}")))}\""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.NotModified), (star.StatusCode, unmodified.StatusCode));
    }

    [Theory, EveryDatabase]
    public async Task A_tag_is_that_of_the_stored_bytes_also_for_a_client_that_takes_compressed_answers(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var text = new string('x', 50_000);
        using var put = await Put(lrs, "1.0.3", $"\"{text}\"");

        using var answer = await Get(lrs, ("Accept-Encoding", "gzip, br"));

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA1.HashData(await answer.Content.ReadAsByteArrayAsync()))}\"", answer.Headers.ETag!.ToString());
        Assert.Equal(put.Headers.ETag, answer.Headers.ETag);
    }

    [Theory, EveryDatabase]
    public async Task Many_first_writers_at_once_make_one_document_with_and_without_a_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = $"&registration={Guid.NewGuid()}";
        foreach (var which in new[] { "", registration })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Put(lrs, "2.0.0", $"{n}", ("If-None-Match", "*"), $"s{which}")));

            Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.NoContent);
            Assert.Equal(11, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
        }

        Assert.Equal("""["s"]""", (await lrs.Get($"{State}{registration}")).GetRawText());
        Assert.Equal("""["s"]""", (await lrs.Get(State)).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Merges_at_once_lose_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => lrs.Post($"{State}&stateId=s", $"{{\"p{n}\":{n}}}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(20, (await lrs.Get($"{State}&stateId=s")).EnumerateObject().Count());
    }

    // With a registration only its own; without one, those of every registration: the choice is written in the README of the source.
    [Theory, EveryDatabase]
    public async Task Removing_all_states_without_a_registration_removes_those_of_every_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var which in new[] { "", $"&registration={one}", $"&registration={other}" })
        {
            using var put = await Put(lrs, "1.0.3", "1", null, $"s{which}");
        }

        await lrs.Http.DeleteAsync($"{State}&registration={one}");
        Assert.Equal("[]", (await lrs.Get($"{State}&registration={one}")).GetRawText());
        Assert.Equal("""["s"]""", (await lrs.Get($"{State}&registration={other}")).GetRawText());

        await lrs.Http.DeleteAsync(State);
        Assert.Equal("[]", (await lrs.Get($"{State}&registration={other}")).GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"{State}&stateId=s")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_type_that_can_be_sent_can_be_given_back(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var type in new[] { "application/octect-stream", "text/plain; charset=\"utf-8\"", "image/svg+xml", "x/y; z=1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{State}&stateId=t") { Content = new ByteArrayContent([0, 1, 255]) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var put = await lrs.Http.SendAsync(request);
            using var got = await lrs.Http.GetAsync($"{State}&stateId=t");

            Assert.Equal((HttpStatusCode.NoContent, type), (put.StatusCode, got.Content.Headers.NonValidated["Content-Type"].ToString()));
            Assert.Equal([0, 1, 255], await got.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_type_that_cannot_be_given_back_is_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var line = new Line(lrs.App);
        var credential = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"));
        var request = new HostileRequest("PUT", "/xapi/activities/state", $"activityId=https://example.org/a&{Agent}&stateId=s", [("X-Experience-API-Version", "1.0.3"), ("Content-Type", "text/pl\u00c3\u00a4in")], [1]);

        var answer = await line.Send(request.ToBytes(lrs.App.Authority, credential), isHead: false);

        Assert.Equal(400, answer!.Status);
        Assert.Contains("\"path\":\"Content-Type:\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal("[]", (await lrs.Get(State)).GetRawText());
    }

    private static async Task<HttpResponseMessage> Put(TestLrs lrs, string version, string json, (string Name, string Value)? condition = null, string id = "s")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{State}&stateId={id}") { Content = TestLrs.Json(json) };
        request.Headers.Add("X-Experience-API-Version", version);
        if (condition is { } header)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return await lrs.Http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Get(TestLrs lrs, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{State}&stateId=s");
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await lrs.Http.SendAsync(request);
    }
}
