using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class MovingOn
{
    private const string SessionId = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";

    [Theory, EveryDatabase]
    public async Task Is_judged_by_the_units_criterion(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (criterion, before, met) in new[]
        {
            ("Passed", "completed", "passed"),
            ("Completed", "passed", "completed"),
            ("CompletedAndPassed", "completed", "passed"),
            ("CompletedOrPassed", "failed", "completed"),
            ("CompletedOrPassed", "", "passed"),
        })
        {
            var course = await lrs.Course(Au.Course(criterion).With("criterion.txt", criterion));
            var au = await Au.Open(lrs, course);
            await au.Say("initialized");
            if (before.Length > 0)
            {
                await au.Say(before);
            }

            Assert.DoesNotContain("satisfied", await au.Launch.Verbs());
            await au.Say(met);
            Assert.Equal(["satisfied", "satisfied"], (await au.Launch.Verbs())[^2..]);
            await au.Say("terminated");

            var satisfied = (await au.Launch.Statements()).Where(statement => Launch.VerbOf(statement) == "satisfied").ToList();
            Assert.Equal(
                ["https://w3id.org/xapi/cmi5/activitytype/block", "https://w3id.org/xapi/cmi5/activitytype/course"],
                satisfied.Select(statement => statement.GetProperty("object").GetProperty("definition").GetProperty("type").GetString()));
            Assert.Equal(["https://example.com/block", "https://example.com/course"], satisfied.Select(statement => statement.GetProperty("context").GetProperty("contextActivities").GetProperty("grouping")[0].GetProperty("id").GetString()));
            Assert.StartsWith($"https://lrs.example/t/default/courses/{course}/", satisfied[0].GetProperty("object").GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Equal($"https://lrs.example/t/default/courses/{course}", satisfied[1].GetProperty("object").GetProperty("id").GetString());
            Assert.All(satisfied, statement => Assert.Equal(au.Launch.Session.ToString(), Session(statement)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Without_a_criterion_is_done_at_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var launch = await Launch.Of(lrs, await lrs.Course(Au.Course(moveOn: null)));

        Assert.Equal(["satisfied", "satisfied", "launched"], await launch.Verbs());
        var sessions = (await launch.Statements()).Select(Session).ToList();
        Assert.Equal(sessions[0], sessions[1]);
        Assert.NotEqual(sessions[1], sessions[2]);
        Assert.True((await launch.State()).GetProperty("satisfied").GetBoolean());
    }

    [Theory, EveryDatabase]
    public async Task By_a_waiver_needs_a_reason_and_happens_once(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Au.Course()));
        var unit = (await launch.State()).GetProperty("units")[0].GetProperty("unit").GetGuid();
        Task<HttpResponseMessage> Waive(string body) => lrs.Post($"/api/registrations/{launch.Registration}/waive", body);

        Assert.Equal(HttpStatusCode.BadRequest, (await Waive($$"""{"unit":"{{unit}}","reason":"Because"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Waive("""{"reason":"Administrative"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Waive("""{"unit":4,"reason":"Administrative"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Waive($$"""{"unit":"{{unit}}","reason":"Tested Out"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Waive("""{"unit":0,"reason":"Administrative"}""")).StatusCode);

        Assert.Equal(["launched", "waived", "satisfied", "satisfied"], await launch.Verbs());
        var waived = await launch.Statement("waived");
        Assert.True(waived.GetProperty("result").GetProperty("success").GetBoolean() && waived.GetProperty("result").GetProperty("completion").GetBoolean());
        Assert.Equal("Tested Out", waived.GetProperty("result").GetProperty("extensions").GetProperty("https://w3id.org/xapi/cmi5/result/extensions/reason").GetString());
        Assert.Equal(
            ["https://w3id.org/xapi/cmi5/context/categories/cmi5", "https://w3id.org/xapi/cmi5/context/categories/moveon"],
            waived.GetProperty("context").GetProperty("contextActivities").GetProperty("category").EnumerateArray().Select(activity => activity.GetProperty("id").GetString()));
        var sessions = (await launch.Statements()).Select(Session).ToList();
        Assert.NotEqual(sessions[0], sessions[1]);
        Assert.Equal([sessions[1], sessions[1]], sessions[2..]);
        Assert.Equal("Tested Out", (await launch.State()).GetProperty("units")[0].GetProperty("waivedReason").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Is_over_when_somebody_abandons_the_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized");
        var scorm = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await scorm.Start();
        await scorm.Commit(1, """{"core":{"lesson_status":"incomplete"}}""");

        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Post($"/api/registrations/{au.Launch.Registration}/abandon", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lrs.Post($"/api/registrations/{au.Launch.Registration}/abandon", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Post($"/api/registrations/{scorm.Registration}/abandon", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Post($"/api/registrations/{Guid.NewGuid()}/abandon", "")).StatusCode);

        Assert.Equal(["launched", "initialized", "abandoned"], await au.Launch.Verbs());
        await au.Refused("session.abandoned", 403, au.Statement("terminated"));
        Assert.Equal(["initialized", "abandoned"], await scorm.Verbs());
        Assert.Equal(HttpStatusCode.NotFound, (await scorm.TryCommit(2, """{"runtimeData":{"cmi":{}}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await scorm.Open()).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Is_over_a_day_after_the_launch(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized");
        var scorm = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await scorm.Start();
        await scorm.Commit(1, """{"suspend_data":"there","core":{"lesson_status":"incomplete"}}""");
        var sweeper = lrs.Services.GetRequiredService<Lrs.Server.Player.SessionSweeper>();
        Assert.Equal(0, await sweeper.Sweep(CancellationToken.None));
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            work => work.Run("UPDATE launch_session SET created = @then WHERE tenant = @tenant", ("@then", DateTimeOffset.UtcNow - TimeSpan.FromHours(25))),
            CancellationToken.None);

        Assert.Equal(2, await sweeper.Sweep(CancellationToken.None));
        Assert.Equal(0, await sweeper.Sweep(CancellationToken.None));

        Assert.Equal(["launched", "initialized", "abandoned"], await au.Launch.Verbs());
        Assert.Equal(["initialized", "abandoned"], await scorm.Verbs());
        await au.Refused("session.abandoned", 403, au.Statement("terminated"));
        Assert.Equal("there", (await scorm.Start()).GetProperty("cmi.suspend_data").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Counts_for_xapi_packages_by_what_they_say_of_their_own_activity(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Package.TinCan));
        var (_, query) = await launch.Redirect();
        var http = lrs.ClientWith(null, "");
        http.DefaultRequestHeaders.Add("Authorization", query["auth"]);
        string Said(string verb, string actor) => $$$"""{"actor":{{{actor}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/{{{verb}}}"},"object":{"id":"{{{query["activity_id"]}}}"},"result":{"score":{"scaled":0.7}},"context":{"registration":"{{{query["registration"]}}}"} }""";

        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync("/xapi/statements", TestLrs.Json(Said("passed", Launch.Bob)))).StatusCode);
        Assert.Equal("https://example.com/tincan", query["activity_id"]);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/xapi/statements", TestLrs.Json(Said("passed", query["actor"]!)))).StatusCode);

        var state = await launch.State();
        Assert.Equal(("completed", "passed", 0.7m), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString(), state.GetProperty("score").GetProperty("scaled").GetDecimal()));
    }

    private static string? Session(JsonElement statement) => statement.GetProperty("context").GetProperty("extensions").GetProperty(SessionId).GetString();
}
