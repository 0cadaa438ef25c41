using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Player;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class LaunchingACourse
{
    [Theory, EveryDatabase]
    public async Task Gives_an_address_on_the_content_origin_that_opens_the_player(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);

        var launch = await Launch.Of(lrs, course, ""","returnUrl":"https://lms.example/back?x=1" """);
        var page = await launch.Open();

        Assert.StartsWith($"{lrs.Content}t/default-", launch.Url.ToString(), StringComparison.Ordinal);
        Assert.True(launch.Token.Length >= "default-".Length + 22);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains($"frame-ancestors 'self' {lrs.App.GetLeftPart(UriPartial.Authority)} https://lms.example", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Contains("/f/default-", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/t/{launch.Token}/")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task With_a_fault_in_the_order_names_the_field(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var taken = await Launch.Of(lrs, course);
        foreach (var (body, path) in new[]
        {
            ("{}", "$.learner"),
            ("""{"learner":{"name":"nobody"}}""", "$.learner"),
            ("""{"learner":{"objectType":"Group","mbox":"mailto:a@example.org"}}""", "$.learner"),
            ($$"""{"learner":{{Launch.Ada}},"registration":"7"}""", "$.registration"),
            ($$"""{"learner":{{Launch.Ada}},"unit":true}""", "$.unit"),
            ($$"""{"learner":{{Launch.Ada}},"unit":7}""", "$.unit"),
            ($$"""{"learner":{{Launch.Ada}},"mode":"normal"}""", "$.mode"),
            ($$"""{"learner":{{Launch.Ada}},"returnUrl":"javascript:alert(1)"}""", "$.returnUrl"),
            ($$"""{"learner":{{Launch.Ada}},"returnURL":"https://example.org"}""", "$.returnURL"),
            ($$"""{"learner":{{Launch.Bob}},"registration":"{{taken.Registration}}"}""", "$.registration"),
            ("""{"learner":""", "$"),
            ("[]", "$"),
        })
        {
            var answer = await Launch.Try(lrs, course, body);

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{body}: {(int)answer.StatusCode}");
            var problem = await TestLrs.Read(answer);
            Assert.True(problem.GetProperty("faults").EnumerateArray().Any(fault => fault.GetProperty("path").GetString()!.StartsWith(path, StringComparison.Ordinal)), $"{body}: {problem}");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Launch.Try(lrs, Guid.NewGuid(), $$"""{"learner":{{Launch.Ada}}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").PostAsync($"/api/courses/{course}/launch", TestLrs.Json("{}"))).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Makes_the_registration_that_is_named_and_then_continues_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Package.Scorm12);
        var registration = Guid.NewGuid();

        var first = await Launch.Of(lrs, course, $",\"registration\":\"{registration}\"");
        var second = await first.Again(course, ",\"unit\":1");
        var third = await Launch.Of(lrs, course);

        Assert.Equal(registration, first.Registration);
        Assert.Equal(registration, second.Registration);
        Assert.NotEqual(first.Session, second.Session);
        Assert.NotEqual(registration, third.Registration);
        Assert.Equal(["unknown", "unknown"], (await first.State()).GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("completion").GetString()));
        Assert.Contains("Part two", await (await second.Open()).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Stays_with_the_version_it_began_with(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var before = await Launch.Of(lrs, course);
        Assert.Equal(course, await lrs.Course(Launches.OneUnit.With("index.html", "another")));

        var after = await Launch.Of(lrs, course);

        Assert.Equal(1, (await (await before.Again(course)).State()).GetProperty("version").GetInt32());
        Assert.Equal(2, (await after.State()).GetProperty("version").GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task Ends_after_eight_hours_without_use_and_after_a_day(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course);
        await launch.Start();

        await launch.Age(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, (await launch.Open()).StatusCode);
        await launch.Age(TimeSpan.FromHours(9));

        var page = await launch.Open();
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("has run out", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await launch.TryCommit(1, """{"runtimeData":{"cmi":{}}}""")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Serves_the_run_time_and_the_pages_script_for_good(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var page = await (await (await Launch.Of(lrs, await lrs.Course(Launches.OneUnit))).Open()).Content.ReadAsStringAsync();
        foreach (var source in page.Split('"').Where(text => text.StartsWith("/player/", StringComparison.Ordinal)).ToList())
        {
            var file = await lrs.ClientWith(null, "").GetAsync(new Uri(lrs.Content, source));

            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.True((await file.Content.ReadAsByteArrayAsync()).Length > 1000);
        }

        Assert.Equal(3, page.Split("\"/player/").Length - 1);
    }

    [Theory, EveryDatabase]
    public async Task By_a_signed_in_person_goes_on_with_their_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var tenant = await lrs.FirstTenant();
        var launcher = lrs.Services.GetRequiredService<Launcher>();
        var login = new Login(Guid.NewGuid(), tenant.Id, "ada@example.org", "Ada Lovelace", "learner");

        var first = Assert.IsType<LaunchOutcome.Launched>(await launcher.LaunchOwn(tenant, login, course, null, CancellationToken.None));
        var second = Assert.IsType<LaunchOutcome.Launched>(await launcher.LaunchOwn(tenant, login, course, null, CancellationToken.None));

        Assert.Equal(first.Registration, second.Registration);
        Assert.NotEqual(first.Url, second.Url);
        var learner = (await lrs.Get($"/api/registrations/{first.Registration}")).GetProperty("learner");
        Assert.Equal("Ada Lovelace", learner.GetProperty("name").GetString());
        Assert.Equal($"{tenant.Iri}/people", learner.GetProperty("account").GetProperty("homePage").GetString());
        Assert.Equal(login.Id.ToString(), learner.GetProperty("account").GetProperty("name").GetString());
        Assert.IsType<LaunchOutcome.NoCourse>(await launcher.LaunchOwn(tenant, login, Guid.NewGuid(), null, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Keeps_only_hashes_of_tokens(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));

        Assert.Equal(JsonValueKind.Object, (await launch.State()).ValueKind);
        Assert.DoesNotContain(launch.Token, (await launch.State()).ToString(), StringComparison.Ordinal);
        foreach (var text in await launch.Secrets())
        {
            Assert.Equal(32, text.Length);
            Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(launch.Token)), text);
        }
    }
}
