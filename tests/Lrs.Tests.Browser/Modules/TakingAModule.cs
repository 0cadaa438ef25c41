using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser.Modules;

/// <summary>What a module does for the person who takes it: keyboard, language, bad networks, resuming, anonymity.</summary>
public sealed class TakingAModule(Browser browser)
{
    [Fact]
    public async Task A_scenario_and_a_questionnaire_by_keyboard_alone()
    {
        var (page, lrs, content) = await Start();
        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, "cmi5");

        await TabTo(page, "[data-action=next]");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "#hour-door-a");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "form[data-question='hour-door'] [type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "#hour-hall-a");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabTo(page, "form[data-question='hour-hall'] [type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-scene=good]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-again]")).ToBeVisibleAsync();

        await TabTo(page, "[data-action=next]");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "#poll-before-sure-1");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabTo(page, "#poll-before-role-a");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "textarea[name=why]");
        await page.Keyboard.TypeAsync("Typed.");
        await TabTo(page, "form[data-questionnaire=before] [type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("form[data-questionnaire=before] [data-sent]")).ToBeFocusedAsync();
        await module.Saved();

        var responses = (await module.Statements()).Where(statement => statement.GetProperty("verb").GetProperty("id").GetString()!.EndsWith("/answered", StringComparison.Ordinal))
            .Select(statement => statement.GetProperty("result").GetProperty("response").GetString());
        Assert.Equal(["a", "b", "2", "a", "Typed."], responses);
        await End(page, lrs, content);
    }

    [Theory]
    [InlineData("scorm12")]
    [InlineData("scorm2004")]
    [InlineData("cmi5")]
    [InlineData("xapi")]
    public async Task It_resumes_exactly_and_says_so(string kind)
    {
        var (page, lrs, content) = await Start();
        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, kind);
        await module.Answer("check-several", "a", "c");
        await module.Next();
        await module.Answer("hour-door", "a");
        await module.Next();
        await module.Frame.Locator("#poll-before-sure-2").CheckAsync();
        await module.Frame.Locator("textarea[name=why]").FillAsync("Half a sen");
        await module.Frame.Locator("textarea[name=why]").BlurAsync();
        await module.Press("Cymraeg");
        await module.Saved();
        await module.Press("Cadw a gadael");

        module = await module.Again();

        Assert.Equal("03-survey", await module.Screen());
        await Assertions.Expect(module.Frame.Locator("[data-notice]")).ToContainTextAsync("Croeso'n ôl");
        await Assertions.Expect(module.Frame.Locator("html")).ToHaveAttributeAsync("lang", "cy");
        Assert.True(await module.Frame.Locator("#poll-before-sure-2").IsCheckedAsync());
        Assert.Equal("Half a sen", await module.Frame.Locator("textarea[name=why]").InputValueAsync());
        await module.Frame.Locator("[data-action=previous]").ClickAsync();
        await Assertions.Expect(module.Frame.Locator("[data-scene=hall]")).ToBeVisibleAsync();
        await Assertions.Expect(module.Frame.Locator("[data-scene=good]")).ToBeHiddenAsync();
        await module.Frame.Locator("[data-action=previous]").ClickAsync();
        await Assertions.Expect(module.Frame.Locator("form[data-question=check-several] [data-feedback]")).ToContainTextAsync("Cywir.");
        await End(page, lrs, content);
    }

    [Theory]
    [InlineData("scorm12")]
    [InlineData("cmi5")]
    public async Task When_the_network_goes_it_says_so_and_sends_everything_when_it_is_back(string kind)
    {
        var (page, lrs, content) = await Start();
        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, kind);
        await module.Saved();

        await page.Context.SetOfflineAsync(true);
        await module.Answer("check-several", "a", "c");
        await module.Next();
        if (kind is "cmi5")
        {
            await Assertions.Expect(module.Frame.Locator("[data-saved]")).ToHaveTextAsync("Not saved yet");
            await Assertions.Expect(module.Frame.Locator("[data-notice]")).ToContainTextAsync("We keep trying");
        }
        else
        {
            await Assertions.Expect(page.Locator("#banner")).ToBeVisibleAsync();
        }

        await page.Context.SetOfflineAsync(false);
        await module.Saved();
        if (kind is "cmi5")
        {
            await Assertions.Expect(module.Frame.Locator("[data-notice]")).ToBeHiddenAsync();
        }
        else
        {
            await Assertions.Expect(page.Locator("#banner")).ToBeHiddenAsync(new() { Timeout = 40_000 });
        }

        Assert.Equal(1, (await module.Statements()).Count(statement => statement.GetRawText().Contains("check-several", StringComparison.Ordinal)));
        await End(page, lrs, content);
    }

    [Theory]
    [InlineData("scorm12")]
    [InlineData("scorm2004")]
    [InlineData("cmi5")]
    [InlineData("xapi")]
    public async Task An_anonymous_survey_leaves_nothing_with_the_learner(string kind)
    {
        var (page, lrs, content) = await Start();
        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, kind);
        for (var i = 0; i < 3; i++)
        {
            await module.Next();
        }

        await module.Frame.Locator("#poll-experience-seen-3").CheckAsync();
        await module.Frame.Locator("textarea[name=words]").FillAsync("Something only I would say.");
        await module.Frame.Locator("form[data-questionnaire=experience] [type=submit]").ClickAsync();
        await Assertions.Expect(module.Frame.Locator("form[data-questionnaire=experience] [data-sent]")).ToContainTextAsync("without anything that links them to you");
        Assert.Equal("", await module.Frame.Locator("textarea[name=words]").InputValueAsync());
        await module.Next();
        await module.Saved();

        Assert.DoesNotContain(await module.Statements(), statement => statement.GetRawText().Contains("experience", StringComparison.Ordinal));
        Assert.Equal("survey_waiting", Assert.Single(await WholeDatabase.Rows(lrs), row => row.Row.Contains("Something only I", StringComparison.Ordinal)).Table);
        await End(page, lrs, content);
    }

    [Fact]
    public async Task Without_our_server_an_anonymous_survey_is_not_offered()
    {
        var page = await browser.NewPage();
        using var content = SampleModule.Folder();
        using var opened = new TestFolder();
        var source = content["sample"];
        var files = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(source, file).Replace('\\', '/'), File.ReadAllBytes);
        using var zip = new MemoryStream();
        Packages.Modules.ModuleBuilder.Build(((Packages.Modules.ModuleOutcome.Good)Packages.Modules.ModuleReader.Read(files)).Module, Packages.Modules.PackageFormat.Scorm12, zip);
        System.IO.Compression.ZipFile.ExtractToDirectory(zip, opened.Path);

        await page.GotoAsync(new Uri(opened["index.html"]).ToString());
        await page.Locator("html[data-ready]").WaitForAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Locator("[data-action=next]").ClickAsync();
        }

        await Assertions.Expect(page.Locator("form[data-questionnaire=experience] [data-closed]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[data-questionnaire=experience] fieldset").First).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_of_a_cmi5_launch_is_the_first_that_is_shown()
    {
        var (page, lrs, content) = await Start();
        var profile = $"/xapi/agents/profile?profileId=cmi5LearnerPreferences&agent={Uri.EscapeDataString(PlayedModule.Learner)}";
        using var preferences = new HttpRequestMessage(HttpMethod.Put, profile) { Content = TestLrs.Json("""{"languagePreference":"cy-GB,en-GB"}""") };
        preferences.Headers.Add("If-None-Match", "*");
        var kept = await lrs.Http.SendAsync(preferences);
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());

        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, "cmi5");

        await Assertions.Expect(module.Frame.Locator("html")).ToHaveAttributeAsync("lang", "cy");
        await Assertions.Expect(module.Frame.Locator("h1")).ToHaveTextAsync("Sampl o bopeth");
        await module.Press("English");
        await Assertions.Expect(module.Frame.Locator("h1")).ToHaveTextAsync(SampleModule.Title);
        await Assertions.Expect(module.Frame.Locator("[data-language]")).ToBeFocusedAsync();
        await End(page, lrs, content);
    }

    private async Task<(IPage Page, TestLrs Lrs, TestFolder Content)> Start()
    {
        var page = await browser.NewPage();
        var content = SampleModule.Folder();
        return (page, await Browser.Seeded(Dialect.Sqlite, content.Path), content);
    }

    private static async Task End(IPage page, TestLrs lrs, TestFolder content)
    {
        await page.Context.CloseAsync();
        await lrs.DisposeAsync();
        content.Dispose();
    }

    // Tabs on until the element has the focus, and its focus can be seen.
    private static async Task TabTo(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                Assert.True(
                    await page.EvaluateAsync<bool>("() => [document.activeElement, document.activeElement.nextElementSibling].some((one) => one && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'))"),
                    $"The focus on {selector} cannot be seen.");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {selector}.");
    }
}
