using System.Net;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Hostile;

/// <summary>How much may come at once is a setting, and what is over it is told so.</summary>
public sealed class Limits
{
    [Theory, EveryDatabase]
    public async Task More_statements_than_may_come_at_once_are_refused_with_the_number(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:MaxBatch=3");
        var four = string.Join(',', Enumerable.Repeat(Some.Statement(), 4));

        using var refused = await lrs.Post("/xapi/statements", $"[{four}]");
        using var alsoWrong = await lrs.Post("/xapi/statements", $"[{{}},{four}]");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (refused.StatusCode, alsoWrong.StatusCode));
        var fault = (await TestLrs.Read(refused)).GetProperty("faults")[0];
        Assert.Equal(("request.statements", "$"), (fault.GetProperty("rule").GetString(), fault.GetProperty("path").GetString()));
        Assert.Contains("4 statements; at most 3", fault.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await lrs.Find(""));
        Assert.Equal(3, (await lrs.Store(Some.Statement(), Some.Statement(), Some.Statement())).Count);
    }

    [Theory, EveryDatabase]
    public async Task Objects_that_lie_too_deep_in_each_other_are_refused_with_the_depth(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:MaxDepth=12");

        using var refused = await lrs.Post("/xapi/statements", Deep(12));
        using var taken = await lrs.Post("/xapi/statements", Deep(8));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        var fault = (await TestLrs.Read(refused)).GetProperty("faults")[0];
        Assert.Equal("json.depth", fault.GetProperty("rule").GetString());
        Assert.Contains("more than 12 deep", fault.GetProperty("message").GetString(), StringComparison.Ordinal);

        static string Deep(int levels) => Some.Statement(more: $"\"result\":{{\"extensions\":{{\"https://example.org/x\":{new string('[', levels)}{new string(']', levels)}}}}},");
    }

    [Theory, EveryDatabase]
    public async Task An_address_and_headers_that_are_too_long_are_refused_and_the_next_request_is_served(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        using var address = await lrs.Http.GetAsync($"/xapi/statements?verb=http://example.org/{new string('x', 10_000)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/xapi/statements");
        request.Headers.Add("X-Long", new string('x', 40_000));
        using var headers = await lrs.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.RequestUriTooLong, HttpStatusCode.RequestHeaderFieldsTooLarge), (address.StatusCode, headers.StatusCode));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_body_of_a_million_brackets_or_zeros_costs_no_more_than_its_reading(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var body in new[] { new string('[', 1_000_000), "[" + string.Join(',', Enumerable.Repeat("{}", 300_000)) + "]", $"{{\"a\":1{new string('0', 1_000_000)}}}", "\"" + new string('x', 1_000_000), new string(' ', 1_000_000) })
        {
            var before = Environment.TickCount64;
            using var answer = await lrs.Http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));
            var text = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True(text.Length < 60_000, $"{text.Length} characters to say it.");
            Assert.True(Environment.TickCount64 - before < 15_000);
        }
    }
}
