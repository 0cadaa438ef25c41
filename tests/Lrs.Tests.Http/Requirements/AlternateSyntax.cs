using System.Net;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>Every method as a POST with a form (xAPI Communication 1.3), which 1.0.x has and 2.0 has not.</summary>
public sealed class AlternateSyntax
{
    private static readonly string Credential = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"));
    private static readonly (string, string)[] Ada = [("agent", Some.Agent("ada@example.org"))];

    [Theory, EveryDatabase]
    public async Task Every_method_of_every_resource_can_be_a_post_with_a_form(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid().ToString();

        Assert.Equal((204, ""), await Send(lrs, "/statements?method=PUT", ("statementId", id), ("content", Some.Statement()), ("Content-Type", "application/json")));
        Assert.Equal(200, (await Send(lrs, "/statements?method=POST", ("content", $"[{Some.Statement()}]"), ("Content-Type", "application/json"))).Status);
        var one = await Send(lrs, "/statements?method=GET", ("statementId", id));
        Assert.Equal((200, id), (one.Status, System.Text.Json.JsonDocument.Parse(one.Text).RootElement.GetProperty("id").GetString()));
        var page = await Send(lrs, "/statements?method=GET", [("limit", "1"), .. Ada]);
        Assert.Equal(1, System.Text.Json.JsonDocument.Parse(page.Text).RootElement.GetProperty("statements").GetArrayLength());
        Assert.Equal(400, (await Send(lrs, "/statements?method=GET", ("bogus", "1"))).Status);

        foreach (var resource in DocumentResource.All)
        {
            var (path, owner) = (resource.Path["/xapi".Length..], resource.Owner.Append((resource.Id, "d e")).ToArray());
            Assert.Equal((204, ""), await Send(lrs, $"{path}?method=PUT", [.. owner, ("content", "{\"ä\":\"&=+ %\"}"), ("Content-Type", "application/json"), ("If-None-Match", "*")]));
            Assert.Equal((204, ""), await Send(lrs, $"{path}?method=POST", [.. owner, ("content", "{\"b\":2}"), ("Content-Type", "application/json")]));
            Assert.Equal((200, "{\"ä\":\"&=+ %\",\"b\":2}"), await Send(lrs, $"{path}?method=GET", owner));
            Assert.Equal(412, (await Send(lrs, $"{path}?method=DELETE", [.. owner, ("If-Match", "\"other\"")])).Status);
            Assert.Equal((204, ""), await Send(lrs, $"{path}?method=DELETE", owner));
            Assert.Equal(404, (await Send(lrs, $"{path}?method=GET", owner)).Status);
        }

        Assert.Equal(200, (await Send(lrs, "/agents?method=GET", Ada)).Status);
        Assert.Equal(200, (await Send(lrs, "/activities?method=GET", ("activityId", "https://example.org/courses/1"))).Status);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_but_the_method_stands_in_the_address_and_content_has_its_name(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid().ToString();

        Assert.Equal(400, (await Send(lrs, $"/statements?method=PUT&statementId={id}", ("content", Some.Statement()), ("Content-Type", "application/json"))).Status);
        Assert.Equal(400, (await Send(lrs, "/statements?method=GET&limit=1", ("limit", "1"))).Status);
        Assert.Equal(400, (await Send(lrs, "/statements?method=PUT", ("statementId", id), ("body", Some.Statement()), ("Content-Type", "application/json"))).Status);
        Assert.InRange((await Send(lrs, "/statements?method=PATCH", ("statementId", id))).Status, 400, 499);
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task In_2_0_there_is_none(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        var id = Guid.NewGuid().ToString();

        foreach (var (path, form) in new (string, (string, string)[])[]
        {
            ("/statements?method=PUT", [("statementId", id), ("content", Some.Statement()), ("Content-Type", "application/json")]),
            ("/statements?method=POST", [("content", Some.Statement()), ("Content-Type", "application/json")]),
            ("/statements?method=GET", [("limit", "1")]),
            ("/activities/profile?method=GET", [("activityId", "https://example.org/a")]),
            ("/activities/profile?method=DELETE", [("activityId", "https://example.org/a"), ("profileId", "p")]),
        })
        {
            using var content = new FormUrlEncodedContent([new("X-Experience-API-Version", "2.0.0"), .. form.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))]);
            using var answer = await lrs.Http.PostAsync($"/xapi{path}", content);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }

        Assert.Empty(await lrs.Find(""));
    }

    // As a browser of old sends it: version and credential are fields too.
    private static async Task<(int Status, string Text)> Send(TestLrs lrs, string path, params (string Name, string Value)[] form)
    {
        using var nobody = lrs.ClientWith(null, "");
        nobody.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        using var content = new FormUrlEncodedContent([new("X-Experience-API-Version", "1.0.3"), new("Authorization", Credential), .. form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        using var answer = await nobody.PostAsync($"/xapi{path}", content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
