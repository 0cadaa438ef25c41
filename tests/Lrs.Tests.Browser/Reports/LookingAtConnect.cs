using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser.Reports;

public sealed class LookingAtConnect(Browser browser)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Questions_are_narrowed_and_every_link_leads_to_its_file(int width)
    {
        var page = await browser.NewPage(width);
        await Browser.SignIn(page);
        await page.GotoAsync("/connect");
        await Browser.Shot(page, $"connect-{width}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");

        await page.GetByLabel("Narrow answers to questions about").FillAsync("fire & safety");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "What was answered to a question? About “fire & safety”" })).ToBeVisibleAsync();
        Assert.Contains("contains(QuestionText,'fire%20%26%20safety')", await Follow(page, "Power BI for: What was answered to a question?", "answers.pbids"), StringComparison.Ordinal);
        Assert.StartsWith("ActivityId,Started,Ended,", await Follow(page, "CSV now for: Who has completed what", "Attempts.csv"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    // What stands behind a link, which must be a file of this name.
    private static async Task<string> Follow(IPage page, string link, string name)
    {
        var got = await page.GetByRole(AriaRole.Link, new() { Name = link }).EvaluateAsync<string[]>(
            "async (link) => { const answer = await fetch(link.href); return [String(answer.status), answer.headers.get('content-disposition'), await answer.text()]; }");
        Assert.Equal("200", got[0]);
        Assert.Contains(name, got[1], StringComparison.Ordinal);
        return got[2];
    }
}
