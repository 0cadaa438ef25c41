using System.Diagnostics;
using System.Net;
using Lrs.Tests.Http.Nodes;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class RevokingOnTwoNodes
{
    [Fact]
    public async Task What_one_node_revokes_ends_on_the_other_within_five_seconds_however_busy_it_is_there()
    {
        await using var lrs = await Installation.Start(2);
        var made = await lrs.First.Http.Make();
        var (key, secret) = (made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);
        using var http = lrs.Second.ClientWith(key, secret);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements?limit=1"));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await lrs.First.Http.DeleteAsync($"/api/credentials/{key}")).StatusCode);
        var passed = Stopwatch.StartNew();
        while (await http.Status("/xapi/statements?limit=1") is HttpStatusCode.OK)
        {
            Assert.True(passed.Elapsed < TimeSpan.FromSeconds(5), "The other node still takes the credential after five seconds.");
            await Task.Delay(20);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await lrs.First.ClientWith(key, secret).Status("/xapi/statements"));
    }

    [Fact]
    public async Task A_secret_that_one_node_rotated_away_ends_on_the_other_and_the_new_one_works_there()
    {
        await using var lrs = await Installation.Start(2);
        var made = await lrs.First.Http.Make();
        var (key, secret) = (made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);
        using var old = lrs.Second.ClientWith(key, secret);
        Assert.Equal(HttpStatusCode.OK, await old.Status("/xapi/statements?limit=1"));

        var rotated = await TestLrs.Read(await lrs.First.Http.PostAsync($"/api/credentials/{key}/rotate", TestLrs.Json("""{"overlap":"PT0S"}""")));
        using var fresh = lrs.Second.ClientWith(key, rotated.GetProperty("secret").GetString()!);
        await Task.Delay(TimeSpan.FromSeconds(5));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await old.Status("/xapi/statements?limit=1"), await fresh.Status("/xapi/statements?limit=1")));
    }

    [Fact]
    public async Task Who_signs_out_at_one_node_is_out_at_the_other()
    {
        await using var lrs = await Installation.Start(2);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler);
        var (cookies, token) = await Form(new Uri(lrs.First.App, "/sign-in"), "");
        var entered = await Send(new Uri(lrs.First.App, "/sign-in"), cookies, token, ("email", TestLrs.AdminEmail), ("password", TestLrs.AdminPassword));
        var session = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("lrs-session=", StringComparison.Ordinal)).Split(';')[0];
        var (signedIn, form) = await Form(new Uri(lrs.Second.App, "/connect"), $"{cookies}; {session}");

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(new Uri(lrs.Second.App, "/sign-out"), $"{signedIn}; {session}", form)).StatusCode);

        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(lrs.First.App, "/connect")) { Headers = { { "Cookie", session } } };
        Assert.Equal(HttpStatusCode.Redirect, (await http.SendAsync(request)).StatusCode);

        async Task<(string Cookies, string Token)> Form(Uri address, string cookie)
        {
            var asked = new HttpRequestMessage(HttpMethod.Get, address);
            asked.Headers.TryAddWithoutValidation("Cookie", cookie);
            var page = await http.SendAsync(asked);
            var text = await page.Content.ReadAsStringAsync();
            Assert.True(page.StatusCode is HttpStatusCode.OK, $"{address}: {page.StatusCode}");
            var own = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.First(value => value.StartsWith("lrs-antiforgery=", StringComparison.Ordinal)).Split(';')[0] : cookie.Split("; ")[0];
            return (own, text.Split("name=\"antiforgery\"")[1].Split("value=\"")[1].Split('"')[0]);
        }

        Task<HttpResponseMessage> Send(Uri address, string cookie, string token, params (string Name, string Value)[] fields)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("antiforgery", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
            };
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            return http.SendAsync(request);
        }
    }
}
