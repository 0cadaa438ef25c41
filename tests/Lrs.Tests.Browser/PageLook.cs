using Lrs.Tests.Browser.Modules;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>What holds for every page at every width: it fits, it has its landmarks and one heading, it can be hit with a finger, and axe finds nothing.</summary>
internal static class PageLook
{
    public static async Task At(IPage page, string name, int width)
    {
        await Browser.Shot(page, $"{name}-{width}");
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} is {over} pixels too wide for {width}.");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo })
        {
            Assert.Equal(1, await page.GetByRole(landmark).CountAsync());
        }

        Assert.EndsWith(" – Lrs", await page.TitleAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("a, button, input:not([type=hidden])")]
                .filter(part => part.checkVisibility() && !part.closest("p, dd, li, th") && part.getBoundingClientRect().height < 24 && !part.classList.contains("govuk-skip-link"))
                .map(part => part.outerHTML)
            """));
        await Axe.FindsNothing(page.MainFrame, $"{name} at {width}");
    }

    /// <summary>On a narrow screen the menu is closed at first.</summary>
    public static async Task OpenMenu(IPage page)
    {
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        if (await toggle.IsVisibleAsync())
        {
            await toggle.ClickAsync();
            await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-expanded", "true");
        }
    }
}
