using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class FindingAttempts
{
    private const string Unit = "https://example.org/courses/1";
    private const string Adl = "http://adlnet.gov/expapi/verbs/";

    [Theory, EveryDatabase]
    public async Task A_cmi5_attempt_lasts_until_the_first_launch_after_it_was_decided(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        await lrs.Store(
            Cmi5(registration, "s1", "launched"), Cmi5(registration, "s1", "initialized"), Cmi5(registration, "s1", "terminated", "PT10M"),
            Cmi5(registration, "s2", "launched"), Cmi5(registration, "s2", "initialized"), Cmi5(registration, "s2", "failed"), Cmi5(registration, "s2", "terminated", "PT5M"),
            Cmi5(registration, "s3", "launched"), Cmi5(registration, "s3", "initialized"), Cmi5(registration, "s3", "passed"), Cmi5(registration, "s3", "terminated", "PT1M"),
            Cmi5(Guid.NewGuid(), "s4", "launched"));

        Assert.Equal([(1, "PT15M", false), (2, "PT1M", true), (3, null, null)], await Attempts(lrs));
    }

    [Theory, EveryDatabase]
    public async Task A_scorm_attempt_is_what_the_profile_names_and_holds_its_answers(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Scorm("a1", "initialized"), Scorm("a1", "responded", unit: Unit + "/q1"), Scorm("a1", "suspended", "PT2M"), Scorm("a1", "resumed"), Scorm("a1", "passed"), Scorm("a1", "terminated", "PT3M"),
            Scorm("a2", "initialized"), Scorm("a2", "failed"));

        Assert.Equal([(1, "PT5M", true), (2, null, false)], await Attempts(lrs));
        var answer = Assert.Single((await lrs.Get("/odata/Answers?$expand=Attempt")).GetProperty("value").EnumerateArray());
        Assert.Equal(1, answer.GetProperty("Attempt").GetProperty("Number").GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task What_an_offline_client_sends_late_joins_the_attempt_of_its_time(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        string At(string time) => Some.Statement(activity: Unit, more: $"\"timestamp\":\"{time}\",");

        await lrs.Store(At("2026-01-01T08:00:00Z"), At("2026-01-05T08:00:00Z"), At("2026-01-01T09:00:00Z"), At("2026-01-05T09:00:00Z"));

        Assert.Equal(2, (await Attempts(lrs)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_number_names_one_attempt_even_when_one_before_it_has_gone(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        string On(int day) => Some.Statement(activity: Unit, more: $"\"timestamp\":\"2026-01-0{day}T08:00:00Z\",");
        var ids = await lrs.Store(On(1), On(3));
        Assert.Equal(2, (await Attempts(lrs)).Count);
        await lrs.Store(Some.Reference(ids[0], verb: Some.Voided));
        Assert.Single(await Attempts(lrs));

        await lrs.Store(On(7));

        Assert.Equal([2, 3], (await Attempts(lrs)).Select(attempt => attempt.Number));
    }

    private static string Cmi5(Guid registration, string session, string verb, string? duration = null) => $$"""
        { "actor": {{Some.Agent("ada@example.org")}}, "verb": { "id": "{{Adl}}{{verb}}" }, "object": { "id": "{{Unit}}" },{{Lasted(duration)}}
          "context": { "registration": "{{registration}}", "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "{{session}}" },
            "contextActivities": { "category": [{ "id": "https://w3id.org/xapi/cmi5/context/categories/cmi5" }] } } }
        """;

    private static string Scorm(string attempt, string verb, string? duration = null, string unit = Unit) => $$"""
        { "actor": {{Some.Agent("ada@example.org")}}, "verb": { "id": "{{Adl}}{{verb}}" }, "object": { "id": "{{unit}}" },{{Lasted(duration)}}
          "context": { "contextActivities": { "category": [{ "id": "https://w3id.org/xapi/scorm" }],
            {{(unit == Unit ? "" : $$"""
              "parent": [{ "id": "{{Unit}}" }],
              """)}}
            "grouping": [{ "id": "{{Unit}}/{{attempt}}", "definition": { "type": "http://adlnet.gov/expapi/activities/attempt" } }] } } }
        """;

    private static string Lasted(string? duration) => duration is null ? "" : $"\"result\":{{\"duration\":\"{duration}\"}},";

    private static async Task<List<(int Number, string? Duration, bool? Success)>> Attempts(TestLrs lrs) =>
        (await lrs.Get($"/odata/Attempts?$filter=ActivityId eq '{Unit}'&$orderby=Number")).GetProperty("value").EnumerateArray()
            .Select(row => (row.GetProperty("Number").GetInt32(), row.GetProperty("Duration").GetString(), Truth(row.GetProperty("Success")))).ToList();

    private static bool? Truth(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.GetBoolean();
}
