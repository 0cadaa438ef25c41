using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Tests.Http.Attachments;
using Xunit;

namespace Lrs.Tests.Http.Http;

public sealed class SpeakingInForms
{
    private static readonly string Agent = Some.Agent("ada@example.org");

    [Theory, EveryDatabase]
    public async Task Every_method_can_be_said_in_a_form_with_its_headers_and_parameters(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var bare = new HttpClient { BaseAddress = lrs.App };
        var id = Guid.NewGuid();
        var statement = Some.Statement(activity: "https://example.org/ä+b%20c&d");
        (string, string)[] state = [("activityId", "https://example.org/a"), ("agent", Agent), ("stateId", "s p+a&ce")];

        var put = await Form(lrs, bare, "statements", "PUT", ("statementId", id.ToString()), ("content", statement));
        var page = await Form(lrs, bare, "statements", "GET", ("limit", "1"), ("verb", Some.Completed));
        var post = await Form(lrs, bare, "statements", "POST", ("content", $"[{Some.Statement()}]"));
        var kept = await Form(lrs, bare, "activities/state", "PUT", [.. state, ("content", "screen 4 + ü"), ("Content-Type", "text/plain")]);
        var read = await Form(lrs, bare, "activities/state", "GET", state);
        var changed = await Form(lrs, bare, "activities/state", "PUT", [.. state, ("content", "screen 5"), ("If-Match", $"\"{Sha1("screen 4 + ü")}\"")]);
        var stale = await Form(lrs, bare, "activities/state", "PUT", [.. state, ("content", "screen 6"), ("If-Match", Sha1("screen 4 + ü"))]);
        var gone = await Form(lrs, bare, "activities/state", "DELETE", state);

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Contains("https://example.org/ä+b%20c&d", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, post.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(("screen 4 + ü", "text/plain"), (await read.Content.ReadAsStringAsync(), read.Content.Headers.ContentType!.ToString()));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent], [changed.StatusCode, stale.StatusCode, gone.StatusCode]);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_the_syntax_is_refused_by_rule(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var bare = new HttpClient { BaseAddress = lrs.App };
        var content = ("content", Some.Statement());
        var id = ("statementId", Guid.NewGuid().ToString());

        Assert.Equal(["alternate.content"], await Multipart.Faults(await Form(lrs, bare, "statements", "PUT", id)));
        Assert.Equal(["alternate.extra"], await Multipart.Faults(await Form(lrs, bare, "statements", "GET", content)));
        Assert.Equal(["alternate.extra"], await Multipart.Faults(await Form(lrs, bare, $"statements?statementId={Guid.NewGuid()}", "PUT", id, content)));
        Assert.Equal(["alternate.method"], await Multipart.Faults(await Form(lrs, bare, "statements", "PATCH", id, content)));
        Assert.Equal(["query.twice"], await Multipart.Faults(await Form(lrs, bare, "statements", "PUT", id, id, content)));
        Assert.Equal(["query.unknown"], await Multipart.Faults(await Form(lrs, bare, "statements", "PUT", id, content, ("more", "1"))));
        Assert.Equal(["alternate.form"], await Multipart.Faults(await lrs.Post("/xapi/statements?method=PUT", Some.Statement())));
        Assert.Equal(["query.unknown", "query.missing"], await Multipart.Faults(await lrs.Http.PutAsync("/xapi/statements?method=POST", TestLrs.Json(Some.Statement()))));
        Assert.Equal(HttpStatusCode.Unauthorized, (await bare.PostAsync("/xapi/statements?method=GET", new FormUrlEncodedContent([new("X-Experience-API-Version", "1.0.3")]))).StatusCode);
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task Under_2_0_there_is_no_such_syntax(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
        var inForm = await lrs.Http.PostAsync("/xapi/statements?method=GET", new FormUrlEncodedContent([new("X-Experience-API-Version", "2.0.0")]));
        lrs.Http.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        var inHeader = await lrs.Http.PostAsync("/xapi/statements?method=GET", new FormUrlEncodedContent([]));
        var resource = await lrs.Http.PostAsync("/xapi/agents?method=GET", new FormUrlEncodedContent([new("agent", Agent)]));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed], [inForm.StatusCode, inHeader.StatusCode, resource.StatusCode]);
    }

    private static Task<HttpResponseMessage> Form(TestLrs lrs, HttpClient bare, string resource, string method, params (string, string)[] fields) => bare.PostAsync(
        $"/xapi/{resource}{(resource.Contains('?', StringComparison.Ordinal) ? '&' : '?')}method={method}",
        new FormUrlEncodedContent(fields
            .Append(("Authorization", lrs.Http.DefaultRequestHeaders.Authorization!.ToString()))
            .Append(("X-Experience-API-Version", "1.0.3"))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
}
