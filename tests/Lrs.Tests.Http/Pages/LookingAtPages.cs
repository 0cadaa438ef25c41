using System.Net;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Pages;

public sealed class LookingAtPages
{
    [Fact]
    public async Task They_run_nothing_but_what_comes_from_here_and_stand_in_no_frame()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        foreach (var path in new[] { "/sign-in", "/connect", "/nothing-here" })
        {
            var headers = (await visitor.Open(path)).Headers;
            if (path is "/sign-in")
            {
                using var stranger = new Visitor(lrs);
                headers = (await stranger.Open(path)).Headers;
            }

            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'self'; frame-ancestors 'none'; form-action 'self'", policy);
            Assert.Equal("no-store", headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Forms_may_lead_to_the_content_origin_and_no_further()
    {
        await using var plain = await TestLrs.Start(Dialect.Sqlite);
        await using var labelled = await TestLrs.Start(Dialect.Sqlite, "Lrs:ContentUrl=https://v-*.content.example:8443", $"Lrs:Content:Listen=http://127.0.0.1:{FreePort.Next()}");

        Assert.Contains($"form-action 'self' {plain.Content.GetLeftPart(UriPartial.Authority)};", await Policy(plain));
        Assert.Contains("form-action 'self' https://*.content.example:8443;", await Policy(labelled));
    }

    [Fact]
    public async Task Where_nothing_is_a_browser_gets_a_page_and_a_program_problem_details()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        var page = await visitor.Open("/nothing-here");
        var api = await visitor.Open("/api/nothing-here");
        var program = await lrs.Http.GetAsync("/nothing-here");

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<h1>Page not found</h1>", await page.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (program.StatusCode, program.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_page_that_is_not_there_still_knows_who_is_signed_in()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        Assert.Contains("Sign out</button>", await visitor.Read("/nothing-here"));
        Assert.Equal("/sign-in", (await visitor.Send("/nothing-here", "/sign-out")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_fails_is_said_to_a_browser_as_a_page_and_to_a_program_as_problem_details()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("ALTER TABLE course RENAME TO elsewhere"), CancellationToken.None);

        var page = await visitor.Open("/");
        var program = await lrs.Http.GetAsync("/api/courses");

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Something went wrong</h1>", text);
        Assert.DoesNotContain("no such table", text);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (program.StatusCode, program.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/connect")]
    [InlineData("/nothing-here")]
    public async Task They_are_not_on_the_content_origin(string path)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var client = new HttpClient { DefaultRequestHeaders = { { "Accept", "text/html" } } };

        var answer = await client.GetAsync(new Uri(lrs.Content, path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Their_style_sheet_is_kept_for_ever_under_the_hash_of_its_content()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        var address = (await visitor.Read("/sign-in")).Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        var sheet = await visitor.Open(address);
        var old = await visitor.Open("/static/0123456789abcdef/pages.css");
        var none = await visitor.Open("/static/0123456789abcdef/none.css");

        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", sheet.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", old.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Nothing_in_them_is_of_the_government_s_brand()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var page = await visitor.Read("/connect");
        var sheet = await visitor.Read(page.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0]);

        Assert.Contains(".govuk-button", sheet);
        foreach (var mark in new[] { "GDS Transport", "@font-face", "crown", "crest", "url(", "GOV.UK" })
        {
            Assert.DoesNotContain(mark, sheet.Replace("https://github.com/alphagov/govuk-frontend", ""), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("GOV.UK", page);
        Assert.DoesNotContain("crown", page);
    }

    [Fact]
    public async Task A_word_in_the_address_that_no_form_uses_says_nothing()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        Assert.Contains("The settings are saved.", await visitor.Read("/connect?done=settings-saved"));
        Assert.DoesNotContain("govuk-notification-banner", await visitor.Read("/connect?done=You+have+won"));
    }

    private static async Task<string> Policy(TestLrs lrs)
    {
        using var visitor = new Visitor(lrs);
        return Assert.Single((await visitor.Open("/sign-in")).Headers.GetValues("Content-Security-Policy"));
    }
}
