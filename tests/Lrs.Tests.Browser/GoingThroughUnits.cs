using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>A course with several units in the player's page, as a person with a keyboard, a small screen or a screen reader meets it.</summary>
public sealed class GoingThroughUnits(Browser browser)
{
    private const string Manifest = """
        <?xml version="1.0"?>
        <manifest identifier="UNITS" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="O1"><organization identifier="O1"><title>Three parts</title>
        <item identifier="I1" identifierref="R1"><title>Part one</title></item>
        <item identifier="C"><title>Chapter</title>
        <item identifier="I2" identifierref="R1"><title>Part two</title><adlcp:prerequisites type="aicc_script">I1</adlcp:prerequisites></item>
        <item identifier="I3" identifierref="R1"><title>Part three</title></item></item>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
        </manifest>
        """;

    private const string Page = """
        <!doctype html><html lang="en"><title>Part</title><h1>Part</h1><button id="done">Done</button>
        <script>
          const find = (w) => { while (!w.API && w.parent && w.parent !== w) { w = w.parent; } return w.API || (w.opener ? find(w.opener) : null); };
          const api = find(window);
          api.LMSInitialize("");
          document.getElementById("done").onclick = () => {
            api.LMSSetValue("cmi.core.lesson_status", "completed");
            api.LMSSetValue("cmi.core.lesson_status", "nonsense");
            api.LMSFinish("");
          };
        </script></html>
        """;

    private const string Manifest2004 = """
        <?xml version="1.0"?>
        <manifest identifier="FLOW" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="O1"><organization identifier="O1"><title>In order</title>
        <item identifier="I1" identifierref="R1"><title>Part one</title></item>
        <item identifier="I2" identifierref="R1"><title>Part two</title></item>
        <imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/></resource></resources>
        </manifest>
        """;

    private const string Page2004 = """
        <!doctype html><html lang="en"><title>Part</title><h1>Part</h1><button id="on">On</button><p id="valid"></p>
        <script>
          const api = window.parent.API_1484_11;
          api.Initialize("");
          document.getElementById("valid").textContent = `continue: ${api.GetValue("adl.nav.request_valid.continue")}`;
          document.getElementById("on").onclick = () => {
            api.SetValue("cmi.completion_status", "completed");
            api.SetValue("adl.nav.request", "continue");
            api.Terminate("");
          };
        </script></html>
        """;

    [Fact]
    public async Task Content_of_scorm_2004_asks_for_the_next_unit_and_gets_it()
    {
        var page = await browser.NewPage();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await page.GotoAsync(await Launch(lrs, await Import(lrs, Manifest2004, Page2004)));
        await Assertions.Expect(page.FrameLocator("#content").Locator("#valid")).ToHaveTextAsync("continue: true");

        await page.FrameLocator("#content").GetByRole(AriaRole.Button, new() { Name = "On" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Part two – In order");
        await Assertions.Expect(page.FrameLocator("#content").Locator("#valid")).ToHaveTextAsync("continue: false");
        var contents = page.GetByRole(AriaRole.Navigation, new() { Name = "Contents" });
        await Assertions.Expect(contents.GetByRole(AriaRole.Button, new() { NameRegex = new("^\\s*Part one.*Completed") })).ToHaveAttributeAsync("aria-disabled", "true");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_the_contents_open_what_is_open_and_say_why_the_rest_is_not()
    {
        var page = await browser.NewPage();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var url = await Launch(lrs, await Import(lrs));
        await page.GotoAsync(url);
        var contents = page.GetByRole(AriaRole.Navigation, new() { Name = "Contents" });
        var second = contents.GetByRole(AriaRole.Button, new() { NameRegex = new("^\\s*Part two") });
        await Assertions.Expect(contents.GetByRole(AriaRole.Button, new() { NameRegex = new("^\\s*Part one") })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(second).ToHaveAttributeAsync("aria-disabled", "true");

        await second.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("opens when these are done: “Part one”");

        await page.FrameLocator("#content").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(contents.GetByRole(AriaRole.Button, new() { NameRegex = new("^\\s*Part one.*Completed") })).ToBeVisibleAsync();
        await Assertions.Expect(second).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(page.FrameLocator("#content").GetByRole(AriaRole.Heading, new() { Name = "Part" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(other => other != url);
        await Assertions.Expect(page).ToHaveTitleAsync("Part two – Three parts");
        await Browser.Shot(page, "player-contents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Part one – Three parts");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task At_320_pixels_the_contents_are_a_panel_that_opens_and_closes_and_nothing_scrolls_sideways()
    {
        var page = await browser.NewPage(320, 640);
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await page.GotoAsync(await Launch(lrs, await Import(lrs)));
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Contents", Exact = true });
        var contents = page.Locator("#contents");

        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(contents).ToBeHiddenAsync();
        await toggle.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(contents).ToBeVisibleAsync();
        Assert.Contains("Part one", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await Browser.Shot(page, "player-contents-320");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(contents).ToBeHiddenAsync();
        await Assertions.Expect(toggle).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task In_a_window_of_its_own_content_finds_the_run_time_and_the_page_sees_it_close()
    {
        var page = await browser.NewPage();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var course = await Import(lrs);
        Assert.True((await lrs.Http.PutAsync($"/api/courses/{course}/settings", TestLrs.Json("""{"window":"popup"}"""))).IsSuccessStatusCode);
        await page.GotoAsync(await Launch(lrs, course));

        var popup = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Open it", Exact = true }).ClickAsync());
        await popup.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^\\s*Part one.*Completed") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Part two – Three parts");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_preview_shows_every_call_and_support_sees_the_same_of_a_learner()
    {
        var page = await browser.NewPage();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var course = await Import(lrs);
        await Browser.SignIn(page, lrs.App);
        await page.GotoAsync(new Uri(lrs.App, $"/courses/{course}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview Three parts" }).ClickAsync();
        await page.FrameLocator("#content").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        var calls = page.GetByRole(AriaRole.Complementary, new() { Name = "Calls of the run-time" });
        await Assertions.Expect(calls).ToContainTextAsync("LMSInitialize(\"\") → \"true\"");
        await Assertions.Expect(calls).ToContainTextAsync("LMSSetValue(\"cmi.core.lesson_status\", \"nonsense\") → \"false\"  error 405");
        await Browser.Shot(page, "player-preview");
        Assert.Empty((await lrs.Get("/xapi/statements")).GetProperty("statements").EnumerateArray());

        var launch = await Launched(lrs, course);
        var learner = await browser.NewPage();
        await learner.GotoAsync(launch.GetProperty("url").GetString()!);
        await learner.FrameLocator("#content").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await page.GotoAsync(new Uri(lrs.App, $"/registrations/{launch.GetProperty("registration").GetString()}").ToString());
        await Assertions.Expect(page.Locator("#calls-table")).ToContainTextAsync("LMSFinish(\"\")");
        await Browser.Shot(page, "registration");
        await learner.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private static async Task<Guid> Import(TestLrs lrs, string manifest = Manifest, string content = Page)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[] { ("imsmanifest.xml", manifest), ("index.html", content) })
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        var answer = await lrs.Http.PostAsync("/api/packages", new ByteArrayContent(memory.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } });
        return (await TestLrs.Read(answer)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> Launched(TestLrs lrs, Guid course) => await TestLrs.Read(await lrs.Post(
        $"/api/courses/{course}/launch", """{"learner":{"account":{"homePage":"https://force.example","name":"pc1"}},"returnUrl":"https://lms.example/back"}"""));

    private static async Task<string> Launch(TestLrs lrs, Guid course) => (await Launched(lrs, course)).GetProperty("url").GetString()!;
}
