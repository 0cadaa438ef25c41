using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>A learner's hands on the module: reads screens, answers, leaves. Knows the module's buttons and questions, not how it is recorded.</summary>
internal sealed class ModuleReader(IFrame frame)
{
    /// <summary>The ten questions of the assessment, with the right choices and a wrong one.</summary>
    private static readonly (string Id, string[] Right, string[] Wrong)[] Questions =
    [
        ("q01-dependent", ["b"], ["a"]), ("q02-enabled", ["a", "c", "d"], ["b"]), ("q03-section-1", ["t"], ["f"]), ("q04-section-3", ["b"], ["a"]),
        ("q05-section-170", ["a"], ["b"]), ("q06-report", ["b"], ["a"]), ("q07-who", ["c"], ["a"]), ("q08-prevent", ["b"], ["a"]),
        ("q09-first-advice", ["a", "b", "d"], ["c"]), ("q10-vulnerable", ["c"], ["a"]),
    ];

    /// <summary>The module in a page, once it is ready: in the player's frame, or in the page itself when it was opened there.</summary>
    public static async Task<ModuleReader> In(IPage page)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            foreach (var frame in page.Frames)
            {
                if (await Ready(frame))
                {
                    return new ModuleReader(frame);
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The module did not open; the page is at {page.Url} and says: {await page.InnerTextAsync("body")}");
    }

    /// <summary>The frame that the module runs in.</summary>
    public IFrame Frame => frame;

    /// <summary>The screen that is shown.</summary>
    public Task<string?> Screen() => frame.Locator("[data-screen]:visible").First.GetAttributeAsync("data-screen");

    /// <summary>Goes on by some screens.</summary>
    public async Task Read(int screens)
    {
        for (var i = 0; i < screens; i++)
        {
            await Press("Next");
        }

        await Saved();
    }

    /// <summary>Answers the whole assessment.</summary>
    /// <param name="wrong">How many of the first questions to answer wrongly.</param>
    /// <returns>What the module says of the outcome.</returns>
    public async Task<string> Assess(int wrong)
    {
        while (await Screen() is not "assessment")
        {
            await Press("Next");
        }

        await frame.Locator("[data-action=start]").ClickAsync();
        for (var i = 0; i < Questions.Length; i++)
        {
            var (id, right, not) = Questions[i];
            var form = frame.Locator($"form[data-question='{id}']");
            foreach (var choice in i < wrong ? not : right)
            {
                await form.Locator($"#{id}-{choice}").CheckAsync();
            }

            await form.GetByRole(AriaRole.Button, new() { Name = "Submit answer" }).ClickAsync();
            var next = frame.Locator("[data-action=next]:visible");
            if (await Screen() == $"ask-{id}" && await next.CountAsync() > 0)
            {
                await next.ClickAsync();
            }
        }

        await frame.Locator("[data-outcome]").WaitForAsync();
        await Saved();
        return await frame.Locator("[data-outcome]").InnerTextAsync();
    }

    /// <summary>Leaves in the middle.</summary>
    public Task SaveAndExit() => Press("Save and exit");

    /// <summary>Leaves at the end.</summary>
    public Task Finish() => Press("Finish");

    private Task Press(string name) => frame.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private Task Saved() => Assertions.Expect(frame.Locator("[data-saved]")).ToHaveTextAsync(new Regex("^Saved$"), new() { Timeout = 15_000 });

    private static async Task<bool> Ready(IFrame frame)
    {
        try
        {
            return await frame.Locator("html[data-ready]").CountAsync() > 0;
        }
        catch (PlaywrightException)
        {
            return false; // it is on its way to another address
        }
    }
}
