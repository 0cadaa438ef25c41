using System.Net;
using System.Text.Json;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class LaunchingCmi5
{
    private const string Extension = "https://w3id.org/xapi/cmi5/context/extensions/";

    [Theory, EveryDatabase]
    public async Task Leads_to_the_unit_with_the_five_parameters(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var launch = await Launch.Of(lrs, course);

        var (address, query) = await launch.Redirect();

        Assert.StartsWith($"{lrs.Content}f/default-", address.ToString(), StringComparison.Ordinal);
        Assert.Contains("/index.html?own=1&endpoint=", address.ToString(), StringComparison.Ordinal);
        Assert.Equal($"{lrs.App}xapi/", query["endpoint"]);
        Assert.Equal($"{launch.Url}fetch", query["fetch"]);
        Assert.Equal(launch.Registration.ToString(), query["registration"]);
        Assert.Equal("pc1234", JsonDocument.Parse(query["actor"]!).RootElement.GetProperty("account").GetProperty("name").GetString());
        Assert.Equal($"https://lrs.example/t/default/courses/{course}/units/1", query["activityId"]);
        Assert.Equal(HttpStatusCode.OK, (await lrs.ClientWith(null, "").GetAsync(address)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Says_launched_first_and_leaves_the_launch_data(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course("Completed", "launchMethod=\"OwnWindow\"")), ""","returnUrl":"https://lms.example/back","mode":"Review" """);

        var launched = Assert.Single(await au.Launch.Statements());
        var data = await TestLrs.Read(await au.Http.GetAsync(au.State("LMS.LaunchData")));
        var preferences = await TestLrs.Read(await au.Http.GetAsync(au.Preferences()));

        Assert.Equal("launched", Launch.VerbOf(launched));
        Assert.Equal(au.Query["activityId"], launched.GetProperty("object").GetProperty("id").GetString());
        var context = launched.GetProperty("context");
        Assert.Equal("https://example.com/au/1", context.GetProperty("contextActivities").GetProperty("grouping")[0].GetProperty("id").GetString());
        Assert.Equal("https://w3id.org/xapi/cmi5/context/categories/cmi5", context.GetProperty("contextActivities").GetProperty("category")[0].GetProperty("id").GetString());
        var extensions = context.GetProperty("extensions");
        Assert.Equal(au.Launch.Session.ToString(), extensions.GetProperty(Extension + "sessionid").GetString());
        Assert.Equal("Review", extensions.GetProperty(Extension + "launchmode").GetString());
        Assert.Equal("Completed", extensions.GetProperty(Extension + "moveon").GetString());
        Assert.Equal(0.8m, extensions.GetProperty(Extension + "masteryscore").GetDecimal());
        Assert.EndsWith("/index.html?own=1", extensions.GetProperty(Extension + "launchurl").GetString(), StringComparison.Ordinal);

        Assert.Equal(("Review", "Completed", 0.8m, "https://lms.example/back"), (
            data.GetProperty("launchMode").GetString(), data.GetProperty("moveOn").GetString(), data.GetProperty("masteryScore").GetDecimal(), data.GetProperty("returnURL").GetString()));
        var template = data.GetProperty("contextTemplate");
        Assert.Equal("https://example.com/au/1", template.GetProperty("contextActivities").GetProperty("grouping")[0].GetProperty("id").GetString());
        Assert.Equal(au.Launch.Session.ToString(), template.GetProperty("extensions").GetProperty(Extension + "sessionid").GetString());
        Assert.Equal(("en-GB", "on"), (preferences.GetProperty("languagePreference").GetString(), preferences.GetProperty("audioPreference").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task Gives_the_token_once_and_nothing_before_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Au.Course()));
        var (_, query) = await launch.Redirect();

        var got = await lrs.ClientWith(null, "").GetAsync(query["fetch"]!);
        var first = await Au.Fetch(lrs, query["fetch"]!);
        var second = await Au.Fetch(lrs, query["fetch"]!);
        var unknown = await Au.Fetch(lrs, $"{lrs.Content}t/default-AAAAAAAAAAAAAAAAAAAAAA/fetch");

        Assert.False(got.IsSuccessStatusCode);
        Assert.Equal("auth-token", Assert.Single(first.EnumerateObject()).Name);
        Assert.Equal("1", second.GetProperty("error-code").GetString());
        Assert.False(second.TryGetProperty("auth-token", out _));
        Assert.Equal("3", unknown.GetProperty("error-code").GetString());
        var forged = lrs.ClientWith($"launch-{launch.Session:N}", launch.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.GetAsync("/xapi/statements")).StatusCode);
        var again = await launch.Open();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("Open it again", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Lets_units_of_any_origin_fetch_and_units_of_the_content_origin_call_the_store(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Au.Course()));
        var (_, query) = await launch.Redirect();

        var fetch = new HttpRequestMessage(HttpMethod.Post, query["fetch"]!) { Headers = { { "Origin", "https://units.example" } } };
        var store = new HttpRequestMessage(HttpMethod.Options, "/xapi/statements") { Headers = { { "Origin", lrs.Content.GetLeftPart(UriPartial.Authority) }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type,x-experience-api-version" } } };

        Assert.Equal("*", (await lrs.ClientWith(null, "").SendAsync(fetch)).Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(lrs.Content.GetLeftPart(UriPartial.Authority), (await lrs.ClientWith(null, "").SendAsync(store)).Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory, EveryDatabase]
    public async Task Again_abandons_the_open_session(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, course);
        await au.Say("initialized");

        var again = await au.Launch.Again(course);

        Assert.Equal(["launched", "initialized", "abandoned", "launched"], await au.Launch.Verbs());
        var abandoned = await au.Launch.Statement("abandoned");
        Assert.Matches("^PT", abandoned.GetProperty("result").GetProperty("duration").GetString());
        Assert.Equal(au.Launch.Session.ToString(), abandoned.GetProperty("context").GetProperty("extensions").GetProperty(Extension + "sessionid").GetString());
        await au.Refused("session.abandoned", 403, au.Statement("terminated"));
        Assert.Equal(HttpStatusCode.Forbidden, (await au.Http.GetAsync(au.State("LMS.LaunchData"))).StatusCode);
        await (await Au.Open(lrs, again)).Say("initialized");
    }

    [Theory, EveryDatabase]
    public async Task From_the_used_page_opens_a_new_session(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized", "terminated");

        var answer = await lrs.ClientWith(null, "").PostAsync(au.Launch.Url, null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.NotEqual(au.Launch.Url, answer.Headers.Location);
        Assert.Equal(["launched", "initialized", "terminated", "launched"], await au.Launch.Verbs());
    }

    [Theory, EveryDatabase]
    public async Task Gives_a_learner_known_by_an_address_an_account_that_says_nothing_about_them(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        const string Mail = """{"name":"Ada Lovelace","mbox":"mailto:ada@example.org"}""";

        var au = await Au.Open(lrs, await Launch.Of(lrs, course, learner: Mail));
        await au.Say("initialized");
        var again = await au.Launch.Again(course, learner: Mail);

        var actor = JsonDocument.Parse(au.Query["actor"]!).RootElement;
        Assert.Equal("https://lrs.example/t/default/learners", actor.GetProperty("account").GetProperty("homePage").GetString());
        Assert.DoesNotContain("example.org", au.Query["actor"], StringComparison.Ordinal);
        Assert.False(actor.TryGetProperty("mbox", out _));
        Assert.Equal(au.Launch.Registration, again.Registration);
    }

    [Theory, EveryDatabase]
    public async Task Hands_over_both_entitlement_keys_and_the_launch_parameters(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var package = Courses.Package.Of("cmi5.xml", Courses.Package.Structure("index.html").Replace(
            "</url>", "</url><launchParameters> speed=2 </launchParameters><entitlementKey>from-the-course</entitlementKey>", StringComparison.Ordinal));

        var course = await lrs.Course(package);
        var au = await Au.Open(lrs, await Launch.Of(lrs, course, ",\"entitlementKey\":\"from-the-office\""));

        var data = await TestLrs.Read(await au.Http.GetAsync(au.State("LMS.LaunchData")));
        Assert.Equal("""{"courseStructure":"from-the-course","alternate":"from-the-office"}""", data.GetProperty("entitlementKey").ToString());
        Assert.Equal("speed=2", data.GetProperty("launchParameters").GetString());
        Assert.Equal("speed=2", (await au.Launch.Statement("launched")).GetProperty("context").GetProperty("extensions").GetProperty(Extension + "launchparameters").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await Launch.Try(lrs, course, $$"""{"learner":{{Launch.Ada}},"entitlementKey":7}""")).StatusCode);
        var plain = await Au.Open(lrs, await lrs.Course(Au.Course()));
        Assert.False((await TestLrs.Read(await plain.Http.GetAsync(plain.State("LMS.LaunchData")))).TryGetProperty("entitlementKey", out _));
    }

    [Theory, EveryDatabase]
    public async Task Lets_no_unit_begin_before_it_has_read_the_learners_preferences(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, await Launch.Of(lrs, course), readsPreferences: false);

        await au.Refused("preferences.first", 403, au.Statement("initialized"));
        Assert.Equal(HttpStatusCode.Forbidden, (await au.Http.GetAsync(au.Preferences(Launch.Bob))).StatusCode);
        await au.Refused("preferences.first", 403, au.Statement("initialized"));
        await au.Http.GetAsync(au.Preferences());
        await au.Say("initialized");

        var second = await Au.Open(lrs, await au.Launch.Again(course), readsPreferences: false);
        await second.Refused("preferences.first", 403, second.Statement("initialized"));
    }

    [Theory, EveryDatabase]
    public async Task Keeps_the_activity_id_and_the_registration_over_launches(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var first = await Au.Open(lrs, course);

        var second = await Au.Open(lrs, await first.Launch.Again(course));

        Assert.Equal((first.Query["activityId"], first.Query["registration"]), (second.Query["activityId"], second.Query["registration"]));
        Assert.NotEqual("https://example.com/au/1", first.Query["activityId"]);
        Assert.NotEqual(first.Launch.Session, second.Launch.Session);
    }

    [Theory, EveryDatabase]
    public async Task Measures_an_abandoned_session_from_launched_to_the_last_statement(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, course);
        await au.Say("initialized");
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            work => work.Run("UPDATE launch_session SET created = @then WHERE tenant = @tenant", ("@then", DateTimeOffset.UtcNow - TimeSpan.FromMinutes(10))),
            CancellationToken.None);

        await au.Launch.Again(course);

        var length = System.Xml.XmlConvert.ToTimeSpan((await au.Launch.Statement("abandoned")).GetProperty("result").GetProperty("duration").GetString()!);
        Assert.InRange(length, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.1));
    }

    [Theory, EveryDatabase]
    public async Task Tells_authors_what_a_unit_asked_and_what_came_of_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized");
        await au.Refused("verb", 403, au.Statement("launched"));

        var calls = new List<JsonElement>();
        for (var tries = 0; calls.Count < 3 && tries < 100; tries++)
        {
            await Task.Delay(100);
            calls = [.. (await lrs.Get($"/api/registrations/{au.Launch.Registration}/calls")).GetProperty("batches").EnumerateArray().SelectMany(batch => batch.GetProperty("calls").EnumerateArray())];
        }

        Assert.Equal(
            [("GET /xapi/agents/profile", "200"), ("POST /xapi/statements", "200"), ("POST /xapi/statements", "403")],
            calls.Select(call => (call.GetProperty("call").GetString()!, call.GetProperty("result").GetString()!)));
        Assert.Equal("profileId=cmi5LearnerPreferences", calls[0].GetProperty("arguments")[0].GetString());
        Assert.Equal(403, calls[2].GetProperty("error").GetInt32());
    }
}
