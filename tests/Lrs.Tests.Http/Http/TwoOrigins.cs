using System.Net;
using Lrs.Data;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Http;

public sealed class TwoOrigins
{
    [Theory, EveryDatabase]
    public async Task A_route_of_one_origin_does_not_exist_on_the_other(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var endpoint in lrs.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var origin = endpoint.Metadata.GetMetadata<LivesOn>()?.Origin ?? Origin.App;
            if (origin is Origin.Any)
            {
                continue;
            }

            var path = string.Join('/', endpoint.RoutePattern.RawText!.Split('/').Select(part => part.StartsWith('{') ? "5b8e1f0a-2f0c-4d1e-9a4b-6d1f2c3b4a59" : part));
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            var wrong = origin is Origin.App ? lrs.Content : lrs.App;

            var answer = await lrs.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(wrong, path)));

            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{method} {path} on the wrong origin: {(int)answer.StatusCode}");
            Assert.Contains("nothing at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_content_port_answers_to_its_own_host_only_and_the_application_not_to_that(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        Assert.Equal((HttpStatusCode)421, await Ask(lrs.Content, "127.0.0.1"));
        Assert.Equal((HttpStatusCode)421, await Ask(lrs.Content, "evil.example"));
        Assert.Equal((HttpStatusCode)421, await Ask(lrs.App, "localhost"));
        Assert.Equal(HttpStatusCode.OK, await Ask(lrs.Content, "localhost"));
        Assert.Equal(HttpStatusCode.OK, await Ask(lrs.App, "127.0.0.1"));

        async Task<HttpStatusCode> Ask(Uri address, string host)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/health/live"));
            request.Headers.Host = host;
            return (await lrs.Http.SendAsync(request)).StatusCode;
        }
    }

    [Theory, EveryDatabase]
    public async Task Scripts_of_the_content_origin_alone_may_call_the_store_and_never_with_cookies(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var content = lrs.Content.GetLeftPart(UriPartial.Authority);

        var allowed = await Preflight(lrs, "/xapi/statements", content);
        Assert.Equal(content, allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("PUT", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
        foreach (var (path, origin) in new[] { ("/xapi/statements", "http://evil.example"), ("/xapi/statements", "null"), ("/xapi/statements", "http://localhost:1"), ("/odata/Statements", content), ("/api/courses", content) })
        {
            Assert.False((await Preflight(lrs, path, origin)).Headers.Contains("Access-Control-Allow-Origin"), $"{path} from {origin}");
        }

        // A script must be able to read why it was refused.
        var request = new HttpRequestMessage(HttpMethod.Get, "/xapi/statements?bogus=1");
        request.Headers.Add("Origin", content);
        var refused = await lrs.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, content), (refused.StatusCode, refused.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Theory, EveryDatabase]
    public async Task Every_answer_forbids_sniffing_referrers_and_keeping(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        foreach (var path in new[] { "/xapi/statements", "/xapi/about", "/odata/", "/api/courses", "/nothing", "/xapi/nothing" })
        {
            var answer = await lrs.Http.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl!.NoCache && answer.Headers.CacheControl.Private, path);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    private static Task<HttpResponseMessage> Preflight(TestLrs lrs, string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", path.StartsWith("/xapi", StringComparison.Ordinal) ? "PUT" : "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-experience-api-version");
        return lrs.Http.SendAsync(request);
    }
}
