using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser.Modules;

/// <summary>A module that a learner was launched into, in a page of its own.</summary>
internal sealed class PlayedModule(TestLrs lrs, IPage page, IFrame frame, Guid course, Guid registration)
{
    public const string Learner = """{"objectType":"Agent","name":"Ada Lovelace","account":{"homePage":"https://force.example","name":"pc1234"}}""";

    public IPage Page => page;

    public IFrame Frame => frame;

    public Guid Registration => registration;

    /// <summary>Launches a course of this kind by the title and opens it.</summary>
    public static async Task<PlayedModule> Launch(TestLrs lrs, IPage page, string title, string kind, string learner = Learner)
    {
        var courses = await lrs.Get("/api/courses");
        var course = courses.EnumerateArray().Single(one => one.GetProperty("title").GetString() == title && one.GetProperty("kind").GetString() == kind).GetProperty("id").GetGuid();
        return await Open(lrs, page, course, $$"""{"learner":{{learner}}}""");
    }

    /// <summary>Launches the same registration again.</summary>
    public Task<PlayedModule> Again() => Open(lrs, page, course, $$"""{"learner":{{Learner}},"registration":"{{registration}}"}""");

    public Task<string?> Screen() => frame.Locator("[data-screen]:visible").First.GetAttributeAsync("data-screen");

    public Task Press(string name) => frame.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public Task Next() => frame.Locator("[data-action=next]:visible").ClickAsync();

    /// <summary>Chooses in a question and submits it.</summary>
    public async Task Answer(string question, params string[] choices)
    {
        foreach (var choice in choices)
        {
            await frame.Locator($"#{question}-{choice}").CheckAsync();
        }

        await frame.Locator($"form[data-question='{question}'] [type=submit]").ClickAsync();
    }

    public Task Saved() => Assertions.Expect(frame.Locator("[data-saved]")).ToHaveAttributeAsync("data-saved", "saved", new() { Timeout = 20_000 });

    /// <summary>The registration's statements in the order of the log.</summary>
    public async Task<List<JsonElement>> Statements() =>
        [.. (await lrs.Get($"/xapi/statements?registration={registration}&ascending=true")).GetProperty("statements").EnumerateArray()];

    private static async Task<PlayedModule> Open(TestLrs lrs, IPage page, Guid course, string body)
    {
        var answer = await lrs.Post($"/api/courses/{course}/launch", body);
        var launch = await TestLrs.Read(answer);
        Assert.True(answer.IsSuccessStatusCode, launch.ToString());
        await page.GotoAsync(launch.GetProperty("url").GetString()!);
        var module = await ModuleReader.In(page);
        return new PlayedModule(lrs, page, module.Frame, course, launch.GetProperty("registration").GetGuid());
    }
}
