using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>What an uploaded course could try from the content origin, in the browser of a person who is signed in to the application.</summary>
public sealed class TwoOrigins(Browser browser)
{
    [Fact]
    public async Task Content_can_neither_see_use_nor_overwrite_the_session_cookie()
    {
        var (page, content) = await InACourse();
        var before = await SessionCookie(page);

        Assert.Equal("", await content.EvaluateAsync<string>("() => document.cookie"));
        Assert.Equal("refused", await Fetch(content, $"{browser.Lrs.App}", "include"));
        await content.EvaluateAsync(
            """
            name => {
              for (const rest of ["", "; path=/", "; path=/; domain=localhost", "; path=/; domain=127.0.0.1"]) { document.cookie = `${name}=forged${rest}`; }
            }
            """,
            before.Name);

        Assert.Equal(before.Value, (await SessionCookie(page)).Value);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(browser.Lrs.App.ToString());
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Courses", Level = 1 })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("api/courses")]
    [InlineData("xapi/statements")]
    [InlineData("xapi/activities/state?activityId=https://example.org/a&stateId=s&agent={\"mbox\":\"mailto:a@example.org\"}")]
    [InlineData("odata/Attempts")]
    [InlineData("")]
    public async Task Content_cannot_read_the_application(string path)
    {
        var (page, content) = await InACourse();

        foreach (var credentials in new[] { "include", "omit" })
        {
            var got = await Fetch(content, browser.Lrs.App + path, credentials);
            Assert.True(got is "refused" or "400" or "401", $"{path} with credentials '{credentials}' answered {got}");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Content_cannot_change_anything_in_the_application_with_the_person_s_session()
    {
        var (page, content) = await InACourse();
        var courses = (await browser.Lrs.Get("/api/courses")).GetArrayLength();
        var course = (await browser.Lrs.Get("/api/courses"))[0].GetProperty("id").GetGuid();

        await content.EvaluateAsync(
            """
            async ([app, course]) => {
              const tries = [
                fetch(`${app}api/courses/${course}`, { method: "DELETE", credentials: "include" }),
                fetch(`${app}courses/${course}/delete`, { method: "POST", credentials: "include", mode: "no-cors" }),
                fetch(`${app}api/courses/${course}/launch`, { method: "POST", credentials: "include", mode: "no-cors", body: "{}" }),
                fetch(`${app}sign-out`, { method: "POST", credentials: "include", mode: "no-cors" }),
              ];
              await Promise.allSettled(tries);
            }
            """,
            new object[] { browser.Lrs.App.ToString(), course.ToString() });

        Assert.Equal(courses, (await browser.Lrs.Get("/api/courses")).GetArrayLength());
        await page.GotoAsync(browser.Lrs.App.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Courses", Level = 1 })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_launch_reaches_its_own_registration_and_no_other()
    {
        var (page, content) = await InACourse();
        var course = (await browser.Lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() is "cmi5").GetProperty("id").GetGuid();
        var mine = await Launch(course, "mine@example.org");
        var theirs = await Launch(course, "theirs@example.org");
        var query = System.Web.HttpUtility.ParseQueryString(await AssignableUnit(page, mine.GetProperty("url").GetString()!));

        var read = await content.EvaluateAsync<JsonElement>(
            """
            async ([fetchUrl, endpoint, activity, actor, own, other, otherActor]) => {
              const token = (await (await fetch(fetchUrl, { method: "POST" })).json())["auth-token"];
              const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
              const state = (who, registration) => fetch(`${endpoint}activities/state?` + new URLSearchParams({ activityId: activity, agent: who, registration, stateId: "LMS.LaunchData" }), { headers });
              const statements = (registration) => fetch(`${endpoint}statements?` + new URLSearchParams({ registration }), { headers });
              const odata = fetch(endpoint.replace("/xapi/", "/odata/") + "Attempts", { headers }).then((answer) => answer.status, () => 0);
              return {
                own: (await state(actor, own)).status,
                registration: (await state(actor, other)).status,
                actor: (await state(otherActor, other)).status,
                statements: (await (await statements(other)).json()).statements?.length ?? 0,
                odata: await odata,
              };
            }
            """,
            new object?[]
            {
                query["fetch"], query["endpoint"], query["activityId"], query["actor"], mine.GetProperty("registration").GetString(),
                theirs.GetProperty("registration").GetString(), query["actor"]!.Replace("mine@", "theirs@", StringComparison.Ordinal),
            });

        Assert.Equal(200, read.GetProperty("own").GetInt32());
        Assert.NotEmpty(await browser.Lrs.Find($"registration={theirs.GetProperty("registration").GetString()}"));
        Assert.Equal(0, read.GetProperty("statements").GetInt32());
        Assert.All(new[] { "registration", "actor" }, what => Assert.True(read.GetProperty(what).GetInt32() is 400 or 401 or 403, $"{what}: {read.GetProperty(what)}"));
        Assert.True(read.GetProperty("odata").GetInt32() is 0 or 401 or 403, $"odata: {read.GetProperty("odata")}");
        await page.Context.CloseAsync();
    }

    // A signed-in person in a course, and the frame in which the course's own script runs.
    private async Task<(IPage Page, IFrame Content)> InACourse()
    {
        var page = await browser.NewPage();
        await Browser.SignIn(page);
        var course = (await browser.Lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() is "scorm12").GetProperty("id").GetGuid();
        await page.GotoAsync((await Launch(course, "someone@example.org")).GetProperty("url").GetString()!);
        var content = (await ModuleReader.In(page)).Frame;
        Assert.StartsWith(browser.Lrs.Content.ToString(), content.Url, StringComparison.Ordinal);
        return (page, content);
    }

    private async Task<JsonElement> Launch(Guid course, string mail) => await TestLrs.Read(await browser.Lrs.Post(
        $"/api/courses/{course}/launch", $$$$"""{"learner":{"objectType":"Agent","account":{"homePage":"https://example.org","name":"{{{{mail}}}}"}}}"""));

    // Follows the launch as far as the unit's address, which carries the launch parameters, without opening it.
    private static async Task<string> AssignableUnit(IPage page, string url)
    {
        var answer = await page.Context.APIRequest.GetAsync(url, new() { MaxRedirects = 0 });
        var address = answer.Headers.TryGetValue("location", out var location) ? location : System.Net.WebUtility.HtmlDecode(await answer.TextAsync());
        return address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..];
    }

    private static Task<string> Fetch(IFrame content, string url, string credentials) => content.EvaluateAsync<string>(
        """
        async ([url, credentials]) => {
          try {
            const answer = await fetch(url, { credentials, headers: url.includes("/xapi/") ? { "X-Experience-API-Version": "1.0.3" } : {} });
            return String(answer.status);
          } catch {
            return "refused";
          }
        }
        """,
        new object[] { url, credentials });

    private async Task<BrowserContextCookiesResult> SessionCookie(IPage page) =>
        (await page.Context.CookiesAsync([browser.Lrs.App.ToString()])).Single(cookie => cookie.Name.Contains("session", StringComparison.Ordinal));
}
