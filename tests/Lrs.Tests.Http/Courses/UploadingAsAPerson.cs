using System.Net;
using System.Security.Claims;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class UploadingAsAPerson
{
    [Theory, EveryDatabase]
    public async Task Is_for_administrators_and_authors(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        Assert.Equal(HttpStatusCode.Created, (await Send(await SignIn(lrs, "administrator"), Package.Body(Package.Scorm12.Zip()))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(await SignIn(lrs, "author"), Package.Body(Package.Cmi5.Zip()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(await SignIn(lrs, "reporter"), Package.Body(Package.TinCan.Zip()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(await SignIn(lrs, "learner"), Package.Body(Package.TinCan.Zip()))).StatusCode);
        Assert.Equal(2, (await lrs.Rows())["course"]);
    }

    [Theory, EveryDatabase]
    public async Task Without_the_pages_token_is_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var author = await SignIn(lrs, "author");
        author.Token = "";

        var answer = await Send(author, Package.Body(Package.Scorm12.Zip()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("antiforgery", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await lrs.Rows())["course"]);
    }

    [Theory, EveryDatabase]
    public async Task From_a_page_without_scripts_sends_the_token_as_a_field(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var author = await SignIn(lrs, "author");
        using var form = new MultipartFormDataContent { { new StringContent(author.Token), "antiforgery" }, { Package.Body(Package.Scorm12.Zip()), "file", "course.zip" } };
        author.Token = "";

        Assert.Equal(HttpStatusCode.Created, (await Send(author, form)).StatusCode);
    }

    private static Task<HttpResponseMessage> Send(Browser browser, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/packages") { Content = content };
        request.Headers.Add("Cookie", browser.Cookies);
        if (browser.Token.Length > 0)
        {
            request.Headers.Add("X-Antiforgery", browser.Token);
        }

        return browser.Http.SendAsync(request);
    }

    // The cookies that a sign-in and a page would have set.
    private static async Task<Browser> SignIn(TestLrs lrs, string role)
    {
        var services = lrs.Services;
        var logins = services.GetRequiredService<LoginStore>();
        await logins.Add(await lrs.FirstTenant(), $"{role}@kent.example", role, role, "correct horse battery", default);
        var login = await logins.Check($"{role}@kent.example", "correct horse battery", default);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCookie.SessionClaim, (await services.GetRequiredService<SessionStore>().Begin(login!.Id, default)).ToString())], SessionCookie.Scheme));
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var session = cookie.TicketDataFormat.Protect(new AuthenticationTicket(person, SessionCookie.Scheme));
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = services, User = person });
        return new Browser(lrs.ClientWith(null, ""), $"{cookie.Cookie.Name}={session}; lrs-antiforgery={tokens.CookieToken}") { Token = tokens.RequestToken! };
    }

    private sealed record Browser(HttpClient Http, string Cookies)
    {
        public required string Token { get; set; }
    }
}
