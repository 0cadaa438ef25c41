using System.Net;
using Lrs.Data;
using Lrs.Tests.Http.Attachments;
using Xunit;

namespace Lrs.Tests.Http.Http;

public sealed class AskingForHeaders
{
    [Theory, EveryDatabase]
    public async Task Every_resource_answers_a_HEAD_as_its_GET_without_the_body(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var agent = $"agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}";
        var id = (await lrs.Store(Some.Statement()))[0];
        string[] documents = [$"activities/state?activityId=http://example.org/a&{agent}&stateId=s", "activities/profile?activityId=http://example.org/a&profileId=p", $"agents/profile?{agent}&profileId=p"];
        foreach (var document in documents)
        {
            await lrs.Post($"/xapi/{document}", "1");
        }

        foreach (var version in new[] { "1.0.3", "2.0.0" })
        {
            lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
            lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", version);
            foreach (var resource in (string[])["about", "statements", $"statements?statementId={id}", "statements?attachments=true", "activities?activityId=http://example.org/a", $"agents?{agent}", .. documents, .. documents.Select(one => one[..one.LastIndexOf('&')])])
            {
                var get = await lrs.Http.GetAsync($"/xapi/{resource}");
                var head = await lrs.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/xapi/{resource}"));

                Assert.True(HttpStatusCode.OK == get.StatusCode && HttpStatusCode.OK == head.StatusCode, $"{resource}: {get.StatusCode}, {head.StatusCode}");
                Assert.Equal(get.Content.Headers.ContentType!.MediaType, head.Content.Headers.ContentType!.MediaType);
                Assert.Equal(get.Headers.ETag, head.Headers.ETag);
                Assert.Equal(get.Content.Headers.LastModified, head.Content.Headers.LastModified);
                Assert.Equal(get.Headers.Contains("X-Experience-API-Consistent-Through"), head.Headers.Contains("X-Experience-API-Consistent-Through"));
                Assert.Equal([version], head.Headers.GetValues("X-Experience-API-Version"));
                Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            }

            var missing = await lrs.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/xapi/statements?statementId={Guid.NewGuid()}"));
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_statement_was_last_modified_when_it_was_stored(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Some.Statement()))[0];

        var answer = await lrs.Http.GetAsync($"/xapi/statements?statementId={id}");
        var stored = (await TestLrs.Read(answer)).GetProperty("stored").GetDateTimeOffset();

        Assert.Equal(stored.ToUnixTimeSeconds(), answer.Content.Headers.LastModified!.Value.ToUnixTimeSeconds());
        Assert.Single(await Multipart.Read(await lrs.Http.GetAsync($"/xapi/statements?statementId={id}&attachments=true")));
    }
}
