using System.Net;
using System.Text.RegularExpressions;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Lrs.Tests.Http.Player;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed partial class PassingBetweenNodes
{
    [Fact]
    public async Task Who_signed_in_at_one_is_signed_in_at_the_other_and_a_form_of_one_is_taken_by_the_other()
    {
        await using var lrs = await Installation.Start(2);
        foreach (var (here, there) in new[] { (lrs.First, lrs.Second), (lrs.Second, lrs.First) })
        {
            // Cookies know no ports, so this is one browser behind a proxy that sends it to either.
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
            var form = Token().Match(await browser.GetStringAsync(new Uri(here.App, "/sign-in"))).Groups[1].Value;

            var signedIn = await browser.PostAsync(new Uri(there.App, "/sign-in"), new FormUrlEncodedContent(
                [new("antiforgery", form), new("email", TestLrs.AdminEmail), new("password", TestLrs.AdminPassword), new("returnTo", "/")]));

            Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(here.App, "/api/courses"))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(there.App, "/api/courses"))).StatusCode);

            var token = Token().Match(await browser.GetStringAsync(new Uri(here.App, "/upload"))).Groups[1].Value;
            Assert.NotEmpty(token);
            using var good = new HttpRequestMessage(HttpMethod.Post, new Uri(there.App, "/api/packages")) { Content = Package.Body(Package.Scorm12.Zip()), Headers = { { "X-Antiforgery", token } } };
            using var bare = new HttpRequestMessage(HttpMethod.Post, new Uri(there.App, "/api/packages")) { Content = Package.Body(Package.Scorm12.Zip()) };
            Assert.Equal(HttpStatusCode.Created, (await browser.SendAsync(good)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(bare)).StatusCode);
        }
    }

    [Fact]
    public async Task A_launch_of_one_is_opened_played_and_read_at_the_other()
    {
        await using var lrs = await Installation.Start(2);
        var course = (await TestLrs.Read(await lrs.First.Http.PostAsync("/api/packages", Package.Body(Launches.OneUnit.Zip())))).GetProperty("id").GetGuid();
        var launch = await TestLrs.Read(await lrs.First.Http.PostAsync($"/api/courses/{course}/launch", TestLrs.Json($$"""{"learner":{{Launch.Ada}}}""")));
        var path = new Uri(launch.GetProperty("url").GetString()!).AbsolutePath;
        using var browser = new HttpClient();

        var page = await browser.GetStringAsync(new Uri(lrs.Second.Content, path));
        var file = File().Match(page).Value;
        Assert.NotEmpty(file);
        foreach (var node in lrs.Nodes)
        {
            Assert.Contains("<title>x</title>", await browser.GetStringAsync(new Uri(node.Content, file)), StringComparison.Ordinal);
        }

        var start = await browser.PostAsync(new Uri(lrs.Second.Content, $"{path}rt/start"), null);
        Assert.True(start.StatusCode is HttpStatusCode.OK, await start.Content.ReadAsStringAsync());
        var session = (await TestLrs.Read(start)).GetProperty("session").GetGuid();
        foreach (var (node, sequence, cmi) in new[] { (lrs.First, 1, """{"cmi":{"core":{"lesson_status":"incomplete"}}}"""), (lrs.Second, 2, """{"cmi":{"core":{"lesson_status":"completed"}}}""") })
        {
            var commit = await browser.PostAsync(
                new Uri(node.Content, $"{path}rt/commit"),
                TestLrs.Json($$"""{"session":"{{session}}","commitSequence":{{sequence}},"terminate":false,"runtimeData":{{cmi}} }"""));
            Assert.Equal("""{"result":true,"errorCode":0}""", await commit.Content.ReadAsStringAsync());
        }

        var state = (await lrs.First.Get($"/api/registrations/{launch.GetProperty("registration").GetGuid()}")).Json;
        Assert.Equal("completed", state.GetProperty("units")[0].GetProperty("completion").GetString());
    }

    [Fact]
    public async Task A_unit_launched_at_one_sends_its_statements_to_the_other()
    {
        await using var lrs = await Installation.Start(2);
        var course = (await TestLrs.Read(await lrs.First.Http.PostAsync("/api/packages", Package.Body(Package.Cmi5.Zip())))).GetProperty("id").GetGuid();
        var launch = await TestLrs.Read(await lrs.First.Http.PostAsync($"/api/courses/{course}/launch", TestLrs.Json($$"""{"learner":{{Launch.Ada}}}""")));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var unit = (await browser.GetAsync(new Uri(lrs.Second.Content, new Uri(launch.GetProperty("url").GetString()!).AbsolutePath))).Headers.Location!;
        var fetch = new Uri(System.Web.HttpUtility.ParseQueryString(unit.Query)["fetch"]!);

        var token = (await TestLrs.Read(await browser.PostAsync(new Uri(lrs.First.Content, fetch.PathAndQuery), null))).GetProperty("auth-token").GetString()!;
        using var secondFetch = await browser.PostAsync(new Uri(lrs.Second.Content, fetch.PathAndQuery), null);
        using var about = new HttpRequestMessage(HttpMethod.Get, new Uri(lrs.Second.App, $"/xapi/agents/profile?profileId=cmi5LearnerPreferences&agent={Uri.EscapeDataString(Launch.Ada)}"));
        about.Headers.TryAddWithoutValidation("Authorization", $"Basic {token}");
        about.Headers.Add("X-Experience-API-Version", "1.0.3");

        // Given out once, wherever it is asked for.
        Assert.DoesNotContain("auth-token", await secondFetch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Unauthorized, (await browser.SendAsync(about)).StatusCode);
    }

    [Fact]
    public async Task A_credential_that_is_revoked_stops_at_every_node_within_five_seconds()
    {
        await using var lrs = await Installation.Start(2);
        foreach (var node in lrs.Nodes)
        {
            Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("/xapi/statements")).StatusCode);
        }

        await lrs.First.Database.WriteReference(work => work.Run("UPDATE credential SET revoked = @now", ("@now", DateTimeOffset.UtcNow)), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(5.2));

        foreach (var node in lrs.Nodes)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await node.Http.GetAsync("/xapi/statements")).StatusCode);
        }
    }

    [GeneratedRegex("""name="antiforgery"[^>]*value="([^"]+)""" + "\"")]
    private static partial Regex Token();

    [GeneratedRegex("""/f/default-[^"'\s<>&\\]+""")]
    private static partial Regex File();
}
