using System.Net;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>Scripts of other origins (CORS): which may call the record store, and what they may send and see.</summary>
public sealed class CallingFromOtherOrigins
{
    private const string Elsewhere = "https://content.example";

    [Theory, EveryDatabase]
    public async Task A_preflight_from_a_registered_origin_is_answered_without_a_credential(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Cors:Origins=https://one.example, {Elsewhere.ToUpperInvariant()}:443");

        foreach (var method in new[] { "GET", "PUT", "POST", "DELETE" })
        {
            var answer = await Preflight(lrs, "/xapi/activities/state", Elsewhere, method);

            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(Elsewhere, One(answer, "Access-Control-Allow-Origin"));
            Assert.Contains(method, One(answer, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
            foreach (var header in new[] { "Authorization", "Content-Type", "X-Experience-API-Version", "If-Match", "If-None-Match" })
            {
                Assert.Contains(header, One(answer, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
            }

            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Contains("Origin", answer.Headers.Vary);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_script_sees_tags_times_and_the_stores_own_headers_by_name(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Cors:Origins={Elsewhere}");
        var request = new HttpRequestMessage(HttpMethod.Get, "/xapi/statements") { Headers = { { "Origin", Elsewhere } } };

        var exposed = One(await lrs.Http.SendAsync(request), "Access-Control-Expose-Headers").Split(',', StringSplitOptions.TrimEntries);

        Assert.Superset(new HashSet<string> { "ETag", "Last-Modified", "X-Experience-API-Version", "X-Experience-API-Consistent-Through" }, exposed.ToHashSet());
        Assert.DoesNotContain(exposed, header => header.Contains('*', StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_credentials_own_origins_count_until_it_is_revoked_whichever_tenant_it_is_of(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (_, other) = await lrs.Other();
        Assert.False(await IsAllowed(lrs, Elsewhere));

        await other.Make("statements/write", $",\"origins\":[\"{Elsewhere}\"]");
        await Task.Delay(TimeSpan.FromSeconds(2.1));

        Assert.True(await IsAllowed(lrs, Elsewhere));
        foreach (var origin in new[] { "http://content.example", $"{Elsewhere}:444", "https://evil.content.example", "https://content.example.evil", "null", "*" })
        {
            Assert.False(await IsAllowed(lrs, origin), origin);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_unit_on_another_server_calls_from_there(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = (await lrs.Import(Package.Of("cmi5.xml", Package.Structure("https://units.example:8443/au/1?x=1")))).GetProperty("id").GetGuid();

        Assert.True(await IsAllowed(lrs, "https://units.example:8443"));
        Assert.False(await IsAllowed(lrs, "https://units.example"));
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.DeleteAsync($"/api/courses/{course}")).StatusCode);
    }

    [Fact]
    public async Task The_content_origins_of_every_version_count()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:ContentUrl=https://v-*.content.example", $"Lrs:Content:Listen=http://127.0.0.1:{Pages.FreePort.Next()}");

        Assert.True(await IsAllowed(lrs, "https://v-kent-1.content.example"));
        Assert.False(await IsAllowed(lrs, "https://content.example"));
        Assert.False(await IsAllowed(lrs, "https://a.b.content.example"));
    }

    [Theory, EveryDatabase]
    public async Task No_address_but_the_stores_answers_any_origin(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Cors:Origins={Elsewhere}");
        var content = lrs.Content.GetLeftPart(UriPartial.Authority);

        foreach (var (pattern, method) in Routes.All(lrs).Where(route => !route.Pattern.StartsWith("/xapi/", StringComparison.Ordinal) && !route.Pattern.StartsWith("/t/", StringComparison.Ordinal)))
        {
            foreach (var origin in new[] { Elsewhere, content, lrs.App.GetLeftPart(UriPartial.Authority) })
            {
                var path = pattern.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(":guid", "", StringComparison.Ordinal);
                Assert.False((await Preflight(lrs, path, origin, method)).Headers.Contains("Access-Control-Allow-Origin"), $"{method} {path} from {origin}");
                var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", origin } } };
                Assert.False((await lrs.Http.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin"), $"GET {path} from {origin}");
            }
        }
    }

    private static async Task<bool> IsAllowed(TestLrs lrs, string origin) => (await Preflight(lrs, "/xapi/statements", origin, "POST")).Headers.Contains("Access-Control-Allow-Origin");

    private static Task<HttpResponseMessage> Preflight(TestLrs lrs, string path, string origin, string method)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, new Uri(lrs.App, path));
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-experience-api-version,if-match,if-none-match");
        return Client.SendAsync(request);
    }

    private static readonly HttpClient Client = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static string One(HttpResponseMessage answer, string header) => string.Join(',', answer.Headers.GetValues(header));
}
