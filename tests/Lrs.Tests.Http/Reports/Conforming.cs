using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

/// <summary>Lines of the checklist in <c>src/Lrs.OData/CONFORMANCE.md</c> that no other test is about.</summary>
public sealed class Conforming
{
    private const string Verb = "http://adlnet.gov/expapi/verbs/passed";

    [Theory, EveryDatabase]
    public async Task The_version_stands_on_every_answer_and_unknown_things_are_ignored_or_refused_as_they_should(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);
        var id = (await lrs.Get("/odata/Attempts")).GetProperty("value")[0].GetProperty("Id").GetString();

        foreach (var (path, status) in new[]
        {
            ("", 200), ("$metadata", 200), ("Verbs", 200), ("Verbs/$count", 200), ($"Attempts({id})", 200), ($"Attempts({id})/ScoreMin", 204), ("Nothing", 404), ("Verbs?$bogus=1", 400), ("Attempts?$filter=geo.distance(Started,Started) gt 1", 501),
            ("Verbs?custom=1&sap-language=EN&_=5", 200), ("Verbs?$schemaversion=*", 200), ("Verbs?$schemaversion=9.9", 404), ("Verbs?$format=atom", 415), ("Verbs?$filter=Id", 400), ("Verbs/$each", 501), ("Verbs?$deltatoken=x", 400), ("Attempts?$deltatoken=x", 400), ("Verbs?$skiptoken=x", 400), ("Verbs?$skiptoken=ä!", 400), ("$all?$skiptoken=AAAA", 400),
        })
        {
            var answer = await lrs.Http.Ask(path, ("X-Unknown", "1"), ("Prefer", "respond-async, odata.include-annotations=\"*\""));
            Assert.True(status == (int)answer.StatusCode, $"{path}: {answer.StatusCode}");
            Assert.Equal("4.0", answer.Headers.GetValues("OData-Version").Single());
        }

