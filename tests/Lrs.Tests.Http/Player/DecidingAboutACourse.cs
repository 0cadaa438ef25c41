using System.Net;
using System.Text;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class DecidingAboutACourse
{
    [Theory, EveryDatabase]
    public async Task Settings_are_as_usual_until_somebody_decides(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);

        Assert.Equal("""{"restart":"never","completion":"status","completionSeconds":null,"window":"frame"}""", (await lrs.Get($"/api/courses/{course}/settings")).ToString());
        var put = await Put(lrs, course, """{"restart":"notComplete","completion":"seconds","completionSeconds":90,"window":"popup"}""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("""{"restart":"notComplete","completion":"seconds","completionSeconds":90,"window":"popup"}""", (await lrs.Get($"/api/courses/{course}/settings")).ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await Put(lrs, Guid.NewGuid(), "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").GetAsync($"/api/courses/{course}/settings")).StatusCode);
    }

    [Fact]
    public async Task Each_wrong_setting_is_named()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var course = await lrs.Course(Launches.OneUnit);
        var cmi5 = await lrs.Course(Package.Cmi5);

        foreach (var (body, rule) in new[]
        {
            ("""{"restart":"sometimes"}""", "settings.restart"),
            ("""{"completion":"Launch"}""", "settings.completion"),
            ("""{"completion":"seconds"}""", "settings.completionSeconds"),
            ("""{"completion":"seconds","completionSeconds":0}""", "settings.completionSeconds"),
            ("""{"window":"tab"}""", "settings.window"),
            ("""{"colour":"red"}""", "settings.unknown"),
            ("[]", "settings.json"),
            ("{", "settings.json"),
        })
        {
            var answer = await Put(lrs, course, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(rule, (await TestLrs.Read(answer)).GetProperty("faults")[0].GetProperty("rule").GetString());
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Put(lrs, cmi5, """{"completion":"launch"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Put(lrs, cmi5, """{"restart":"always"}""")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_registration_stays_with_its_version_or_begins_anew_by_the_rule(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (rule, status, restarts) in new[]
        {
            ("never", "incomplete", false),
            ("notComplete", "incomplete", true),
            ("notComplete", "completed", false),
            ("complete", "completed", true),
            ("complete", "incomplete", false),
            ("passed", "passed", true),
            ("passed", "failed", false),
            ("failed", "failed", true),
            ("always", "incomplete", true),
        })
        {
            var package = Identified($"{rule}-{status}");
            var course = await lrs.Course(package);
            await Put(lrs, course, $$"""{"restart":"{{rule}}"}""");
            var first = await Launch.Of(lrs, course);
            await first.Start();
            await first.Commit(1, $$$"""{"core":{"lesson_status":"{{{status}}}"}}""", terminate: true);

            Assert.Equal(first.Registration, (await first.Again(course)).Registration);
            await lrs.Course(package.With("more.html", "x"));
            var second = await first.Again(course);

            Assert.True(restarts == (second.Registration != first.Registration), $"{rule} {status}");
            var (old, now) = (await first.State(), await second.State());
            Assert.Equal(restarts ? 2 : 1, now.GetProperty("version").GetInt32());
            Assert.Equal(1, old.GetProperty("version").GetInt32());
            Assert.Equal(restarts, old.TryGetProperty("continuedAs", out var next));
            if (restarts)
            {
                Assert.Equal(second.Registration, next.GetGuid());
                Assert.Equal("unknown", now.GetProperty("completion").GetString());
                Assert.Equal(second.Registration, (await first.Again(course)).Registration);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Complete_by_launch_needs_no_word_of_content(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        await Put(lrs, course, """{"completion":"launch"}""");
        var launch = await Launch.Of(lrs, course);

        await launch.Start();
        await launch.Commit(1, """{"core":{"lesson_status":"incomplete"}}""");
        await launch.Commit(2, """{"core":{"lesson_status":"completed"}}""", terminate: true);

        Assert.Equal(["completed", "completed", "initialized", "terminated"], await launch.Verbs());
        Assert.Equal("completed", (await launch.State()).GetProperty("completion").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Never_complete_takes_no_word_of_content_for_it_and_a_pass_stays_a_pass(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        await Put(lrs, course, """{"completion":"never"}""");
        var launch = await Launch.Of(lrs, course);

        await launch.Start();
        await launch.Commit(1, """{"core":{"lesson_status":"passed"}}""", terminate: true);

        Assert.Equal(["initialized", "passed", "terminated", "passed"], await launch.Verbs());
        var state = await launch.State();
        Assert.Equal(("incomplete", "passed"), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task Complete_by_time_is_measured_on_the_server(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        await Put(lrs, course, """{"completion":"seconds","completionSeconds":60}""");
        var launch = await Launch.Of(lrs, course);
        await launch.Start();
        await launch.Commit(1, """{"core":{"lesson_status":"completed"}}""");

        Assert.InRange(await Waited(lrs, launch), 50, 60);
        Assert.Equal("incomplete", (await launch.State()).GetProperty("completion").GetString());
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            work => work.Run("UPDATE launch_session SET started = @then WHERE tenant = @tenant", ("@then", DateTimeOffset.UtcNow - TimeSpan.FromSeconds(61))),
            CancellationToken.None);

        Assert.Equal(0, await Waited(lrs, launch));
        Assert.Equal(0, await Waited(lrs, launch));
        Assert.Equal(["initialized", "completed", "completed"], await launch.Verbs());
        Assert.Equal("completed", (await launch.State()).GetProperty("completion").GetString());
    }

    [Theory, EveryDatabase]
    public async Task A_preview_records_nothing_and_is_no_learners_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var scorm = await lrs.Course(Launches.OneUnit);
        var cmi5 = await lrs.Course(Au.Course());

        var launch = await Launch.Of(lrs, scorm, ",\"preview\":true");
        await launch.Start();
        await launch.Commit(1, """{"suspend_data":"here","core":{"lesson_status":"passed","exit":"suspend"}}""", terminate: true);
        Assert.Contains("Preview: nothing is recorded", await (await launch.Open()).Content.ReadAsStringAsync());
        Assert.Equal("here", (await launch.Start()).GetProperty("cmi.suspend_data").GetString());
        Assert.Equal(("passed", true), ((await launch.State()).GetProperty("success").GetString(), (await launch.State()).GetProperty("preview").GetBoolean()));

        var au = await Au.Open(lrs, cmi5, ",\"preview\":true");
        await au.Say("initialized", "completed", "passed");
        await au.Refused("verb.twice", 403, au.Statement("passed"));
        Assert.True((await au.Launch.State()).GetProperty("satisfied").GetBoolean());
        await lrs.Post($"/api/registrations/{au.Launch.Registration}/abandon", "");

        Assert.Empty((await lrs.Get("/xapi/statements")).GetProperty("statements").EnumerateArray());
        var learner = await Launch.Try(lrs, scorm, $$"""{"learner":{{Launch.Ada}},"registration":"{{launch.Registration}}"}""");
        Assert.Equal(HttpStatusCode.BadRequest, learner.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Calls_of_content_are_told_to_whoever_asks_for_them_in_order(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await launch.Start();
        Task<HttpResponseMessage> Note(string body) => lrs.ClientWith(null, "").PostAsync(new Uri(launch.Url, "rt/calls"), TestLrs.Json(body));

        Assert.Equal(HttpStatusCode.NoContent, (await Note("""{"calls":[{"at":12,"call":"LMSInitialize","arguments":[""],"result":"true","error":0}]}""")).StatusCode);
        var first = await lrs.Get($"/api/registrations/{launch.Registration}/calls");
        Assert.Equal(HttpStatusCode.NoContent, (await Note($$"""{"calls":[{"at":13.5,"call":"LMSSetValue","arguments":["cmi.suspend_data","{{new string('x', 5000)}}"],"result":"false","error":405}]}""")).StatusCode);
        var second = await lrs.Get($"/api/registrations/{launch.Registration}/calls?after={first.GetProperty("next").GetString()}");

        Assert.Equal("LMSInitialize", first.GetProperty("batches")[0].GetProperty("calls")[0].GetProperty("call").GetString());
        var call = Assert.Single(second.GetProperty("batches").EnumerateArray()).GetProperty("calls")[0];
        Assert.Equal(405, call.GetProperty("error").GetInt32());
        Assert.EndsWith("(5,000 characters)", call.GetProperty("arguments")[1].GetString());
        Assert.Empty((await lrs.Get($"/api/registrations/{launch.Registration}/calls?after={second.GetProperty("next").GetString()}")).GetProperty("batches").EnumerateArray());
        foreach (var odd in new[] { "{}", "no json", """{"calls":[]}""", """{"calls":[{"at":1}]}""", """{"calls":[null]}""", """{"calls":"x"}""" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Note(odd)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/api/registrations/{Guid.NewGuid()}/calls")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").GetAsync($"/api/registrations/{launch.Registration}/calls")).StatusCode);
    }

    private static Package Identified(string name) => Package.Of("imsmanifest.xml", Encoding.UTF8.GetString(Launches.OneUnit.Files["imsmanifest.xml"]).Replace("\"M12\"", $"\"{name}\"", StringComparison.Ordinal));

    private static Task<HttpResponseMessage> Put(TestLrs lrs, Guid course, string body) => lrs.Http.PutAsync($"/api/courses/{course}/settings", TestLrs.Json(body));

    private static async Task<int> Waited(TestLrs lrs, Launch launch) =>
        (await TestLrs.Read(await lrs.ClientWith(null, "").PostAsync(new Uri(launch.Url, "rt/waited"), null))).GetProperty("left").GetInt32();
}
