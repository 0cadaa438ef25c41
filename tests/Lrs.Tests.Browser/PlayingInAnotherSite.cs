using System.Text.Json;
using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>Courses played inside a page of another site, in a browser that gives such frames no cookies: the way in which every learning system shows them.</summary>
public sealed class PlayingInAnotherSite(Browser browser)
{
    private const string Title = "Cyber crime and digital policing: introduction";

    [Theory]
    [InlineData("scorm12")]
    [InlineData("scorm2004")]
    [InlineData("cmi5")]
    public async Task A_whole_course_is_left_resumed_and_finished(string kind)
    {
        using var profile = new TestFolder();
        var page = await browser.NewPageWithoutThirdPartyCookies(profile["profile"]);
        await using var lrs = await Browser.Seeded(Dialect.Sqlite);
        await using var system = new LearningSystem();
        var course = (await lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("title").GetString() == Title);

        var launch = await Launch(lrs, course, system.Back, null);
        await page.GotoAsync(system.Course(launch.GetProperty("url").GetString()!));
        var module = await ModuleReader.In(page);
        await CookiesAreBlocked(module.Frame);
        await module.Read(screens: 4);
        var place = await module.Screen();
        await module.SaveAndExit();
        await IsBack(page);

        launch = await Launch(lrs, course, system.Back, launch.GetProperty("registration").GetString());
        await page.GotoAsync(system.Course(launch.GetProperty("url").GetString()!));
        module = await ModuleReader.In(page);
        Assert.Equal(place, await module.Screen());
        Assert.StartsWith("Passed: 10 of 10 right", await module.Assess(wrong: 0), StringComparison.Ordinal);
        await Browser.Shot(page, $"other-site-{kind}");
        await module.Finish();
        await IsBack(page);

        var state = await lrs.Get($"/api/registrations/{launch.GetProperty("registration").GetString()}");
        Assert.Equal(("completed", "passed"), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_site_that_has_nothing_to_do_with_the_launch_cannot_show_it()
    {
        var page = await browser.NewPage();
        await using var lrs = await Browser.Seeded(Dialect.Sqlite);
        await using var system = new LearningSystem();
        var course = (await lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() is "scorm12");

        var url = (await Launch(lrs, course, "https://other.example/back", null)).GetProperty("url").GetString()!;
        await page.GotoAsync(system.Course(url));

        await page.WaitForTimeoutAsync(500);
        Assert.DoesNotContain(page.Frames, frame => frame.Url.StartsWith(lrs.Content.ToString(), StringComparison.Ordinal) && frame.ParentFrame is not null && frame.ChildFrames.Count > 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_learning_system_that_the_settings_name_may_show_every_launch()
    {
        var page = await browser.NewPage();
        await using var system = new LearningSystem();
        await using var lrs = await Browser.Seeded(Dialect.Sqlite, "content", $"Lrs:Content:FrameAncestors=https://lms.example, {system.Address.GetLeftPart(UriPartial.Authority)}");
        var course = (await lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() is "scorm12" && one.GetProperty("title").GetString() == Title);

        await page.GotoAsync(system.Course((await Launch(lrs, course, null, null)).GetProperty("url").GetString()!));

        Assert.StartsWith(lrs.Content.ToString(), (await ModuleReader.In(page)).Frame.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    // What this class is about: the frame of the course gets none, though the same address in a window of its own would.
    private static async Task CookiesAreBlocked(IFrame course)
    {
        await course.EvaluateAsync("""() => { document.cookie = "third=1; SameSite=None; Secure"; document.cookie = "plain=1"; }""");
        Assert.Equal("", await course.EvaluateAsync<string>("() => document.cookie"));
    }

    private static Task IsBack(IPage page) => Assertions.Expect(page.FrameLocator("#course").GetByRole(AriaRole.Heading, new() { Name = "Back at the learning system" })).ToBeVisibleAsync();

    private static async Task<JsonElement> Launch(TestLrs lrs, JsonElement course, string? back, string? registration)
    {
        var fields = new Dictionary<string, object?> { ["learner"] = new { account = new { homePage = "https://force.example", name = "pc1" } }, ["returnUrl"] = back, ["registration"] = registration };
        var answer = await lrs.Post($"/api/courses/{course.GetProperty("id").GetString()}/launch", JsonSerializer.Serialize(fields));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await TestLrs.Read(answer);
    }
}