        Assert.Equal(HttpStatusCode.NotAcceptable, (await lrs.Http.Ask("Verbs", ("Accept", "application/xml"))).StatusCode);
        Assert.Equal("4.01", (await lrs.Http.Ask("Verbs", ("OData-MaxVersion", "4.01"))).Headers.GetValues("OData-Version").Single());
        Assert.Equal("4.0", (await lrs.Http.Ask("Verbs", ("OData-MaxVersion", "4.0"))).Headers.GetValues("OData-Version").Single());
    }

    [Theory, EveryDatabase]
    public async Task Options_come_with_or_without_a_dollar_sign_and_words_in_any_case(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);

        Assert.Single(await lrs.Http.Rows("Verbs?FILTER=Contains(Id,'passed') AND ToLower(Id) NE 'x'&top=1&Select=Id"));
        Assert.Equal("""{"Id":"http://adlnet.gov/expapi/verbs/passed"}""", (await lrs.Http.Rows("Verbs?orderby=Id DESC&$SELECT=Id&TOP=1")).Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.Ask("Verbs?$filter=id eq 'x'")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Literals_are_taken_with_and_without_prefix_and_cast(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);

        foreach (var filter in new[]
        {
            "Duration gt duration'PT1M'", "Duration gt 'PT1M'", "cast('1',Edm.Int32) eq Number", "Number eq '1'", "Started lt '2100-01-01T00:00:00Z'", "ScoreScaled in (0.9,'0.5')", "Number divby 2 eq 0.5", "substring(ActivityId,-1) eq '1'",
            "Registration eq null", "Course eq null", "Learner ne null", "ScoreScaled ne null and Ended eq null", "FinancialYear in ('2025/26','2026/27')",
        })
        {
            var answer = await lrs.Http.Ask($"Attempts/$count?$filter={(filter.StartsWith("Registration", StringComparison.Ordinal) ? "RegistrationId eq null" : filter)}");
            Assert.True(answer.IsSuccessStatusCode, $"{filter}: {await answer.Text()}");
            Assert.True("1" == await answer.Text(), $"{filter}: {await answer.Text()}");
        }

        Assert.Equal("2", await (await lrs.Http.Ask("Statements/$count?$filter=ObjectType eq 'Activity'")).Text());
    }

    [Theory, EveryDatabase]
    public async Task Keys_may_be_iris_aliases_segments_and_ids(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);
        var iri = Uri.EscapeDataString(Verb);

        foreach (var path in new[] { $"Verbs('{iri}')", $"Verbs(Id='{iri}')", $"Verbs(@v)?@v='{Verb}'", $"Verbs/{iri}", $"$entity?$id=Verbs('{iri}')", $"$entity?$id={Uri.EscapeDataString($"{lrs.App}odata/Verbs('{iri}')")}" })
        {
            var answer = await lrs.Http.Ask(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Text()}");
            Assert.Equal(Verb, (await TestLrs.Read(answer)).GetProperty("Id").GetString());
        }
    }

    [Theory, EveryDatabase]
    public async Task Paths_end_in_values_counts_references_and_collections(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);
        var id = (await lrs.Get("/odata/Attempts")).GetProperty("value")[0].GetProperty("Id").GetString();

        Assert.Equal("0.9", await (await lrs.Http.Ask($"Attempts({id})/ScoreScaled/$value")).Text());
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.Ask($"Attempts({id})/ScoreMin/$value")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.Ask($"Attempts({id})/Course")).StatusCode);
        Assert.Equal("1", await (await lrs.Http.Ask($"Attempts({id})/Answers/$count?$filter=Response ne 'x'")).Text());
        Assert.Equal("1", await (await lrs.Http.Ask("Attempts/$filter(Success)/$count")).Text());
        Assert.EndsWith("$metadata#$ref", (await TestLrs.Read(await lrs.Http.Ask($"Attempts({id})/Learner/$ref"))).GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("$metadata#Collection($ref)", (await TestLrs.Read(await lrs.Http.Ask($"Attempts({id})/Answers/$ref"))).GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Single(await lrs.Http.Rows($"Attempts({id})/Lrs.Reports.Attempt/Answers"));
        Assert.NotEmpty(await lrs.Http.Rows("$all"));
        Assert.Equal(2, (await lrs.Http.Rows("$crossjoin(Attempts,Statements)?$filter=Attempts/Id eq Statements/AttemptId")).Count);
    }

    [Theory, EveryDatabase]
    public async Task Rows_are_searched_filtered_ordered_expanded_and_computed(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);

        Assert.Single(await lrs.Http.Rows("Statements?$search=answered NOT passed"));
        Assert.Single(await lrs.Http.Rows("Verbs?$orderby=Id desc&$skip=1&$top=1"));
        Assert.Single(await lrs.Http.Rows("Attempts?$filter=Answers/any(a:a/Response eq 'yes') and Answers/all(a:a/Success ne false)"));
        Assert.Single(await lrs.Http.Rows("Attempts?$filter=Answers/$count($filter=Response eq 'yes') eq 1 and Answers/$count($search=nothing) eq 0"));
        Assert.Equal("""[{"Answers":[{"Response":"yes"}]}]""", (await TestLrs.Read(await lrs.Http.Ask("Attempts?$select=Answers&$expand=Answers($select=Response;$filter=Response ne null;$search=yes;$orderby=Stored desc;$top=1;$skip=0)&$format=application/json;odata.metadata=none"))).GetProperty("value").GetRawText());
        Assert.Contains("\"Answers@odata.count\":1", (await lrs.Http.Rows("Attempts?$expand=Answers($count=true;$top=0)")).Single(), StringComparison.Ordinal);
        Assert.Contains("@odata.id", (await lrs.Http.Rows("Attempts?$expand=Answers/$ref,Learner/$ref")).Single(), StringComparison.Ordinal);
        Assert.Equal("""[{"Half":0.45}]""", (await TestLrs.Read(await lrs.Http.Ask("Attempts?$compute=ScoreScaled div 2 as Half&$select=Half&$format=application/json;odata.metadata=none"))).GetProperty("value").GetRawText());
        Assert.Equal("""[{"Learner":{"Mbox":"mailto:ada@example.org"}}]""", (await TestLrs.Read(await lrs.Http.Ask("Attempts?$apply=groupby((Learner/Mbox,Learner/Name))&$select=Learner($select=Mbox)"))).GetProperty("value").GetRawText());
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.Ask("Attempts?$expand=Learner($levels=2)")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Control_information_and_long_numbers_come_as_asked(Dialect dialect)
    {
        await using var lrs = await Loaded(dialect);

        var full = await TestLrs.Read(await lrs.Http.Ask("Attempts?$count=true", ("Accept", "application/json;metadata=full;IEEE754Compatible=true"), ("OData-MaxVersion", "4.01")));
        var none = await TestLrs.Read(await lrs.Http.Ask("Attempts?$count=true", ("Accept", "application/json;odata.metadata=none")));
        var row = full.GetProperty("value")[0];

        Assert.Equal("1", full.GetProperty("@count").GetString());
        Assert.Equal("#Lrs.Reports.Attempt", row.GetProperty("@type").GetString());
        Assert.EndsWith("/Learner", row.GetProperty("Learner@navigationLink").GetString(), StringComparison.Ordinal);
        Assert.Equal("0.9", row.GetProperty("ScoreScaled").GetString());
        Assert.Equal(JsonValueKind.Number, row.GetProperty("Number").ValueKind);
        Assert.Equal(["@odata.count", "value"], none.EnumerateObject().Select(p => p.Name));
    }

    // One attempt of Ada's, passed, with one answer.
    private static async Task<TestLrs> Loaded(Dialect dialect)
    {
        var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Some.Statement(verb: Verb, more: """ "result":{"success":true,"completion":true,"score":{"scaled":0.9},"duration":"PT1H"},"""),
            Some.Statement(verb: "http://adlnet.gov/expapi/verbs/answered", activity: "https://example.org/courses/1/q", more: """ "result":{"response":"yes"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/courses/1"}]}},"""));
        return lrs;
    }
}
