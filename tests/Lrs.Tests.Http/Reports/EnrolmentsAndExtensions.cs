using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class EnrolmentsAndExtensions
{
    private const string Unit = "https://example.org/courses/";
    private const string Adl = "http://adlnet.gov/expapi/verbs/";

    [Theory, EveryDatabase]
    public async Task A_registration_follows_from_any_clients_statements(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var ids = await lrs.Store(
            In(one, "initialized", 1, "2026-03-30T10:00:00Z"), In(one, "passed", 1, "2026-03-31T10:00:00Z", """ "completion":true,"duration":"PT10M","score":{"scaled":0.5}"""),
            In(one, "initialized", 2, "2026-04-01T10:00:00Z"), In(two, "initialized", 1, "2026-04-02T10:00:00Z", agent: "bob@example.org"),
            In(two, "passed", 1, "2026-04-02T11:00:00Z", agent: "assessor@example.org"));

        var open = await Registration(lrs, one);
        Assert.Equal((false, 0.5m, "2025/26", "PT10M"), (open.GetProperty("Completion").GetBoolean(), open.GetProperty("Progress").GetDecimal(), open.GetProperty("FinancialYear").GetString(), open.GetProperty("TotalTime").GetString()));
        Assert.Equal(JsonValueKind.Null, open.GetProperty("Success").ValueKind);
        Assert.Equal(2, open.GetProperty("Attempts").GetArrayLength());
        var delta = (await TestLrs.Read(await lrs.Http.Ask("Registrations", ("Prefer", "odata.track-changes")))).GetProperty("@odata.deltaLink").GetString()!;

        var done = await lrs.Store(In(one, "completed", 2, "2026-04-03T10:00:00Z", """ "success":true,"score":{"scaled":1}"""));
        var closed = await Registration(lrs, one);
        Assert.Equal((true, true, 1m, 0.75m, "2026/27"), (
            closed.GetProperty("Completion").GetBoolean(), closed.GetProperty("Success").GetBoolean(), closed.GetProperty("Progress").GetDecimal(), closed.GetProperty("ScoreScaled").GetDecimal(), closed.GetProperty("FinancialYear").GetString()));
        Assert.StartsWith("2026-04-03T10:00:00", closed.GetProperty("Completed").GetString(), StringComparison.Ordinal);
        Assert.Equal(one, (await TestLrs.Read(await lrs.Http.Ask(delta))).GetProperty("value").EnumerateArray().Single().GetProperty("Id").GetGuid());

        // The other is Bob's, whatever an assessor did in it.
        var bobs = await Registration(lrs, two);
        Assert.Equal("mailto:bob@example.org", bobs.GetProperty("Learner").GetProperty("Mbox").GetString());
        Assert.False(bobs.GetProperty("Completion").GetBoolean());

        await lrs.Store(Some.Reference(done[0], verb: Some.Voided));
        Assert.False((await Registration(lrs, one)).GetProperty("Completion").GetBoolean());
        await lrs.Store([Some.Reference(ids[3], verb: Some.Voided), Some.Reference(ids[4], "assessor@example.org", Some.Voided)]);
        Assert.Equal("1", await lrs.Http.GetStringAsync("/odata/Registrations/$count"));
    }

    [Theory, EveryDatabase]
    public async Task Where_the_course_speaks_for_itself_its_word_counts(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        string Course(string verb, string result) => $$"""
            {"actor":{{Some.Agent("ada@example.org")}},"verb":{"id":"{{verb}}"},"object":{"id":"https://example.org/course","definition":{"type":"http://adlnet.gov/expapi/activities/course"} },"result":{ {{result}} },"context":{"registration":"{{registration}}"} }
            """;
        string OfUnit(int unit) => Some.Statement(activity: Unit + unit, more: $$""" "context":{"registration":"{{registration}}","contextActivities":{"grouping":[{"id":"{{Unit}}{{unit}}"},{"id":"https://example.org/course","definition":{"type":"http://adlnet.gov/expapi/activities/course"} } ] } },""");

        await lrs.Store(OfUnit(1), OfUnit(2));
        Assert.False((await Registration(lrs, registration)).GetProperty("Completion").GetBoolean());

        await lrs.Store(Course(Some.Passed, """ "completion":true,"score":{"scaled":0.9}"""));
        var whole = await Registration(lrs, registration);
        Assert.Equal((true, true, 0.9m, 1m), (whole.GetProperty("Completion").GetBoolean(), whole.GetProperty("Success").GetBoolean(), whole.GetProperty("ScoreScaled").GetDecimal(), whole.GetProperty("Progress").GetDecimal()));
        Assert.Equal(Unit + "1", whole.GetProperty("ActivityId").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Extensions_are_rows_of_their_own_and_reached_from_their_statements(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(
            Some.Statement(more: """ "result":{"extensions":{"https://example.org/mood":"calm","https://example.org/pulse":61.5,"https://example.org/list":[1,2]}},"context":{"extensions":{"https://example.org/pulse":1e400,"https://example.org/on":true,"https://example.org/none":null}},"""),
            """{"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/read"},"object":{"id":"https://example.org/a","definition":{"extensions":{"https://example.org/mood":"loud"}}}}""");

        var rows = (await lrs.Get("/odata/Extensions?$orderby=Name,Place")).GetProperty("value").EnumerateArray()
            .Select(row => (row.GetProperty("Place").GetString(), row.GetProperty("Name").GetString()!["https://example.org/".Length..], row.GetProperty("Value").GetString())).ToList();
        Assert.Equal([("result", "list"), ("object", "mood"), ("result", "mood"), ("context", "none"), ("context", "on"), ("context", "pulse"), ("result", "pulse")], rows.Select(row => (row.Item1, row.Item2)));
        Assert.Equal("[1,2]", rows[0].Item3!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(("calm", null, "true"), (rows[2].Item3, rows[3].Item3, rows[4].Item3));

        Assert.Equal(ids[0], (await lrs.Get("/odata/Statements?$filter=Extensions/any(e:e/Name eq 'https://example.org/pulse' and e/Number gt 60 and e/Number lt 62)&$select=Id")).GetProperty("value").EnumerateArray().Single().GetProperty("Id").GetGuid());
        Assert.Equal(6, (await lrs.Get($"/odata/Statements({ids[0]})/Extensions")).GetProperty("value").GetArrayLength());
        Assert.Equal("loud", (await lrs.Get($"/odata/Statements({ids[1]})?$expand=Extensions($filter=Place eq 'object')")).GetProperty("Extensions")[0].GetProperty("Value").GetString());
        Assert.Equal("calm", (await lrs.Get($"/odata/Extensions(StatementId={ids[0]},Place='result',Name=@n)?@n='https://example.org/mood'")).GetProperty("Value").GetString());
        Assert.Equal(61.5, (await lrs.Get("/odata/Extensions?$apply=filter(Name eq 'https://example.org/pulse' and Place eq 'result')/aggregate(Number with average as Mean)")).GetProperty("value")[0].GetProperty("Mean").GetDouble());
    }

    private static async Task<JsonElement> Registration(TestLrs lrs, Guid id) => await lrs.Get($"/odata/Registrations({id})?$expand=Attempts,Learner,Course");

    private static string In(Guid registration, string verb, int unit, string time, string result = " \"response\":\"x\"", string agent = "ada@example.org") =>
        Some.Statement(agent, Adl + verb, Unit + unit, $$""" "timestamp":"{{time}}","result":{ {{result}} },"context":{"registration":"{{registration}}"},""");
}
