using System.Net;
using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Lrs.Tests.Browser.Browser))]

namespace Lrs.Tests.Browser;

/// <summary>
/// A real Chromium, and a server with the modules of the content folder, both shared by all tests of this project. A test class takes it in
/// its constructor. Every page has a profile of its own, so tests do not see each other's cookies; what they do on the server they see.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    // A sandbox needs rights that containers do not have; the rest keeps Chromium from calling home.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string? Shots = Environment.GetEnvironmentVariable("LRS_TEST_SHOTS");

    private TestLrs? lrs;
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>The shared server. Its modules are imported.</summary>
    internal TestLrs Lrs => lrs ?? throw new InvalidOperationException("Ask for a page first: without Chromium there is no server.");

    /// <summary>A server of a test's own, with the modules imported, for what other tests would disturb.</summary>
    internal static Task<TestLrs> Seeded(Dialect dialect) => Seeded(dialect, "content");

    /// <summary>The same with the modules of another folder, and more settings.</summary>
    internal static async Task<TestLrs> Seeded(Dialect dialect, string folder, params string[] settings)
    {
        var server = await TestLrs.Start(dialect, [$"Lrs:Content:SeedFolder={folder}", .. settings]);
        using var most = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await server.Http.GetAsync("/health/ready", most.Token)).StatusCode is not HttpStatusCode.OK)
        {
            await Task.Delay(100, most.Token);
        }

        return server;
    }

    public async ValueTask InitializeAsync()
    {
        if (Program() is not { } program)
        {
            return;
        }

        lrs = await Seeded(Dialect.Sqlite);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Headless = true, Args = Flags });
    }

    /// <summary>An empty page in a fresh profile; paths are of the shared server's application. The test is skipped where there is no Chromium.</summary>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="height">Its height.</param>
    public async Task<IPage> NewPage(int width = 1280, int height = 900)
    {
        Assert.SkipWhen(chromium is null, "There is no Chromium at LRS_TEST_CHROMIUM or /usr/bin/chromium.");
        var profile = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Lrs.App.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        profile.SetDefaultTimeout(20_000);
        return await profile.NewPageAsync();
    }

    /// <summary>An empty page in a browser that blocks cookies of third parties, as Safari, Firefox and forces' own settings do. It is a browser of its own: close its context.</summary>
    /// <param name="profile">An empty folder for its profile.</param>
    public async Task<IPage> NewPageWithoutThirdPartyCookies(string profile)
    {
        Assert.SkipWhen(chromium is null, "There is no Chromium at LRS_TEST_CHROMIUM or /usr/bin/chromium.");
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(Path.Combine(profile, "Default", "Preferences"), """{"profile":{"cookie_controls_mode":1,"block_third_party_cookies":true}}""");
        var context = await playwright!.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Program(),
            Headless = true,
            Args = [.. Flags, "--test-third-party-cookie-phaseout"],
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return context.Pages[0];
    }

    /// <summary>Signs in as the administrator, by the form, and ends on the page of courses. Works on any server: it starts from <paramref name="app"/>, or from the shared one.</summary>
    public static async Task SignIn(IPage page, Uri? app = null)
    {
        await page.GotoAsync(app is null ? "/sign-in" : new Uri(app, "/sign-in").ToString());
        await page.GetByLabel("E-mail address").FillAsync(TestLrs.AdminEmail);
        await page.GetByLabel("Password").FillAsync(TestLrs.AdminPassword);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Courses", Level = 1 }).WaitForAsync();
    }

    /// <summary>Keeps a picture of the whole page as <c>NAME.png</c> in the folder that <c>LRS_TEST_SHOTS</c> names, when it names one.</summary>
    public static async Task Shot(IPage page, string name)
    {
        if (!string.IsNullOrEmpty(Shots))
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        if (lrs is not null)
        {
            await lrs.DisposeAsync();
        }
    }

    private static string? Program() =>
        new[] { Environment.GetEnvironmentVariable("LRS_TEST_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));
}
