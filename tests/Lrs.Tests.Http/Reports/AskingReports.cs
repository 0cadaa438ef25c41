using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using Lrs.Data;
using Microsoft.OData.Edm.Csdl;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class AskingReports
{
    private const string Unit = "https://example.org/courses/1";

    [Theory, EveryDatabase]
    public async Task Metadata_is_what_microsoft_s_reader_takes_and_the_service_document_names_the_sets(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var metadata = await lrs.Http.GetAsync("/odata/$metadata");
        var service = await lrs.Get("/odata/");

        Assert.Equal("application/xml", metadata.Content.Headers.ContentType!.MediaType);
        Assert.Equal("4.0", metadata.Headers.GetValues("OData-Version").Single());
        var read = CsdlReader.TryParse(XmlReader.Create(await metadata.Content.ReadAsStreamAsync()), out var model, out var errors);
        Assert.True(read, string.Join("; ", errors));
        Assert.Equal($"{lrs.App}odata/$metadata", service.GetProperty("@odata.context").GetString());
        string[] sets = ["Statements", "Learners", "Courses", "Units", "Registrations", "Attempts", "Answers", "Verbs", "Activities", "Extensions"];
        Assert.Superset(sets.ToHashSet(), service.GetProperty("value").EnumerateArray().Select(set => set.GetProperty("name").GetString()!).ToHashSet());
    }

    [Theory, EveryDatabase]
    public async Task A_reader_sees_what_it_has_just_written_in_every_set(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(
            verb: Some.Passed,
            activity: Unit,
            more: """ "timestamp":"2026-03-31T22:30:00.123456Z","result":{"score":{"scaled":0.9,"raw":9,"min":0,"max":10},"success":true,"completion":true,"duration":"PT1H2M3.5S"},"context":{"platform":"test","language":"en-GB"},"""));

        var statement = Only(await lrs.Get("/odata/Statements"));
        var attempt = Only(await lrs.Get("/odata/Attempts"));
        var learner = Only(await lrs.Get("/odata/Learners"));

        Assert.Equal(0.9m, statement.GetProperty("ScoreScaled").GetDecimal());
        Assert.Equal(9m, statement.GetProperty("ScoreRaw").GetDecimal());
        Assert.True(statement.GetProperty("Success").GetBoolean());
        Assert.Equal("PT1H2M3.5S", statement.GetProperty("Duration").GetString());
        Assert.Equal("test", statement.GetProperty("Platform").GetString());
        Assert.Equal("Activity", statement.GetProperty("ObjectType").GetString());
        Assert.Equal("2026-03-31T22:30:00.123456Z", statement.GetProperty("Timestamp").GetString());
        Assert.False(statement.GetProperty("Voided").GetBoolean());
        Assert.Equal(Unit, JsonDocument.Parse(statement.GetProperty("Json").GetString()!).RootElement.GetProperty("object").GetProperty("id").GetString());
        Assert.Equal(attempt.GetProperty("Id").GetGuid(), statement.GetProperty("AttemptId").GetGuid());
        Assert.Equal(learner.GetProperty("Id").GetGuid(), attempt.GetProperty("LearnerId").GetGuid());
        Assert.Equal("mailto:ada@example.org", learner.GetProperty("Mbox").GetString());
        Assert.Equal((true, true, 0.9m, "PT1H2M3.5S", "2025/26"), (
            attempt.GetProperty("Completion").GetBoolean(),
            attempt.GetProperty("Success").GetBoolean(),
            attempt.GetProperty("ScoreScaled").GetDecimal(),
            attempt.GetProperty("Duration").GetString(),
            attempt.GetProperty("FinancialYear").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task The_police_year_turns_at_midnight_in_london(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Some.Statement(activity: "https://example.org/before", more: "\"timestamp\":\"2026-03-31T22:59:59Z\","),
            Some.Statement(activity: "https://example.org/after", more: "\"timestamp\":\"2026-03-31T23:00:00Z\","));

        var years = (await lrs.Get("/odata/Attempts?$orderby=Started&$select=FinancialYear")).GetProperty("value").EnumerateArray().Select(row => row.GetProperty("FinancialYear").GetString());

        Assert.Equal(["2025/26", "2026/27"], years);
    }

    [Theory, EveryDatabase]
    public async Task Filter_order_top_skip_count_and_select_work_together(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Enumerable.Range(1, 6).Select(n => Some.Statement(
            $"a{n}@example.org", n > 2 ? Some.Passed : "http://adlnet.gov/expapi/verbs/failed", Unit, $"\"result\":{{\"score\":{{\"scaled\":0.{n}}}}},")).ToArray());

        var answer = await lrs.Get("/odata/Attempts?$filter=Success eq true and contains(ActivityId,'courses')&$orderby=ScoreScaled desc&$skip=1&$top=2&$count=true&$select=ScoreScaled");

        Assert.Equal(4, answer.GetProperty("@odata.count").GetInt32());
        Assert.Equal([0.5m, 0.4m], answer.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("ScoreScaled").GetDecimal()));
        Assert.Equal(["ScoreScaled"], answer.GetProperty("value")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal("4", await (await lrs.Http.GetAsync("/odata/Attempts/$count?$filter=Success eq true")).Content.ReadAsStringAsync());
    }

    [Theory, EveryDatabase]
    public async Task Pages_lead_to_the_end_without_losing_or_repeating_and_stop_at_the_first_page_s_head(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:PageSize=3");
        var ids = await lrs.Store(Enumerable.Range(0, 8).Select(_ => Some.Statement()).ToArray());
        var first = await lrs.Get("/odata/Statements?$select=Id");
        await lrs.Store(Some.Statement());

        var seen = Ids(first).ToList();
        for (var page = first; page.TryGetProperty("@odata.nextLink", out var next);)
        {
            page = await lrs.Get(next.GetString()!);
            seen.AddRange(Ids(page));
        }

        Assert.Equal(ids, seen);
    }

    [Theory, EveryDatabase]
    public async Task A_voided_statement_counts_for_nothing_in_attempts_and_answers(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = $"\"context\":{{\"registration\":\"{Guid.NewGuid()}\"}},";
        var ids = await lrs.Store(
            Some.Statement(verb: "http://adlnet.gov/expapi/verbs/initialized", activity: Unit, more: registration),
            Some.Statement(verb: Some.Passed, activity: Unit, more: registration + "\"result\":{\"success\":true,\"score\":{\"scaled\":1}},"),
            Some.Statement(verb: "http://adlnet.gov/expapi/verbs/answered", activity: "https://example.org/alone"));
        Assert.True((await Attempt(lrs)).GetProperty("Success").GetBoolean());

        await lrs.Store(Some.Reference(ids[1], verb: Some.Voided), Some.Reference(ids[2], verb: Some.Voided));

        var attempt = await Attempt(lrs);
        Assert.Equal(JsonValueKind.Null, attempt.GetProperty("Success").ValueKind);
        Assert.Equal(JsonValueKind.Null, attempt.GetProperty("ScoreScaled").ValueKind);
        Assert.Empty((await lrs.Get("/odata/Answers")).GetProperty("value").EnumerateArray());
        Assert.Equal("2", await (await lrs.Http.GetAsync("/odata/Statements/$count?$filter=Voided")).Content.ReadAsStringAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_answer_keeps_question_response_and_right_answer(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store("""
            {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/responded"},
             "object":{"id":"https://example.org/q1","definition":{"type":"http://adlnet.gov/expapi/activities/cmi.interaction","interactionType":"choice",
               "description":{"en-GB":"Which law?"},"correctResponsesPattern":["cma"],"choices":[{"id":"cma"},{"id":"dpa"}]}},
             "result":{"response":"dpa","success":false,"duration":"PT4.5S"},
             "context":{"contextActivities":{"parent":[{"id":"https://example.org/courses/1"}]}}}
            """);

        var answer = Only(await lrs.Get("/odata/Answers"));

        Assert.Equal(("Which law?", "choice", "dpa", "cma", false, "PT4.5S"), (
            answer.GetProperty("QuestionText").GetString(),
            answer.GetProperty("InteractionType").GetString(),
            answer.GetProperty("Response").GetString(),
            answer.GetProperty("CorrectResponse").GetString(),
            answer.GetProperty("Success").GetBoolean(),
            answer.GetProperty("Latency").GetString()));
        Assert.Equal((await Attempt(lrs)).GetProperty("Id").GetGuid(), answer.GetProperty("AttemptId").GetGuid());
    }

    [Theory, EveryDatabase]
    public async Task Without_a_registration_eight_hours_of_silence_begin_another_attempt(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Some.Statement(activity: Unit, more: "\"timestamp\":\"2026-01-01T08:00:00Z\","),
            Some.Statement(activity: Unit, more: "\"timestamp\":\"2026-01-01T15:59:00Z\","),
            Some.Statement(activity: Unit, more: "\"timestamp\":\"2026-01-02T00:00:00Z\","));

        var numbers = (await lrs.Get("/odata/Attempts?$orderby=Number")).GetProperty("value").EnumerateArray().Select(row => (row.GetProperty("Number").GetInt32(), row.GetProperty("Started").GetDateTimeOffset().Day));

        Assert.Equal([(1, 1), (2, 2)], numbers);
    }

    [Theory, EveryDatabase]
    public async Task Faults_are_odata_errors_that_name_the_place_and_other_methods_are_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var wrong = await lrs.Http.GetAsync("/odata/Attempts?$filter=Nonsense eq 1");
        var unknown = await lrs.Http.GetAsync("/odata/Nothing");
        var post = await lrs.Http.PostAsync("/odata/Attempts", TestLrs.Json("{}"));
        using var nobody = lrs.ClientWith(null, "");
        var anonymous = await nobody.GetAsync("/odata/Attempts");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("Nonsense", (await TestLrs.Read(wrong)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal("Basic", anonymous.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory, EveryDatabase]
    public async Task Verbs_and_activities_are_found_by_their_iri_as_key(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store("""{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did","display":{"en":"did"}},"object":{"id":"http://example.org/x","definition":{"name":{"en":"X"}}}}""");

        var verb = await lrs.Get($"/odata/Verbs('{Uri.EscapeDataString("http://example.org/did")}')");
        var activity = await lrs.Get($"/odata/Activities('{Uri.EscapeDataString("http://example.org/x")}')");

        Assert.Equal("did", verb.GetProperty("Name").GetString());
        Assert.Equal("X", activity.GetProperty("Name").GetString());
    }

    private static async Task<JsonElement> Attempt(TestLrs lrs) => Only(await lrs.Get($"/odata/Attempts?$filter=ActivityId eq '{Unit}'"));

    private static JsonElement Only(JsonElement answer) => Assert.Single(answer.GetProperty("value").EnumerateArray());

    private static IEnumerable<Guid> Ids(JsonElement answer) => answer.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetGuid());
}
