using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Tests.Http.Reports;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.People;

public sealed class LoadingTheDirectory
{
    private const string Unit = "https://example.org/courses/";
    private const string Head = "homePage,account,mbox,name,force,rank,role,kind,from,until\n";
    private const string Home = "https://people.example.org";

    [Theory, EveryDatabase]
    public async Task People_count_under_what_they_were_on_the_day_and_are_listed_as_they_are_today(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Passed("ada@example.org", 1, "2024-05-01"), Passed("ada@example.org", 2, "2026-04-01"));
        var before = (await Learners(lrs)).Single().GetProperty("Id").GetGuid();

        var trial = await Load(lrs, Head + $"{Home},7,ada@example.org,Ada Lovelace,Kent,Constable,,officer,2020-01-01,\n", "?dryRun=true");
        Assert.Equal((true, 1, 0), (trial.GetProperty("dryRun").GetBoolean(), trial.GetProperty("added").GetInt32(), trial.GetProperty("changed").GetInt32()));
        Assert.Equal(JsonValueKind.Null, (await Learners(lrs)).Single().GetProperty("Force").ValueKind);

        var csv = Head + $"{Home},7,ada@example.org,Ada Lovelace,Kent,Constable,,officer,2020-01-01,\n{Home},7,,Ada Lovelace,Essex,Sergeant,Trainer,officer,2025-01-01,\n{Home},8,,\"Bob, Bob\",Kent,,,staff,2024-01-01,2025-01-01\n";
        Assert.Equal(2, (await Load(lrs, csv)).GetProperty("added").GetInt32());
        Assert.Equal(0, (await Load(lrs, csv)).GetProperty("changed").GetInt32());

