using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

public sealed class LookingAtPages(Browser browser)
{
    private const string CourseLink = ".course h2 a";

    [Fact]
    public async Task After_sign_in_the_courses_are_there_to_launch()
    {
        var page = await browser.NewPage();

        await Browser.SignIn(page);

        Assert.True(await page.Locator(".course").CountAsync() > 0);
        Assert.Equal(await page.Locator(".course").CountAsync(), await page.Locator(".course > .row").GetByRole(AriaRole.Button, new() { Name = "Launch" }).CountAsync());
        await Assertions.Expect(page.Locator(".course .formats").First).ToContainTextAsync("SCORM 1.2");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Launch_opens_the_player_on_the_content_origin()
    {
        var page = await browser.NewPage();
        await Browser.SignIn(page);

        await page.Locator(".course > .row").GetByRole(AriaRole.Button, new() { Name = "Launch" }).First.ClickAsync();

        await page.WaitForURLAsync(url => url.StartsWith(browser.Lrs.Content.ToString(), StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_keyboard_is_enough_to_sign_in_and_to_reach_the_courses()
    {
        var page = await browser.NewPage();
        await page.GotoAsync("/");

        await page.Keyboard.TypeAsync(TestLrs.AdminEmail); // the form has the focus
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestLrs.AdminPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/");

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByText("Skip to content");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(CourseLink).First).ToBeFocusedAsync();
        Assert.NotEqual("none", await page.Locator(CourseLink).First.EvaluateAsync<string>("link => getComputedStyle(link).outlineStyle"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_said_where_it_was_typed()
    {
        var page = await browser.NewPage(390);
        await page.GotoAsync("/sign-in");

        await page.GetByLabel("E-mail address").FillAsync("nobody@example.org");
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync("nobody@example.org");
        await Browser.Shot(page, "sign-in-wrong-390");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_page_fits_its_window_has_one_heading_and_landmarks_and_breaks_no_policy(int width)
    {
        var page = await browser.NewPage(width);
        var broken = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                broken.Add(message.Text);
            }
        };
        await page.GotoAsync("/sign-in");
        await Look(page, "sign-in", width);
        await Browser.SignIn(page);
        await Look(page, "courses", width);
        Assert.True(await page.GetByRole(AriaRole.Navigation).IsVisibleAsync());
        await page.Locator(CourseLink).First.ClickAsync();
        await Look(page, "course", width);
        var course = new Uri(page.Url).AbsolutePath;
        foreach (var (path, name) in new[] { ($"{course}/report", "report"), ($"{course}/delete", "delete"), ("/upload", "upload"), ("/connect", "connect"), ("/nothing-here", "not-found") })
        {
            await page.GotoAsync(path);
            await Look(page, name, width);
        }

        await page.GotoAsync("/upload");
        await page.GetByLabel("Package").SetInputFilesAsync(new FilePayload { Name = "a-package-with-a-rather-long-name-that-has-faults.zip", MimeType = "application/zip", Buffer = Faulty() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refused");
        await Look(page, "refused", width);

        Assert.Empty(broken);
        await page.Context.CloseAsync();
    }

    private static async Task Look(IPage page, string name, int width)
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
                .filter(part => part.checkVisibility() && !part.closest("p, dd, li") && part.getBoundingClientRect().height < 24 && !part.classList.contains("skip"))
                .map(part => part.outerHTML)
            """));
    }

    private static byte[] Faulty()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var manifest = zip.CreateEntry("cmi5.xml").Open();
            manifest.Write(Encoding.UTF8.GetBytes("""
                <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
                  <course id="course"><title><langstring>One</langstring></title></course>
                  <au id="https://example.com/au" moveOn="Sometimes"><title><langstring>Part</langstring></title><url>nowhere/index.html</url></au>
                </courseStructure>
                """));
        }

        return file.ToArray();
    }
}
