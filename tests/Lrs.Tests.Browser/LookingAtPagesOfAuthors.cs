using System.Text.RegularExpressions;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>Forms with faults, pages of learners, and what is said when something is shut or broken.</summary>
public sealed class LookingAtPagesOfAuthors(Browser browser)
{
    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_fault_takes_the_focus_and_leads_to_its_field(int width)
    {
        var page = await browser.NewPage(width);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await PageLook.At(page, "sign-in-empty", width);
        await Follow(page, "Enter your password", page.GetByLabel("Password"));

        await Browser.SignIn(page);
        await page.GotoAsync("/upload");
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await PageLook.At(page, "upload-empty", width);
        await Follow(page, "Choose a file", page.Locator("#file"));

        await page.GotoAsync("/credentials/new");
        await page.GetByLabel("Day").FillAsync("31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the credential" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await PageLook.At(page, "credential-empty", width);
        await Follow(page, "Enter a name", page.GetByLabel("Name"));
        await Follow(page, "Choose at least one", page.GetByRole(AriaRole.Checkbox).First);
        await Follow(page, "Enter a day", page.GetByLabel("Day"));
        await Assertions.Expect(page.GetByLabel("Day")).ToHaveValueAsync("31");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Settings_learners_and_what_is_shut_or_broken(int width)
    {
        var page = await browser.NewPage(width);
        await using var lrs = await Browser.Seeded(Dialect.Sqlite);
        await Browser.SignIn(page, lrs.App);
        var course = (await lrs.Get("/api/courses")).EnumerateArray().First(one => one.GetProperty("kind").GetString() is "scorm12").GetProperty("id").GetGuid();
        string At(string path) => new Uri(lrs.App, path).ToString();

        await page.GotoAsync(At($"/courses/{course}/settings"));
        await Assertions.Expect(page.GetByLabel("Seconds that it has to be open")).ToBeHiddenAsync();
        await page.GetByLabel("When it was open for a time").CheckAsync();
        await page.GetByLabel("Seconds that it has to be open").FillAsync("soon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await PageLook.At(page, "wrong-settings", width);
        await Follow(page, "Enter a whole number of seconds", page.GetByLabel("Seconds that it has to be open"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("90");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The settings are saved.");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("open for 90 seconds");
        await PageLook.At(page, "saved-settings", width);

        var launch = await TestLrs.Read(await lrs.Post($"/api/courses/{course}/launch", """{"learner":{"name":"Someone with quite a long name, of a long-named force","account":{"homePage":"https://example.org","name":"someone"}}}"""));
        for (var i = 0; i < 50; i++)
        {
            await lrs.Post($"/api/courses/{course}/launch", $$$$"""{"learner":{"name":"Learner {{{{i}}}}","account":{"homePage":"https://example.org","name":"learner-{{{{i}}}}"}}}""");
        }

        await page.GotoAsync(At($"/courses/{course}/registrations"));
        await PageLook.At(page, "learners", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await PageLook.At(page, "learners-2", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Someone with" }).ClickAsync();
        await PageLook.At(page, "learner", width);
        await lrs.Http.PostAsync(
            new Uri(launch.GetProperty("url").GetString() + "rt/calls"),
            TestLrs.Json($$$"""{"session":"{{{launch.GetProperty("session").GetString()}}}","calls":[{"at":1200,"call":"LMSSetValue","arguments":["cmi.core.lesson_status","nonsense"],"result":"false","error":405}]}"""));
        await PageLook.At(page, "learner-calls", width);

        var started = await TestLrs.Read(await lrs.Http.PostAsync("/api/packages?wait=false", new ByteArrayContent([0x50, 0x4B, 3, 4]) { Headers = { { "Content-Type", "application/zip" } } }));
        var import = started.GetProperty("id").GetGuid();
        await page.GotoAsync(At($"/imports/{import}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import report" })).ToBeVisibleAsync();
        await lrs.Services.GetRequiredService<Database>().Write(TenantId.From(1), work => work.Run("UPDATE import_job SET state = 'running', percent = 40, updated = @now WHERE tenant = @tenant", ("@now", DateTimeOffset.UtcNow)), CancellationToken.None);
        await page.GotoAsync(At($"/imports/{import}"));
        await PageLook.At(page, "importing", width);
        await page.GotoAsync(At("/imports/01890a5d-ac96-774b-bcce-b302099a8057"));
        await PageLook.At(page, "no-import", width);
        await lrs.Services.GetRequiredService<LoginStore>().Add(
            (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0], "lee@example.org", "Lee Learner", "learner", "long enough password", CancellationToken.None);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(At("/sign-in"));
        await page.GetByLabel("E-mail address").FillAsync("lee@example.org");
        await page.GetByLabel("Password").FillAsync("long enough password");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Courses" }).WaitForAsync();
        await page.GotoAsync(At($"/courses/{course}"));
        await PageLook.At(page, "learner-course", width);
        await page.GotoAsync(At("/upload"));
        await PageLook.At(page, "shut", width);
        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("ALTER TABLE course RENAME TO elsewhere"), CancellationToken.None);
        await page.GotoAsync(At("/"));
        await PageLook.At(page, "broken", width);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_and_every_form_works()
    {
        var probe = await browser.NewPage(390);
        var profile = await probe.Context.Browser!.NewContextAsync(new() { BaseURL = browser.Lrs.App.ToString(), JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 900 } });
        var page = await profile.NewPageAsync();

        await Browser.SignIn(page, browser.Lrs.App);
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Upload" })).ToBeVisibleAsync();
        await page.Locator(".course h2 a").First.ClickAsync();
        foreach (var part in new[] { "Units", "About", "Versions", "Settings" })
        {
            await Assertions.Expect(page.Locator($"#{part.ToLowerInvariant()}")).ToBeVisibleAsync();
        }

        await Browser.Shot(page, "course-without-scripts-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The settings are saved.");
        await page.GotoAsync("/upload");
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a file first");
        await profile.CloseAsync();
        await probe.Context.CloseAsync();
    }

    [Fact]
    public async Task A_keyboard_is_enough_for_the_menu_the_tabs_and_the_choices()
    {
        var page = await browser.NewPage(320);
        await Browser.SignIn(page);
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");
        await toggle.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Connect" })).ToBeVisibleAsync();

        await page.SetViewportSizeAsync(1280, 900);
        await page.Locator(".course h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Units" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "About" })).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Standard");

        await page.GotoAsync("/upload");
        await page.Locator("#file").FocusAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "course.zip", MimeType = "application/zip", Buffer = [1] });
        await Assertions.Expect(page.Locator("#file")).ToContainTextAsync("course.zip");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_may_be_dropped()
    {
        var page = await browser.NewPage();
        await Browser.SignIn(page);
        await page.GotoAsync("/upload");
        var data = await page.EvaluateHandleAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(["x"], "dropped.zip", { type: "application/zip" }));
              return data;
            }
            """);

        await page.DispatchEventAsync("body", "dragenter", new { dataTransfer = data });
        await page.DispatchEventAsync("#file", "drop", new { dataTransfer = data });

        await Assertions.Expect(page.Locator("#file")).ToContainTextAsync("dropped.zip");
        await Browser.Shot(page, "upload-dropped-1280");
        await page.Context.CloseAsync();
    }

    private static async Task Follow(IPage page, string fault, ILocator field)
    {
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{Regex.Escape(fault)}") }).ClickAsync();
        await Assertions.Expect(field).ToBeFocusedAsync();
        var described = await field.GetAttributeAsync("aria-describedby") ?? await field.Locator("xpath=ancestor::fieldset").GetAttributeAsync("aria-describedby") ?? "";
        Assert.Contains("-error", described);
        await Assertions.Expect(page.Locator($"#{described.Split(' ')[^1]}")).ToContainTextAsync(fault);
    }
}
