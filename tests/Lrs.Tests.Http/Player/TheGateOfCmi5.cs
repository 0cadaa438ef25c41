using System.Net;
using System.Text.Json.Nodes;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class TheGateOfCmi5
{
    private const string MoveOn = "https://w3id.org/xapi/cmi5/context/categories/moveon";

    [Theory, EveryDatabase]
    public async Task Takes_a_session_as_it_should_be(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));

        await au.Say("initialized");
        Assert.Equal(HttpStatusCode.OK, (await au.Send(au.Allowed())).StatusCode);
        await au.Say("completed", "passed", "terminated");

        Assert.Equal(["launched", "initialized", "experienced", "completed", "passed", "satisfied", "satisfied", "terminated"], await au.Launch.Verbs());
        var state = await au.Launch.State();
        Assert.Equal(("completed", "passed", true), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString(), state.GetProperty("satisfied").GetBoolean()));
    }

    [Theory, EveryDatabase]
    public async Task Refuses_what_is_not_this_learners_session(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, course);
        var other = await Launch.Of(lrs, course);
        await au.Say("initialized");

        await au.Refused("id", 400, With(au.Allowed(), one => one.Remove("id")));
        await au.Refused("timestamp", 400, With(au.Allowed(), one => one.Remove("timestamp")));
        await au.Refused("timestamp.utc", 400, With(au.Allowed(), one => one["timestamp"] = "2026-11-24T10:00:00+01:00"));
        await au.Refused("actor", 403, With(au.Allowed(), one => one["actor"] = JsonNode.Parse(Launch.Bob)));
        await au.Refused("context", 403, With(au.Allowed(), one => one.Remove("context")));
        await au.Refused("registration", 403, With(au.Allowed(), one => one["context"]!.AsObject().Remove("registration")));
        await au.Refused("registration", 403, With(au.Allowed(), one => one["context"]!["registration"] = other.Registration.ToString()));
        await au.Refused("session.id", 403, With(au.Allowed(), one => one["context"]!["extensions"]!["https://w3id.org/xapi/cmi5/context/extensions/sessionid"] = other.Session.ToString()));
        await au.Refused("session.id", 403, With(au.Allowed(), one => one["context"]!.AsObject().Remove("extensions")));
        await au.Refused("context.template", 403, With(au.Allowed(), one => one["context"]!["contextActivities"]!.AsObject().Remove("grouping")));
        await au.Refused("context.template", 403, With(au.Statement("completed"), one => one["context"]!["contextActivities"]!["grouping"]![0]!["id"] = "https://example.com/au/2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await au.Send(With(au.Allowed(), one =>
        {
            one["verb"]!["id"] = Some.Voided;
            one["object"] = JsonNode.Parse($$"""{"objectType":"StatementRef","id":"{{Guid.NewGuid()}}"}""");
            one["context"]!.AsObject().Remove("contextActivities");
        }))).StatusCode);
        Assert.Equal(["launched", "initialized"], await au.Launch.Verbs());
    }

    [Theory, EveryDatabase]
    public async Task Keeps_the_order_of_a_session(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));

        await au.Refused("first", 403, au.Allowed());
        await au.Refused("first", 403, au.Statement("completed"));
        await au.Refused("first", 403, au.Allowed(), au.Statement("initialized"));
        await au.Say("initialized");
        await au.Refused("verb.twice", 403, au.Statement("initialized"));
        await au.Refused("verb.twice", 403, au.Statement("completed"), au.Statement("completed"));
        await au.Refused("verb", 403, au.Statement("satisfied"));
        await au.Refused("verb", 403, au.Statement("launched"));
        await au.Refused("object", 403, With(au.Statement("completed"), one => one["object"]!["id"] = "https://example.com/au/1"));
        var early = au.Allowed();
        await au.Say("terminated");
        Assert.Equal(HttpStatusCode.OK, (await au.Send(early)).StatusCode);
        await au.Refused("session.terminated", 403, au.Statement("completed"));
        await au.Refused("session.terminated", 403, With(au.Allowed(), one => one["timestamp"] = "2099-01-01T00:00:00Z"));
        Assert.Equal(["launched", "initialized", "terminated", "experienced"], await au.Launch.Verbs());
    }

    [Theory, EveryDatabase]
    public async Task Judges_once_in_a_session_and_passes_once_in_a_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var first = await Au.Open(lrs, course);
        await first.Say("initialized", "failed");
        await first.Refused("judged.twice", 403, first.Statement("passed"));
        await first.Say("terminated");

        var second = await Au.Open(lrs, await first.Launch.Again(course));
        await second.Say("initialized", "completed", "passed");
        await second.Refused("judged.twice", 403, second.Statement("failed"));
        await second.Say("terminated");

        var third = await Au.Open(lrs, await first.Launch.Again(course));
        await third.Say("initialized");
        await third.Refused("completed.twice", 403, third.Statement("completed"));
        await third.Refused("passed.twice", 403, third.Statement("passed"));
        await third.Refused("failed.after.passed", 403, third.Statement("failed"));
    }

    [Theory, EveryDatabase]
    public async Task Checks_results(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized");

        await au.Refused("score", 403, With(au.Statement("completed"), one => one["result"]!["score"] = new JsonObject { ["scaled"] = 1 }));
        await au.Refused("score.raw", 403, With(au.Statement("passed"), one => one["result"]!["score"]!.AsObject().Remove("max")));
        await au.Refused("mastery", 403, With(au.Statement("passed"), one => one["result"]!["score"]!["scaled"] = 0.79));
        await au.Refused("mastery", 403, With(au.Statement("failed"), one => one["result"]!["score"]!["scaled"] = 0.8));
        await au.Refused("mastery.extension", 403, With(au.Statement("passed"), one => one["context"]!["extensions"]!.AsObject().Remove("https://w3id.org/xapi/cmi5/context/extensions/masteryscore")));
        await au.Refused("success", 403, With(au.Statement("passed"), one => one["result"]!["success"] = false));
        await au.Refused("success", 403, With(au.Statement("failed"), one => one["result"]!.AsObject().Remove("success")));
        await au.Refused("success", 403, With(au.Statement("completed"), one => one["result"]!["success"] = true));
        await au.Refused("completion", 403, With(au.Statement("completed"), one => one["result"]!["completion"] = false));
        await au.Refused("completion", 403, With(au.Statement("passed"), one => one["result"]!["completion"] = true));
        foreach (var verb in new[] { "completed", "passed", "failed", "terminated" })
        {
            await au.Refused("duration", 403, With(au.Statement(verb), one => one["result"]!.AsObject().Remove("duration")));
        }

        await au.Refused("moveon.category", 403, With(au.Statement("passed"), one => one["context"]!["contextActivities"]!["category"]!.AsArray().RemoveAt(1)));
        await au.Refused("moveon.category", 403, With(au.Statement("terminated"), one => one["context"]!["contextActivities"]!["category"]!.AsArray().Add(new JsonObject { ["id"] = MoveOn })));
        await au.Refused("moveon.category", 403, With(au.Allowed(), one => one["context"]!["contextActivities"]!["category"] = new JsonArray(new JsonObject { ["id"] = MoveOn })));
        Assert.Equal(["launched", "initialized"], await au.Launch.Verbs());
    }

    [Theory, EveryDatabase]
    public async Task Lets_nothing_count_in_browse_and_review(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        foreach (var mode in new[] { "Browse", "Review" })
        {
            var au = await Au.Open(lrs, course, $",\"mode\":\"{mode}\"");
            await au.Say("initialized");
            foreach (var verb in new[] { "completed", "passed", "failed" })
            {
                await au.Refused("launch.mode", 403, au.Statement(verb));
            }

            await au.Say("terminated");
        }
    }

    [Theory, EveryDatabase]
    public async Task Opens_this_learners_documents_only(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, course);
        var bob = await Launch.Of(lrs, course, learner: Launch.Bob);
        const string Preferences = """{"languagePreference":"cy-GB,en","audioPreference":"off"}""";

        Assert.Equal(HttpStatusCode.NoContent, (await au.Http.PutAsync(au.State("bookmark"), TestLrs.Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await au.Put(au.Preferences(), Preferences)).StatusCode);
        foreach (var refused in new[]
        {
            await au.Put(au.State("LMS.LaunchData"), "{}"),
            await au.Http.PostAsync(au.State("LMS.LaunchData"), TestLrs.Json("{}")),
            await au.Http.DeleteAsync(au.State("LMS.LaunchData")),
            await au.Http.DeleteAsync(au.State("LMS.LaunchData").Replace("stateId=LMS.LaunchData&", "", StringComparison.Ordinal)),
            await au.Http.GetAsync(au.State("LMS.LaunchData", agent: Launch.Bob, registration: bob.Registration)),
            await au.Http.GetAsync(au.State("LMS.LaunchData", registration: bob.Registration)),
            await au.Http.GetAsync(au.State("bookmark", withRegistration: false)),
            await au.Http.GetAsync(au.Preferences(Launch.Bob)),
            await au.Http.DeleteAsync(au.Preferences()),
        })
        {
            Assert.True(refused.StatusCode is HttpStatusCode.Forbidden, $"{refused.RequestMessage!.Method} {refused.RequestMessage.RequestUri}: {(int)refused.StatusCode}");
        }

        foreach (var wrong in new[] { "[]", "no json", """{"languagePreference":"en"}""", """{"languagePreference":"English","audioPreference":"loud"}""", """{"languagePreference":"e n","audioPreference":"on"}""" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await au.Put(au.Preferences(), wrong)).StatusCode);
        }

        Assert.Equal(Preferences, await (await au.Http.GetAsync(au.Preferences())).Content.ReadAsStringAsync());
    }

    [Theory, EveryDatabase]
    public async Task Shows_a_unit_no_statements_but_its_own(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Au.Course());
        var au = await Au.Open(lrs, course);
        var bob = await Au.Open(lrs, await Launch.Of(lrs, course, learner: Launch.Bob));
        await au.Say("initialized");
        await bob.Say("initialized");

        var seen = await TestLrs.Read(await au.Http.GetAsync("/xapi/statements"));

        Assert.Equal("initialized", Launch.VerbOf(Assert.Single(seen.GetProperty("statements").EnumerateArray())));
        Assert.Equal(au.Launch.Registration, seen.GetProperty("statements")[0].GetProperty("context").GetProperty("registration").GetGuid());
        Assert.NotEqual(HttpStatusCode.OK, (await au.Http.GetAsync($"/api/registrations/{au.Launch.Registration}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await au.Http.GetAsync("/api/courses")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Refuses_a_context_that_writes_over_the_template(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var au = await Au.Open(lrs, await lrs.Course(Au.Course()));
        await au.Say("initialized");
        const string SessionId = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";

        foreach (var statement in new Func<JsonObject>[] { au.Allowed, () => au.Statement("completed") })
        {
            await au.Refused("session.id", 403, With(statement(), one => one["context"]!["extensions"]![SessionId] = au.Launch.Session.ToString().ToUpperInvariant()));
            await au.Refused("session.id", 403, With(statement(), one => one["context"]!["extensions"]![SessionId] = new JsonObject { ["id"] = au.Launch.Session.ToString() }));
            await au.Refused("context.template", 403, With(statement(), one => one["context"]!["contextActivities"]!["grouping"] = new JsonArray()));
            await au.Refused("context.template", 403, With(statement(), one =>
            {
                var activities = one["context"]!["contextActivities"]!.AsObject();
                activities["other"] = activities["grouping"]!.DeepClone();
                activities.Remove("grouping");
            }));
        }

        var more = With(au.Allowed(), one =>
        {
            one["context"]!["contextActivities"]!["grouping"]!.AsArray().Insert(0, new JsonObject { ["id"] = "https://example.com/more" });
            one["context"]!["extensions"]!["https://example.com/more"] = 1;
        });
        Assert.Equal(HttpStatusCode.OK, (await au.Send(more)).StatusCode);
    }

    private static JsonObject With(JsonObject statement, Action<JsonObject> change)
    {
        change(statement);
        return statement;
    }
}