        var people = await Learners(lrs);
        var ada = people.Single(row => row.GetProperty("Name").GetString() is "Ada Lovelace");
        Assert.Equal(("Essex", "Sergeant", "Trainer", "officer", "7", "mailto:ada@example.org"), (Text(ada, "Force"), Text(ada, "Rank"), Text(ada, "Role"), Text(ada, "Kind"), Text(ada, "AccountName"), Text(ada, "Mbox")));
        var bob = people.Single(row => row.GetProperty("Id").GetGuid() != ada.GetProperty("Id").GetGuid());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (bob.GetProperty("Force").ValueKind, bob.GetProperty("LastSeen").ValueKind));
        Assert.Equal(2, people.Count);

        var attempts = (await lrs.Get("/odata/Attempts?$orderby=Started&$expand=Learner")).GetProperty("value").EnumerateArray().ToList();
        Assert.Equal([("Kent", "Constable", "2024/25"), ("Essex", "Sergeant", "2026/27")], attempts.Select(row => (Text(row, "Force"), Text(row, "Rank"), Text(row, "FinancialYear"))));
        Assert.All(attempts, row => Assert.Equal(Text(ada, "Id"), Text(row.GetProperty("Learner"), "Id")));
        Assert.NotEqual(Guid.Empty, before);

        // Corrected for an earlier day, from then on only until what is known next.
        await Load(lrs, Head + $"{Home},7,,Ada Lovelace,Surrey,Constable,,officer,2024-01-01,\n");
        Assert.Equal(["Surrey", "Essex"], (await lrs.Get("/odata/Attempts?$orderby=Started")).GetProperty("value").EnumerateArray().Select(row => Text(row, "Force")));
        Assert.Equal([("Essex", 1), ("Surrey", 1)], (await lrs.Get("/odata/Attempts?$apply=groupby((Force),aggregate($count as N))&$orderby=Force")).GetProperty("value").EnumerateArray().Select(row => (Text(row, "Force"), row.GetProperty("N").GetInt32())));
    }

    [Theory, EveryDatabase]
    public async Task Agents_of_one_person_become_one_learner_and_stay_so_when_views_are_built_again(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Passed("ada@example.org", 1, "2024-05-01"), ByAccount("7", 1, "2024-04-01"), ByAccount("9", 1, "2024-06-01"), Passed("eve@example.org", 1, "2024-05-01"),
            Some.Statement("ada@example.org", "http://adlnet.gov/expapi/verbs/answered", Unit + "1/q", $$$""" "timestamp":"2024-05-01T10:01:00Z","result":{"response":"a"},"context":{"contextActivities":{"parent":[{"id":"{{{Unit}}}1"}]}},"""));
        var link = (await TestLrs.Read(await lrs.Http.Ask("Learners", ("Prefer", "odata.track-changes")))).GetProperty("@odata.deltaLink").GetString()!;
        var attempts = (await TestLrs.Read(await lrs.Http.Ask("Attempts", ("Prefer", "odata.track-changes")))).GetProperty("@odata.deltaLink").GetString()!;
        Assert.Equal(4, (await Learners(lrs)).Count);

        await Load(lrs, Head + $"{Home},7,ada@example.org,Ada,Kent,,,,2020-01-01,\n{Home},9,,Ada again,Kent,,,,2020-01-01,\n");
        Assert.Equal(3, (await Learners(lrs)).Count);
        var id = Text((await Learners(lrs)).Single(row => Text(row, "Name") is "Ada again"), "Id");
        var joined = await Load(lrs, $"id,homePage,account\n{id},{Home},7\n");

        Assert.Equal(1, joined.GetProperty("joined").GetInt32());
        var people = await Learners(lrs);
        Assert.Equal(2, people.Count);
        var ada = people.Single(row => Text(row, "Id") == id);
        Assert.Equal(("2024-04-01", "2024-06-01"), (Text(ada, "FirstSeen")![..10], Text(ada, "LastSeen")![..10]));
        var own = (await lrs.Get($"/odata/Learners({id})/Attempts?$orderby=Started")).GetProperty("value").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], own.Select(row => row.GetProperty("Number").GetInt32()));
        Assert.Equal(4, (await lrs.Get($"/odata/Statements?$filter=LearnerId eq {id}")).GetProperty("value").GetArrayLength());
        Assert.Equal(id, Text((await lrs.Get("/odata/Answers?$expand=Learner")).GetProperty("value")[0].GetProperty("Learner"), "Id"));

        // Who follows changes hears of both that are gone, of the one there is, and of attempts that are someone's else now.
        var changes = (await TestLrs.Read(await lrs.Http.Ask(link))).GetProperty("value").EnumerateArray().ToList();
        Assert.Equal(2, changes.Count(row => row.TryGetProperty("reason", out _)));
        Assert.Contains(changes, row => row.TryGetProperty("Id", out var one) && one.GetString() == id);
        Assert.Equal(3, (await TestLrs.Read(await lrs.Http.Ask(attempts))).GetProperty("value").GetArrayLength());

        var person = await lrs.Get($"/api/learners/{id}");
        Assert.Equal(4, person.GetProperty("agents").GetArrayLength()); // and the account that cmi5 content knows Ada by
        var again = await lrs.Http.GetStringAsync("/api/learners");
        var before = await Rows(lrs);
        await lrs.Services.GetRequiredService<ViewRebuild>().Run(TenantId.From(1), lrs.Services.GetServices<ILogFollower>().Single(view => view.Name is "reports"), CancellationToken.None);
        Assert.Equal(before, await Rows(lrs));

        // The export is a load that changes nothing.
        Assert.Equal(0, (await Load(lrs, again)).GetProperty("changed").GetInt32());
        Assert.Equal(again, await lrs.Http.GetStringAsync("/api/learners"));
        await lrs.Store(ByAccount("7", 3, "2026-01-01"));
        Assert.Equal(4, (await lrs.Get($"/odata/Attempts?$filter=LearnerId eq {id}")).GetProperty("value").GetArrayLength());
    }

    [Theory, EveryDatabase]
    public async Task All_is_taken_or_nothing_and_thousands_of_rows_are(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var wrong = await Post(lrs, Head + $"{Home},7,,Ada,Kent,,,,,\n{Home},8,,Bob,Kent,,,dog,tomorrow,\n");
        var faults = (await TestLrs.Read(wrong)).GetProperty("faults").EnumerateArray().ToList();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(["directory.from", "directory.kind"], faults.Select(fault => Text(fault, "rule")).Order());
        Assert.All(faults, fault => Assert.Contains("line 3", Text(fault, "path")!, StringComparison.Ordinal));
        Assert.Empty(await Learners(lrs));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(lrs, $"id,name\n{Guid.NewGuid()},Nobody\n")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await lrs.Post("/api/learners", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/api/learners/{Guid.NewGuid()}")).StatusCode);

        var many = new StringBuilder(Head);
        for (var i = 0; i < 5_000; i++)
        {
            many.Append(Home).Append(',').Append(i).Append(",p").Append(i).Append("@example.org,Person ").Append(i).Append(",Kent,Constable,,officer,2024-01-01,\n");
        }

        Assert.Equal(5_000, (await Load(lrs, many.ToString())).GetProperty("added").GetInt32());
        Assert.Equal("5000", await lrs.Http.GetStringAsync("/odata/Learners/$count?$filter=Force eq 'Kent' and Rank eq 'Constable'"));
        Assert.Equal(1, (await Load(lrs, many.Replace("Person 4999,Kent", "Person 4999,Essex").ToString())).GetProperty("changed").GetInt32());
    }

    private static async Task<string> Rows(TestLrs lrs) =>
        string.Join('\n', await lrs.Http.Rows("Learners?$select=Id,Name,FirstSeen,LastSeen")) + string.Join('\n', await lrs.Http.Rows("Attempts?$select=Id,LearnerId,Number,Force"));

    private static async Task<List<JsonElement>> Learners(TestLrs lrs) => [.. (await lrs.Get("/odata/Learners")).GetProperty("value").EnumerateArray()];

    private static async Task<JsonElement> Load(TestLrs lrs, string csv, string query = "")
    {
        var answer = await Post(lrs, csv, query);
        Assert.True(answer.IsSuccessStatusCode, await answer.Text());
        return await TestLrs.Read(answer);
    }

    private static Task<HttpResponseMessage> Post(TestLrs lrs, string csv, string query = "") =>
        lrs.Http.PostAsync("/api/learners" + query, new StringContent(csv, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/csv; charset=utf-8") } });

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static string Passed(string mail, int unit, string day) => Some.Statement(mail, Some.Passed, Unit + unit, $"\"timestamp\":\"{day}T10:00:00Z\",");

    private static string ByAccount(string name, int unit, string day) =>
        $$"""{"timestamp":"{{day}}T10:00:00Z","actor":{"account":{"homePage":"{{Home}}","name":"{{name}}"} },"verb":{"id":"{{Some.Passed}}"},"object":{"id":"{{Unit}}{{unit}}"} }""";
}
