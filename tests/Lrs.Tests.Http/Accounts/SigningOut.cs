using System.Net;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Tests.Http.Pages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class SigningOut
{
    [Theory, EveryDatabase]
    public async Task Ends_the_session_on_the_server_so_that_a_copy_of_the_cookie_opens_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        using var elsewhere = new Visitor(lrs);
        await visitor.SignIn();
        await elsewhere.SignIn();
        var copy = visitor.Cookies.GetCookieHeader(lrs.App);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await With(lrs, copy, "/connect"), await With(lrs, copy, "/api/courses")));

        await visitor.Send("/connect", "/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (await With(lrs, copy, "/connect"), await With(lrs, copy, "/api/courses")));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Open("/connect")).StatusCode);
        await lrs.Restart();
        Assert.Equal(HttpStatusCode.Redirect, await With(lrs, copy, "/connect"));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Open("/connect")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Comes_by_itself_when_a_session_was_not_used_for_long_or_is_old(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:SignIn:IdleHours=2");
        var database = lrs.Services.GetRequiredService<Database>();
        foreach (var (column, age) in new[] { ("seen", TimeSpan.FromHours(2.1)), ("created", TimeSpan.FromDays(7.1)) })
        {
            using var visitor = new Visitor(lrs);
            await visitor.SignIn();
            Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/connect")).StatusCode);

            await database.WriteReference(work => work.Run($"UPDATE login_session SET {column} = @then", ("@then", DateTimeOffset.UtcNow - age)), CancellationToken.None);

            Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/connect")).StatusCode);
            Assert.Equal(1, await lrs.Services.GetRequiredService<SessionStore>().Sweep(CancellationToken.None));
        }
    }

    [Theory, EveryDatabase]
    public async Task Is_put_off_by_using_the_session(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:SignIn:IdleHours=2");
        var database = lrs.Services.GetRequiredService<Database>();
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        await database.WriteReference(work => work.Run("UPDATE login_session SET seen = @then", ("@then", DateTimeOffset.UtcNow.AddHours(-1.9))), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/connect")).StatusCode);

        var seen = await database.ReadReference(work => work.One("SELECT seen FROM login_session", row => row.Time(0)), CancellationToken.None);
        Assert.True(DateTimeOffset.UtcNow - seen < TimeSpan.FromMinutes(1));
    }

    [Theory, EveryDatabase]
    public async Task Happens_at_once_to_whose_login_is_removed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("DELETE FROM login"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/connect")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task The_limit_of_wrong_passwords_and_the_time_of_the_lock_are_settings(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:SignIn:MaxFailures=3", "Lrs:SignIn:LockMinutes=1");
        using var visitor = new Visitor(lrs);
        await visitor.SignIn(password: "wrong 1");
        await visitor.SignIn(password: "wrong 2");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SignIn()).StatusCode);
        await visitor.Send("/connect", "/sign-out");
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("After 3 wrong passwords in a row a sign-in is locked for 1 minute.", await (await visitor.SignIn(password: $"wrong {i}")).Content.ReadAsStringAsync());
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SignIn()).StatusCode);
        await lrs.Services.GetRequiredService<Database>().WriteReference(
            async work =>
            {
                Assert.InRange(await work.One("SELECT locked FROM login", row => row.Time(0)), DateTimeOffset.UtcNow.AddSeconds(50), DateTimeOffset.UtcNow.AddSeconds(61));
                return await work.Run("UPDATE login SET locked = @past", ("@past", DateTimeOffset.UtcNow.AddSeconds(-1)));
            },
            CancellationToken.None);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SignIn()).StatusCode);
    }

    private static async Task<HttpStatusCode> With(TestLrs lrs, string cookies, string path)
    {
        using var http = lrs.ClientWith(null, "");
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        return (await http.SendAsync(request)).StatusCode;
    }
}
