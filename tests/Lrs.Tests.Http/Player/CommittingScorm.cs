using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class CommittingScorm
{
    private const string Running = """{"suspend_data":"","core":{"lesson_status":"incomplete","exit":"","session_time":"00:00:00","score":{"raw":"","min":"","max":"100"}}}""";

    private const string Answers = """
        {"0":{"id":"q1","type":"choice","student_response":"a,c","correct_responses":{"0":{"pattern":"a,b"},"1":{"pattern":"{b,a}"}},"result":"wrong","latency":"0000:00:12.50"},
         "1":{"id":"q 2","type":"true-false","student_response":"t","correct_responses":{"0":{"pattern":"t"}},"result":"correct","latency":""},
         "2":{"id":"q3","type":"matching","student_response":"1.a,2.b","correct_responses":{},"result":"neutral","latency":""},
         "3":{"id":"q4","type":"numeric","student_response":"7","correct_responses":{},"result":"0.5","latency":""}}
        """;

    [Theory, EveryDatabase]
    public async Task Makes_statements_of_the_scorm_profile(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course);
        var start = await launch.Start();
        Assert.Equal("ab-initio", start.GetProperty("cmi.core.entry").GetString());
        Assert.Equal("80", start.GetProperty("cmi.student_data.mastery_score").GetString());
        Assert.Equal("start=1", start.GetProperty("cmi.launch_data").GetString());
        Assert.Equal("Ada Lovelace", start.GetProperty("cmi.core.student_name").GetString());
        Assert.DoesNotContain("pc1234", start.ToString(), StringComparison.Ordinal);

        await launch.Commit(1, Running);
        await launch.Commit(2, $$"""{"core":{"lesson_status":"passed","exit":"","session_time":"00:00:01","score":{"raw":"90","min":"0","max":"100"} },"interactions":{{Answers}} }""", terminate: true);

        Assert.Equal(
            ["initialized", "responded", "responded", "responded", "responded", "completed", "passed", "terminated", "completed", "passed"],
            await launch.Verbs());
        var iri = $"https://lrs.example/t/default/courses/{course}";
        var statements = await launch.Statements();
        Assert.All(statements, statement =>
        {
            Assert.Equal("pc1234", statement.GetProperty("actor").GetProperty("account").GetProperty("name").GetString());
            Assert.Equal("https://w3id.org/xapi/scorm", Activities(statement, "category").Single());
            Assert.Equal(launch.Registration, statement.GetProperty("context").GetProperty("registration").GetGuid());
            Assert.Equal("1", statement.GetProperty("context").GetProperty("revision").GetString());
        });

        var first = statements[0];
        Assert.Equal($"{iri}/units/1", first.GetProperty("object").GetProperty("id").GetString());
        Assert.Equal("http://adlnet.gov/expapi/activities/lesson", first.GetProperty("object").GetProperty("definition").GetProperty("type").GetString());
        Assert.Equal(iri, Activities(first, "grouping")[0]);
        Assert.StartsWith($"{iri}/units/1?attemptId=", Activities(first, "grouping")[1], StringComparison.Ordinal);
        Assert.Equal("http://adlnet.gov/expapi/activities/attempt", first.GetProperty("context").GetProperty("contextActivities").GetProperty("grouping")[1].GetProperty("definition").GetProperty("type").GetString());

        var passed = statements[6].GetProperty("result");
        Assert.Equal((0.9m, 90, 0, 100), (Score(passed, "scaled"), Score(passed, "raw"), Score(passed, "min"), Score(passed, "max")));
        Assert.True(passed.GetProperty("success").GetBoolean());
        var end = statements[7].GetProperty("result");
        Assert.True(end.GetProperty("completion").GetBoolean() && end.GetProperty("success").GetBoolean());
        Assert.Matches("^PT[01]", end.GetProperty("duration").GetString());
        Assert.Equal(iri, statements[8].GetProperty("object").GetProperty("id").GetString());
        Assert.Equal(0.9m, Score(statements[8].GetProperty("result"), "scaled"));

        var state = await launch.State();
        Assert.Equal(("completed", "passed"), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString()));
        Assert.Equal(0.9m, state.GetProperty("score").GetProperty("scaled").GetDecimal());
        Assert.Equal(90, state.GetProperty("units")[0].GetProperty("score").GetProperty("raw").GetDecimal());
    }

    [Theory, EveryDatabase]
    public async Task Tells_answers_in_the_form_of_xapi(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course);
        await launch.Start();

        await launch.Commit(1, $$"""{"core":{"lesson_status":"incomplete"},"interactions":{{Answers}} }""");
        await launch.Commit(2, $$"""{"core":{"lesson_status":"incomplete"},"interactions":{{Answers}} }""");

        var answers = (await launch.Statements()).Where(statement => Launch.VerbOf(statement) == "responded").ToList();
        Assert.Equal(4, answers.Count);
        var sco = $"https://lrs.example/t/default/courses/{course}/units/1";
        Assert.Equal([$"{sco}/interactions/q1", $"{sco}/interactions/q%202", $"{sco}/interactions/q3", $"{sco}/interactions/q4"], answers.Select(answer => answer.GetProperty("object").GetProperty("id").GetString()));
        Assert.All(answers, answer => Assert.Equal(sco, Activities(answer, "parent").Single()));
        Assert.All(answers, answer => Assert.Equal("http://adlnet.gov/expapi/activities/cmi.interaction", answer.GetProperty("object").GetProperty("definition").GetProperty("type").GetString()));
        Assert.Equal(["choice", "true-false", "matching", "numeric"], answers.Select(answer => answer.GetProperty("object").GetProperty("definition").GetProperty("interactionType").GetString()));
        Assert.Equal(["a[,]c", "true", "1[.]a[,]2[.]b", "7"], answers.Select(answer => answer.GetProperty("result").GetProperty("response").GetString()));
        Assert.Equal(["a[,]b", "b[,]a"], answers[0].GetProperty("object").GetProperty("definition").GetProperty("correctResponsesPattern").EnumerateArray().Select(pattern => pattern.GetString()));
        Assert.False(answers[0].GetProperty("result").GetProperty("success").GetBoolean());
        Assert.Equal("PT12.5S", answers[0].GetProperty("result").GetProperty("duration").GetString());
        Assert.True(answers[1].GetProperty("result").GetProperty("success").GetBoolean());
        Assert.False(answers[2].GetProperty("result").TryGetProperty("success", out _));
        Assert.Equal(0.5m, Score(answers[3].GetProperty("result"), "raw"));
    }

    [Theory, EveryDatabase]
    public async Task Twice_or_out_of_order_changes_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await launch.Start();
        await launch.Commit(1, Running);
        await launch.Commit(3, """{"suspend_data":"three","core":{"lesson_status":"completed","exit":"suspend"}}""");
        var before = (await launch.Statements()).Count;

        await launch.Commit(3, """{"suspend_data":"again","core":{"lesson_status":"failed","exit":"suspend"}}""", terminate: true);
        await launch.Commit(2, """{"suspend_data":"two","core":{"lesson_status":"incomplete","exit":"suspend"}}""");

        Assert.Equal(before, (await launch.Statements()).Count);
        Assert.Equal("three", (await launch.Start()).GetProperty("cmi.suspend_data").GetString());
    }

    [Theory, EveryDatabase]
    public async Task That_suspends_is_resumed_where_it_was(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course);
        await launch.Start();
        await Task.Delay(1100);
        await launch.Commit(1, """{"suspend_data":"page 7","core":{"lesson_status":"incomplete","lesson_location":"7","exit":"suspend","session_time":"00:00:01","total_time":"99:00:00"}}""", terminate: true);

        var next = await launch.Again(course);
        var start = await next.Start();
        await next.Commit(1, """{"suspend_data":"page 8","core":{"lesson_status":"incomplete","lesson_location":"8","exit":""}}""", terminate: true);
        var last = await launch.Again(course);
        var fresh = await last.Start();
        await last.Commit(1, Running);

        Assert.Equal("resume", start.GetProperty("cmi.core.entry").GetString());
        Assert.Equal("page 7", start.GetProperty("cmi.suspend_data").GetString());
        Assert.Equal("7", start.GetProperty("cmi.core.lesson_location").GetString());
        Assert.Equal("incomplete", start.GetProperty("cmi.core.lesson_status").GetString());
        Assert.Equal("0000:00:01.00", start.GetProperty("cmi.core.total_time").GetString());
        Assert.False(start.TryGetProperty("cmi.core.exit", out _));
        Assert.Equal("ab-initio", fresh.GetProperty("cmi.core.entry").GetString());
        Assert.False(fresh.TryGetProperty("cmi.suspend_data", out _));
        Assert.Equal(["initialized", "suspended", "resumed", "terminated", "initialized"], await launch.Verbs());
        var attempts = (await launch.Statements()).Select(statement => Activities(statement, "grouping")[1]).ToList();
        Assert.Equal(attempts[0], attempts[3]);
        Assert.NotEqual(attempts[3], attempts[4]);
    }

    [Theory, EveryDatabase]
    public async Task That_stops_without_a_word_is_abandoned_and_resumed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course);
        await launch.Start();
        await launch.Commit(1, """{"suspend_data":"page 3","core":{"lesson_status":"incomplete","exit":""}}""");
        var lost = launch.Session;

        var start = await launch.Start();
        await launch.Commit(1, Running);

        Assert.NotEqual(lost, launch.Session);
        Assert.Equal("resume", start.GetProperty("cmi.core.entry").GetString());
        Assert.Equal("page 3", start.GetProperty("cmi.suspend_data").GetString());
        Assert.Equal(["initialized", "abandoned", "resumed"], await launch.Verbs());
        Assert.Equal(HttpStatusCode.Conflict, (await launch.TryCommit(2, """{"runtimeData":{"cmi":{}}}""", session: lost)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task From_a_page_that_closes_comes_in_parts_and_as_text(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await launch.Start();
        await launch.Commit(1, """{"suspend_data":"old","comments":"kept","core":{"lesson_status":"incomplete"}}""");

        var second = await launch.TryCommit(2, """{"part":1,"parts":2,"changes":{"cmi.core.exit":"suspend","cmi.core.lesson_location":"9"}}""", terminate: true, type: "text/plain");
        var open = await launch.Verbs();
        var first = await launch.TryCommit(2, """{"part":0,"parts":2,"changes":{"cmi.suspend_data":"new"}}""", terminate: true, type: "text/plain");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(["initialized", "commented"], open);
        Assert.Equal(["initialized", "commented", "suspended"], await launch.Verbs());
        var start = await launch.Start();
        Assert.Equal(("new", "9", "kept"), (start.GetProperty("cmi.suspend_data").GetString(), start.GetProperty("cmi.core.lesson_location").GetString(), start.GetProperty("cmi.comments").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task After_the_end_is_taken_as_a_last_word_and_no_more(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await launch.Start();
        await launch.Commit(1, """{"suspend_data":"a","core":{"lesson_status":"incomplete","exit":"suspend"}}""", terminate: true);

        await launch.Commit(2, """{"suspend_data":"b","core":{"lesson_status":"incomplete","exit":"suspend"}}""", terminate: true);
        var more = await launch.TryCommit(3, """{"runtimeData":{"cmi":{"suspend_data":"c"}}}""");

        Assert.Equal(HttpStatusCode.Conflict, more.StatusCode);
        Assert.Equal(["initialized", "suspended"], await launch.Verbs());
        Assert.Equal("b", (await launch.Start()).GetProperty("cmi.suspend_data").GetString());
    }

    [Theory, EveryDatabase]
    public async Task In_browse_mode_counts_for_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var launch = await Launch.Of(lrs, course, ",\"mode\":\"Browse\"");

        var start = await launch.Start();
        await launch.Commit(1, """{"suspend_data":"x","core":{"lesson_status":"passed","score":{"raw":"100"}}}""", terminate: true);

        Assert.Equal(("browse", "no-credit"), (start.GetProperty("cmi.core.lesson_mode").GetString(), start.GetProperty("cmi.core.credit").GetString()));
        Assert.Equal(["initialized", "terminated"], await launch.Verbs());
        Assert.Equal("unknown", (await launch.State()).GetProperty("completion").GetString());
        Assert.Equal("ab-initio", (await (await launch.Again(course)).Start()).GetProperty("cmi.core.entry").GetString());
    }

    [Theory, EveryDatabase]
    public async Task In_a_course_of_two_units_completes_the_course_with_the_second(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Package.Scorm12);
        var first = await Launch.Of(lrs, course);
        await first.Start();
        await first.Commit(1, """{"core":{"lesson_status":"passed","score":{"raw":"80","max":"100"}}}""", terminate: true);
        Assert.Equal("incomplete", (await first.State()).GetProperty("completion").GetString());

        var second = await first.Again(course);
        await second.Start();
        await second.Commit(1, """{"core":{"lesson_status":"completed","score":{"raw":"30","min":"0","max":"50"}}}""", terminate: true);

        var state = await first.State();
        Assert.Equal(("completed", "passed", 0.7m), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString(), state.GetProperty("score").GetProperty("scaled").GetDecimal()));
        var whole = (await first.Statements()).Where(statement => statement.GetProperty("object").GetProperty("id").GetString()!.EndsWith(course.ToString(), StringComparison.Ordinal)).Select(Launch.VerbOf);
        Assert.Equal(["completed", "passed"], whole);
    }

    [Theory, EveryDatabase]
    public async Task Of_scorm_2004_makes_the_same_statements(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Package.Scorm2004));
        var start = await launch.Start();
        Assert.Equal(("ab-initio", "PT0S", "normal"), (start.GetProperty("cmi.entry").GetString(), start.GetProperty("cmi.total_time").GetString(), start.GetProperty("cmi.mode").GetString()));

        await launch.Commit(1, """{"completion_status":"incomplete","success_status":"unknown","progress_measure":"0.2","session_time":"PT0H0M0S"}""");
        await launch.Commit(2, """
            {"completion_status":"completed","success_status":"failed","progress_measure":"1","score":{"scaled":"0.25","raw":"1","min":"0","max":"4"},"exit":"",
             "objectives":{"0":{"id":"o 1","success_status":"failed","completion_status":"unknown","score":{"scaled":"0.1"},"description":"Know it"}},
             "comments_from_learner":{"0":{"comment":"Hard!"}},
             "interactions":{"0":{"id":"urn:q:1","type":"long-fill-in","learner_response":"because","correct_responses":{"0":{"pattern":"so"}},"result":"incorrect","latency":"PT1M","description":"Why?"}}}
            """, terminate: true);

        Assert.Equal(
            ["initialized", "progressed", "responded", "failed", "commented", "progressed", "completed", "failed", "terminated", "completed", "failed"],
            await launch.Verbs());
        var answer = await launch.Statement("responded");
        Assert.EndsWith("/interactions/urn%3Aq%3A1", answer.GetProperty("object").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("Why?", answer.GetProperty("object").GetProperty("definition").GetProperty("description").EnumerateObject().Single().Value.GetString());
        var end = (await launch.Statement("terminated")).GetProperty("result");
        Assert.Equal((0.25m, false, true), (Score(end, "scaled"), end.GetProperty("success").GetBoolean(), end.GetProperty("completion").GetBoolean()));
    }

    private static string[] Activities(JsonElement statement, string kind) =>
        [.. statement.GetProperty("context").GetProperty("contextActivities").GetProperty(kind).EnumerateArray().Select(activity => activity.GetProperty("id").GetString()!)];

    private static decimal Score(JsonElement result, string part) => result.GetProperty("score").GetProperty(part).GetDecimal();
}
