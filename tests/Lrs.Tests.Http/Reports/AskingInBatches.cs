using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class AskingInBatches
{
    [Theory, EveryDatabase]
    public async Task Every_request_is_answered_in_order_as_if_it_came_alone(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(verb: Some.Passed));

        var answers = await lrs.Http.Batch(
        [
            "GET Verbs?$select=Id&$count=true HTTP/1.1\r\nAccept: application/json;IEEE754Compatible=true",
            $"GET {lrs.App}odata/Attempts/$count HTTP/1.1",
            "HEAD /odata/Verbs HTTP/1.1",
            "GET $metadata HTTP/1.1",
            "GET Attempts?$select=Success&$expand=Learner($select=Mbox) HTTP/1.1\r\nOData-MaxVersion: 4.01",
        ]);

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Contains("\"@odata.count\":\"1\"", answers[0].Body, StringComparison.Ordinal);
        Assert.Contains("OData-Version: 4.0\r\n", answers[0].Headers + "\r\n", StringComparison.Ordinal);
        Assert.Equal("1", answers[1].Body);
        Assert.Equal("", answers[2].Body);
        Assert.StartsWith("<?xml", answers[3].Body, StringComparison.Ordinal);
        Assert.Contains("\"@context\"", answers[4].Body, StringComparison.Ordinal);
        Assert.Contains("mailto:ada@example.org", answers[4].Body, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task It_ends_with_the_first_that_fails_unless_the_client_prefers_to_go_on(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        string[] requests = ["GET Verbs HTTP/1.1", "GET Nothing HTTP/1.1", "GET Verbs HTTP/1.1"];

        var stopped = await lrs.Http.Batch(requests);
        var gone = await lrs.Http.Batch(requests, ("Prefer", "odata.continue-on-error"));

        Assert.Equal([200, 404], stopped.Select(answer => answer.Status));
        Assert.Equal([200, 404, 200], gone.Select(answer => answer.Status));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_in_it_writes_or_leads_elsewhere(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var changes = "POST Verbs HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"Id\":\"x\"}";

        var answers = await lrs.Http.Batch(
            [changes, "DELETE Verbs('x') HTTP/1.1", "POST $batch HTTP/1.1", "GET /xapi/statements HTTP/1.1", "GET http://elsewhere.example/odata HTTP/1.1", "nonsense", "GET ../xapi/about HTTP/1.1"],
            ("Prefer", "continue-on-error"));
        var set = await lrs.Http.PostAsync("/odata/$batch", Multipart("--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nPOST Verbs HTTP/1.1\r\n\r\n\r\n--c--\r\n--b--\r\n"));

        Assert.Equal([405, 405, 400, 400, 400, 400, 404], answers.Select(answer => answer.Status));
        Assert.Contains("405", await set.Text(), StringComparison.Ordinal);
        Assert.Equal("0", await lrs.Http.GetStringAsync("/odata/Verbs/$count"));
    }

    [Theory, EveryDatabase]
    public async Task As_json_requests_may_depend_on_each_other_and_go_on_from_one_another(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(verb: Some.Passed));
        var id = (await lrs.Get("/odata/Attempts")).GetProperty("value")[0].GetProperty("Id").GetString();

        var answers = await lrs.Http.JsonBatch(
            $$"""
            {"id":"a","method":"get","url":"Attempts({{id}})","headers":{"accept":"application/json;odata.metadata=none"} },
            {"id":"b","method":"GET","url":"$a/Learner/Mbox/$value","dependsOn":["a"]},
            {"id":"c","method":"GET","url":"Nope"},
            {"id":"d","method":"GET","url":"Verbs","dependsOn":["c"]},
            {"id":"e","method":"POST","url":"Verbs/$query","body":"$select=Id"},
            {"id":"f","method":"GET","url":"Verbs","if":"$a/succeeded"},
            {"id":"g","method":"GET","url":"Verbs","dependsOn":["zzz"]},
            {"id":"a","method":"GET","url":"Verbs"},
            {"id":"h","method":"GET"}
            """,
            ("Prefer", "continue-on-error"));

        Assert.Equal([200, 200, 404, 424, 200, 501, 400, 400, 400], answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal(id, answers[0].GetProperty("body").GetProperty("Id").GetString());
        Assert.Equal("mailto:ada@example.org", answers[1].GetProperty("body").GetString());
        Assert.Equal("b", answers[1].GetProperty("id").GetString());
        Assert.Equal("4.0", answers[0].GetProperty("headers").GetProperty("odata-version").GetString());
        Assert.Equal(JsonValueKind.Object, answers[2].GetProperty("body").GetProperty("error").ValueKind);
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_batch_is_refused_and_so_is_one_too_large(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:BatchRequests=2", "Lrs:Reports:MaxBatch=2000");
        using var nobody = lrs.ClientWith(null, "");
        var many = string.Join(',', Enumerable.Range(0, 3).Select(n => $$"""{"id":"{{n}}","method":"GET","url":"Verbs"}"""));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await lrs.Http.PostAsync("/odata/$batch", new StringContent("x", Encoding.UTF8, "text/plain"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Post("/odata/$batch", "{")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Post("/odata/$batch", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.PostAsync("/odata/$batch", Multipart("no boundary at all"))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await lrs.Post("/odata/$batch", "{\"requests\":[" + many + "]}")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await lrs.Post("/odata/$batch", new string(' ', 3000))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await lrs.Http.GetAsync("/odata/$batch")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync("/odata/$batch", TestLrs.Json("""{"requests":[]}"""))).StatusCode);
    }

    private static StringContent Multipart(string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed;boundary=b");
        return content;
    }
}
