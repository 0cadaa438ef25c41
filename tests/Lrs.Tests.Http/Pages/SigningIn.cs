using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Pages;

public sealed class SigningIn
{
    [Theory, EveryDatabase]
    public async Task With_the_right_password_leads_to_the_page_that_was_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);

        var asked = await visitor.Open("/connect");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal("/sign-in?returnTo=%2Fconnect", asked.Headers.Location!.PathAndQuery);
        Assert.Contains("""name="returnTo" value="/connect" """.TrimEnd(), await visitor.Read("/sign-in?returnTo=%2Fconnect"));

        var answer = await visitor.SignIn(returnTo: "/connect");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/connect", answer.Headers.Location!.OriginalString);
        Assert.Contains($"{lrs.App}odata/", await visitor.Read("/connect"));
    }

    [Theory, EveryDatabase]
    public async Task With_a_wrong_password_or_address_says_the_same(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);

        var password = await visitor.SignIn(password: "wrong");
        var address = await visitor.SignIn(email: "nobody@example.org");

        Assert.Equal(HttpStatusCode.BadRequest, password.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, address.StatusCode);
        const string Said = "The e-mail address and the password do not belong together.";
        Assert.Contains(Said, await password.Content.ReadAsStringAsync());
        Assert.Contains(Said, await address.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/connect")).StatusCode);
    }

    [Fact]
    public async Task Without_address_and_password_says_at_each_field_what_is_missing()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        var answer = await visitor.SignIn(email: " ", password: "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<a href=\"#email\">Enter your e-mail address.</a>", page);
        Assert.Contains("<a href=\"#password\">Enter your password.</a>", page);
        Assert.Contains("aria-describedby=\"password-error\"", page);
        Assert.DoesNotContain("locked", page);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_too_and_the_page_tells_of_the_lock()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        for (var i = 0; i < 10; i++)
        {
            await visitor.SignIn(password: $"wrong {i}");
        }

        var answer = await visitor.SignIn();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("After 10 wrong passwords in a row a sign-in is locked for 15 minutes", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task More_than_thirty_times_in_a_minute_is_held_back_with_a_page()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/sign-in")).StatusCode);
        }

        var answer = await visitor.Post("/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.RetryAfter!.ToString());
        Assert.Contains("<h1>Too many sign-ins</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/courses")]
    [InlineData("")]
    public async Task Never_leads_to_another_site(string returnTo)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        Assert.Contains("""name="returnTo" value="/" """.TrimEnd(), await visitor.Read($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}"));
        Assert.Equal("/", (await visitor.SignIn(returnTo: returnTo)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Needs_the_token_of_the_form()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        var answer = await visitor.Post("/sign-in", ("email", TestLrs.AdminEmail), ("password", TestLrs.AdminPassword), ("returnTo", "/"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form is out of date", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/connect")).StatusCode);
    }

    [Fact]
    public async Task Sets_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        var cookie = Assert.Single((await visitor.SignIn()).Headers.GetValues("Set-Cookie"), value => value.StartsWith("lrs-session=", StringComparison.Ordinal));

        var parts = cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=lax"], parts);
    }

    [Fact]
    public async Task Sets_a_secure_cookie_for_this_host_alone_where_the_application_is_at_https()
    {
        var port = FreePort.Next();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:AppUrl=https://lrs.example", "Lrs:ContentUrl=https://content.example", $"Lrs:App:Listen=http://127.0.0.1:{port}", $"Lrs:Content:Listen=http://127.0.0.1:{FreePort.Next()}", "Lrs:TrustedProxies=127.0.0.1");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        client.DefaultRequestHeaders.Host = "lrs.example";

        var form = await client.GetAsync("/sign-in");
        var own = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        var token = (await form.Content.ReadAsStringAsync()).Split("name=\"antiforgery\"")[1].Split("value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Headers = { { "Cookie", own.Split(';')[0] } }, Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["antiforgery"] = token, ["email"] = TestLrs.AdminEmail, ["password"] = TestLrs.AdminPassword, ["returnTo"] = "/" }) };
        var answer = await client.SendAsync(request);

        Assert.Contains("; secure", own);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.Contains("lrs-session="));
        Assert.StartsWith("__Host-lrs-session=", cookie);
        Assert.Contains("; secure", cookie);
    }

    [Theory, EveryDatabase]
    public async Task And_out_again_ends_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/connect")).StatusCode);

        var answer = await visitor.Send("/connect", "/sign-out");
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/connect")).StatusCode);
    }
}
