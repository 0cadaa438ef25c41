using System.IO.Compression;
using System.Text;
using Lrs.Data;
using Lrs.Server.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

public sealed class LookingAtPages(Browser browser)
{
    private const string CourseLink = ".course h2 a";
    private const string FileInput = "input[type=file]";

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
        await using var lrs = await Browser.Seeded(Dialect.Sqlite); // its own: a launch leaves records, which other tests count
        await Browser.SignIn(page, lrs.App);

        await page.Locator(".course > .row").GetByRole(AriaRole.Button, new() { Name = "Launch" }).First.ClickAsync();

        await page.WaitForURLAsync(url => url.StartsWith(lrs.Content.ToString(), StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_keyboard_is_enough_to_sign_in_and_to_reach_the_courses()
    {
        var page = await browser.NewPage();
        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByLabel("E-mail address")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(TestLrs.AdminEmail);
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
    public async Task While_the_first_import_runs_the_page_says_so_and_shows_the_courses_by_itself_when_it_is_done()
    {
        var page = await browser.NewPage(390);
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var readiness = lrs.Services.GetRequiredService<Readiness>();
        readiness.Set("The modules of the content folder are being imported.");

        await Browser.SignIn(page, lrs.App);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("are being imported");
        await Browser.Shot(page, "waiting-390");
        readiness.Set(null);

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0, new() { Timeout = 15_000 });
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
    [InlineData(390)]
    [InlineData(1280)]
    public async Task An_author_uploads_a_course_looks_at_its_report_and_deletes_it(int width)
    {
        var page = await browser.NewPage(width);
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await Browser.SignIn(page, lrs.App);
        await PageLook.OpenMenu(page);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByText("Upload").ClickAsync();
        await page.Locator(FileInput).SetInputFilesAsync(new FilePayload { Name = "two-units.zip", MimeType = "application/zip", Buffer = TwoUnits(width) });
        await Assertions.Expect(page.Locator("form#upload")).ToContainTextAsync("two-units.zip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"“Two units, seen at {width} pixels” is imported as a new course.");
        await PageLook.At(page, "report-two-units", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go to the course" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Launch" })).ToHaveCountAsync(3);
        await PageLook.At(page, "course-two-units", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete this course" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the course" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The course is deleted.");
        await PageLook.At(page, "deleted", width);
        Assert.Equal(0, await page.GetByText($"seen at {width} pixels").CountAsync());
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
        await PageLook.At(page, "sign-in", width);
        await Browser.SignIn(page);
        await PageLook.At(page, "courses", width);
        Assert.True(await page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).IsVisibleAsync());
        await page.Locator(CourseLink).First.ClickAsync();
        await PageLook.At(page, "course", width);
        var course = new Uri(page.Url).AbsolutePath;
        foreach (var (path, name) in new[] { ($"{course}/report", "report"), ($"{course}/settings", "settings"), ($"{course}/registrations", "no-learners"), ($"{course}/delete", "delete"), ("/upload", "upload"), ("/connect", "connect"), ("/credentials", "credentials"), ("/credentials/new", "new-credential"), ("/nothing-here", "not-found") })
        {
            await page.GotoAsync(path);
            await PageLook.At(page, name, width);
        }

        foreach (var tab in new[] { "About", "Versions", "Settings" })
        {
            await page.GotoAsync($"{course}#{tab.ToLowerInvariant()}");
            await PageLook.At(page, $"course-{tab.ToLowerInvariant()}", width);
        }

        await PageLook.OpenMenu(page);
        await PageLook.At(page, "menu", width);
        await page.GotoAsync("/credentials/new");
        await page.GetByLabel("Name").FillAsync($"A program with a long name, seen at {width} pixels");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the credential" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose at least one");
        await PageLook.At(page, "wrong-credential", width);
        await page.GetByLabel("all/read").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the credential" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("shown only now");
        await PageLook.At(page, "secret", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have copied it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"seen at {width} pixels" }).ClickAsync();
        await PageLook.At(page, "credential", width);

        await page.GotoAsync("/upload");
        await page.Locator(FileInput).SetInputFilesAsync(new FilePayload { Name = "a-package-with-a-rather-long-name-that-has-faults.zip", MimeType = "application/zip", Buffer = Faulty() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refused");
        await PageLook.At(page, "refused", width);

        Assert.Empty(broken);
        await page.Context.CloseAsync();
    }

    private static byte[] Faulty() => Zip(("cmi5.xml", """
        <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
          <course id="course"><title><langstring>One</langstring></title></course>
          <au id="https://example.com/au" moveOn="Sometimes"><title><langstring>Part</langstring></title><url>nowhere/index.html</url></au>
        </courseStructure>
        """));

    private static byte[] TwoUnits(int width) => Zip(("index.html", "<!doctype html><title>x</title>"), ("imsmanifest.xml", $"""
        <manifest identifier="TWO-UNITS-{width}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="O"><organization identifier="O"><title>Two units, seen at {width} pixels</title>
        <item identifier="I1" identifierref="R"><title>The first part, whose title is long enough to need a second line on a phone</title><adlcp:masteryscore>80</adlcp:masteryscore></item>
        <item identifier="I2" identifierref="R"><title>The second part</title></item>
        </organization></organizations>
        <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/><file href="missing.css"/></resource></resources>
        </manifest>
        """));

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
