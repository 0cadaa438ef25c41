using System.Net;
using System.Net.Sockets;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Http;

public sealed class BadRequests
{
    [Theory, EveryDatabase]
    public async Task A_body_that_is_too_long_is_refused_with_the_limit(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:MaxBody=2000", "Lrs:Statements:MaxDocument=3000");
        var state = $"/xapi/activities/state?activityId=https://example.org/a&agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}&stateId=s";

        var announced = await lrs.Http.PostAsync("/xapi/statements", TestLrs.Json(new string(' ', 2001)));
        var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = TestLrs.Json(new string(' ', 5000)) };
        request.Headers.TransferEncodingChunked = true;
        var chunked = await lrs.Http.SendAsync(request);
        var document = await lrs.Http.PutAsync(state, TestLrs.Json(new string(' ', 3001)));

        Assert.All([announced, chunked, document], answer => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode));
        Assert.Contains("2,000", await announced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("2,000", await chunked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("3,000", await document.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.PutAsync(state, TestLrs.Json(new string('1', 3000)))).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_method_or_address_is_said_as_problem_details(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var method = await lrs.Http.DeleteAsync("/xapi/statements");
        var address = await lrs.Http.GetAsync("/xapi/nothing");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Superset(new HashSet<string> { "GET", "HEAD", "POST", "PUT" }, method.Content.Headers.Allow.ToHashSet());
        foreach (var answer in new[] { method, address })
        {
            var problem = await TestLrs.Read(answer);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("2.0.0", answer.Headers.GetValues("X-Experience-API-Version").Single());
            Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
            Assert.StartsWith("urn:lrs:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(problem.GetProperty("title").GetString()!);
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        }
    }

    [Theory, EveryDatabase]
    public async Task Head_says_what_get_says_without_a_body(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Some.Statement()))[0];
        var agent = $"agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}";
        string[] documents = [$"/xapi/activities/state?activityId=https://example.org/a&{agent}&stateId=s", "/xapi/activities/profile?activityId=https://example.org/a&profileId=s", $"/xapi/agents/profile?{agent}&profileId=s"];
        foreach (var document in documents)
        {
            await lrs.Http.PutAsync(document, TestLrs.Json("1"));
        }

        foreach (var path in new[] { "/xapi/about", "/xapi/statements", $"/xapi/statements?statementId={id}", $"/xapi/statements?statementId={Guid.NewGuid()}", "/xapi/statements?bogus=1", "/odata/", "/odata/$metadata", "/odata/Statements", "/odata/Nothing", "/odata/Statements/$count" }.Concat(documents))
        {
            var get = await lrs.Http.GetAsync(path);
            var head = await lrs.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

            Assert.Equal((path, get.StatusCode), (path, head.StatusCode));
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task Bodies_that_are_no_statements_are_refused_and_leave_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var many = string.Join(',', Enumerable.Repeat("""{"actor":{},"verb":{},"object":{}}""", 500));
        byte[][] bodies =
        [
            [], "{"u8.ToArray(), "[1,2]"u8.ToArray(), "null"u8.ToArray(), [0xFF, 0xFE, 0x7B], [.. "{\"actor\":\""u8, 0xC3, 0x28, .. "\"}"u8],
            Encoding.UTF8.GetBytes(new string('[', 100_000)), Encoding.UTF8.GetBytes($"[{many}]"), Encoding.UTF8.GetBytes(Some.Statement(more: "\"result\":{\"extensions\":{\"http://e.x/a\":\"\\ud800\"}},")),
        ];

        foreach (var body in bodies)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            var answer = await lrs.Http.PostAsync("/xapi/statements", content);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 60)]}: {answer.StatusCode} {text}");
            Assert.InRange((await TestLrs.Read(answer)).GetProperty("faults").GetArrayLength(), 1, 100);
            Assert.True(text.Length < 100_000);
        }

        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task The_version_header_decides(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (root, header, status, told) in new[]
        {
            ("/xapi", "1.0.3", 200, "1.0.3"), ("/xapi", "1.0", 200, "1.0.3"), ("/xapi", "1.0.0", 200, "1.0.3"), ("/xapi", "2.0.0", 200, "2.0.0"), ("/xapi/1.0.3", "2.0.0", 200, "2.0.0"),
            ("/xapi", "0.95", 400, "2.0.0"), ("/xapi", "1.1", 400, "2.0.0"), ("/xapi", "3.0.0", 400, "2.0.0"), ("/xapi/1.0.3", "", 400, "1.0.3"), ("/xapi", "", 400, "2.0.0"),
        })
        {
            lrs.Http.DefaultRequestHeaders.Remove("X-Experience-API-Version");
            var request = new HttpRequestMessage(HttpMethod.Get, $"{root}/statements");
            request.Headers.TryAddWithoutValidation("X-Experience-API-Version", header);
            var answer = await lrs.Http.SendAsync(request);

            Assert.Equal((root, header, status, told), (root, header, (int)answer.StatusCode, answer.Headers.GetValues("X-Experience-API-Version").Single()));
        }
    }

    [Theory, EveryDatabase]
    public async Task Names_with_a_nul_are_no_fault_of_the_server(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var agent = Uri.EscapeDataString(Some.Agent("ada@example.org"));
        foreach (var path in new[] { $"/xapi/activities/state?activityId=https://example.org/a&agent={agent}&stateId=a%00b", $"/xapi/agents/profile?agent={agent}&profileId=%00", "/xapi/statements?verb=http://example.org/%00" })
        {
            Assert.True((int)(await lrs.Http.GetAsync(path)).StatusCode < 500, path);
            Assert.True((int)(await lrs.Http.PutAsync(path, TestLrs.Json("1"))).StatusCode < 500, path);
        }

        foreach (var filter in new[] { "Name eq '%00'", "contains(Name,'a%00')" })
        {
            Assert.True((int)(await lrs.Http.GetAsync($"/odata/Learners?$filter={filter}")).StatusCode < 500, filter);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_client_that_leaves_in_the_middle_harms_nobody(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        for (var i = 0; i < 5; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, lrs.App.Port);
            var credential = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"));
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /xapi/statements HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {credential}\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{Some.Statement()}"));
        }

        Assert.Empty(await lrs.Find(""));
        Assert.Single(await lrs.Store(Some.Statement()));
    }
}
