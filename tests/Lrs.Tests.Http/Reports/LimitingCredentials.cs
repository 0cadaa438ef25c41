using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lrs.Data;
using Lrs.Tests.Http.Accounts;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class LimitingCredentials
{
    private const string Unit = "https://example.org/courses/1";

    [Theory, EveryDatabase]
    public async Task Of_one_force_it_shows_nothing_of_another_whatever_the_way(Dialect dialect)
    {
        await using var lrs = await Filled(dialect, "Lrs:Reports:PageSize=100");
        using var http = await Limited(lrs, """{"force":"Kent"}""");

        // "secret" is in everything that is Essex's.
        string[] ways =
        [
            "Statements?$expand=Learner,Attempt($expand=Answers,Learner,Registration),Extensions", "Learners?$expand=Attempts($expand=Answers($expand=Attempt($expand=Learner))),Registrations",
            "Attempts?$expand=Learner/$ref,Answers/$count,Registration", "Answers?$expand=Learner,Attempt", "Registrations?$expand=Learner,Attempts", "Courses?$expand=Registrations", "Extensions?$expand=Statement",
            "$all", "$all?$search=secret", "Statements?$search=secret", "Learners?$search=secret", "Extensions?$filter=contains(Value,'secret')",
            "$crossjoin(Attempts,Learners)?$expand=Attempts,Learners", "$crossjoin(Statements,Courses)?$filter=contains(Statements/Json,'secret')&$expand=Statements",
            "Statements?$apply=groupby((Learner/Mbox,ActorName))", "Attempts?$apply=groupby((Learner/Name,Force),aggregate($count as N))", "Learners?$apply=concat(groupby((Mbox)),search(secret),topcount(9,length(Name)))",
            "Answers?$apply=groupby((rollup($all,Learner/Name,Response)))", "Attempts/$filter(contains(Learner/Name,'secret'))", "Verbs?$compute=$root/Learners/$count($filter=contains(Name,'secret')) as N&$filter=N gt 0",
            "Learners?$filter=Attempts/any(a:a/Answers/any(r:contains(r/Response,'secret')))", "Statements/$filter(contains(Json,'secret'))/$ref", "Learners?$format=csv",
        ];
        foreach (var way in ways)
        {
            var full = await lrs.Http.Ask(way);
            Assert.True(full.StatusCode is HttpStatusCode.OK, $"{way}: {await full.Text()}");
            var answer = await http.Ask(way);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{way}: {await answer.Text()}");
            var text = System.Text.RegularExpressions.Regex.Replace(await answer.Text(), "\"@odata.(context|nextLink)\":\"[^\"]*\"", "");
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("6", await http.GetStringAsync("/odata/Learners/$count"));
        Assert.Equal("6", await http.GetStringAsync("/odata/Attempts/$count"));
        Assert.Equal(6, (await http.Rows("Statements?$filter=VerbName eq null and not contains(VerbId,'answered')")).Count);
        Assert.Equal("13", await lrs.Http.GetStringAsync("/odata/Attempts/$count"));

        // By key, reference and batch; delta links are not for it.
        var essex = (await lrs.Get("/odata/Learners?$filter=Force eq 'Essex'")).GetProperty("value")[0].GetProperty("Id").GetString();
        var attempt = (await lrs.Get($"/odata/Learners({essex})/Attempts")).GetProperty("value")[0].GetProperty("Id").GetString();
        foreach (var path in new[] { $"Learners({essex})", $"Learners({essex})/Name", $"Learners({essex})/Name/$value", $"Learners({essex})/$ref", $"$entity?$id=Learners({essex})", $"Attempts({attempt})/Learner", $"Attempts({attempt})" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await http.Status("/odata/" + path) is HttpStatusCode.NoContent ? HttpStatusCode.NotFound : await http.Status("/odata/" + path));
        }

        Assert.Empty(await http.Rows($"Learners({essex})/Attempts"));
        Assert.Equal([404, 200], (await http.Batch([$"GET Learners({essex}) HTTP/1.1", "GET Learners/$count HTTP/1.1"], ("Prefer", "continue-on-error"))).Select(part => part.Status));
        Assert.DoesNotContain("deltaLink", await (await http.Ask("Learners", ("Prefer", "track-changes"))).Text(), StringComparison.Ordinal);
        var delta = (await TestLrs.Read(await lrs.Http.Ask("Learners", ("Prefer", "track-changes")))).GetProperty("@odata.deltaLink").GetString()!;
        Assert.Equal(HttpStatusCode.BadRequest, (await http.Ask(delta)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await http.Status("/xapi/statements"));
        Assert.Equal(HttpStatusCode.Forbidden, await http.Status("/api/learners"));
    }

    [Theory, EveryDatabase]
    public async Task Without_names_rows_hold_no_name_and_no_words_of_people(Dialect dialect)
    {
        await using var lrs = await Filled(dialect);
        using var http = await Limited(lrs, """{"detail":"unnamed"}""");

        var metadata = await http.GetStringAsync("/odata/$metadata");
        foreach (var hidden in new[] { "AccountName", "Mbox", "ActorName", "Json", "\"Response\"", "Extensions" })
        {
            Assert.DoesNotContain(hidden, metadata, StringComparison.Ordinal);
        }

        foreach (var way in new[] { "Statements?$expand=Learner,Attempt($expand=Answers)", "Learners?$expand=Attempts($expand=Answers),Registrations", "$all", "$crossjoin(Learners,Answers)?$expand=Learners,Answers", "Learners?$format=csv", "Statements?$search=secret" })
        {
            var answer = await http.Ask(way);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{way}: {await answer.Text()}");
            Assert.DoesNotContain("mailto:", await answer.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("Person", await answer.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("secret answer", await answer.Text(), StringComparison.Ordinal);
        }

        foreach (var way in new[]
        {
            "Learners?$filter=contains(Name,'a')", "Learners?$orderby=Mbox", "Statements?$select=Json", "Statements?$apply=groupby((Learner/Mbox))", "Extensions", "Statements?$expand=Extensions", "$crossjoin(Learners,Verbs)?$filter=Learners/Name ne null",
            "Verbs?$compute=$root/Learners/$count($filter=contains(Name,'a')) as N", "Answers?$compute=length(Response) as L", "Learners?$filter=Attempts/any(a:a/Learner/AccountName eq '7')",
        })
        {
            Assert.True(await http.Status("/odata/" + way) is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, way);
        }

        Assert.Equal(HttpStatusCode.OK, await http.Status("/odata/Learners?$select=Id,Force,Rank"));
        Assert.Contains("deltaLink", await (await http.Ask("Attempts", ("Prefer", "track-changes"))).Text(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Of_aggregates_it_shows_figures_over_several_people_and_nothing_else(Dialect dialect)
    {
        await using var lrs = await Filled(dialect);
        using var http = await Limited(lrs, """{"detail":"aggregates"}""");

        // Kent has six people, Essex six, Surrey one.
        Assert.Equal(["Essex", "Kent"], (await http.Rows("Attempts?$apply=groupby((Force),aggregate($count as N,LearnerId with countdistinct as People,ScoreScaled with average as Mean))&$orderby=Force")).Select(Force));
        Assert.Equal(["Essex", "Kent"], (await http.Rows("Learners?$apply=groupby((Force),aggregate($count as N))&$orderby=Force")).Select(Force));
        Assert.Contains("\"N\":13", (await http.Rows("Attempts?$apply=aggregate($count as N)")).Single(), StringComparison.Ordinal);
        Assert.Empty(await http.Rows("Attempts?$apply=filter(Force eq 'Surrey')/aggregate($count as N,ScoreScaled with max as Best)"));
        Assert.Equal("13", await http.GetStringAsync("/odata/Attempts/$count"));
        Assert.Equal("6", await http.GetStringAsync("/odata/Attempts/$count?$filter=Force eq 'Kent'"));
        Assert.Single(await http.Rows("Attempts?$apply=filter(Learner/Rank eq 'Constable')/groupby((Force),aggregate(ScoreScaled with max as Best))/filter(Best gt 0)/topcount(1,Best)"));

        // A group that is large enough, in which one person alone has a score.
        Assert.Contains("\"Best\":null", Assert.Single(await http.Rows("Attempts?$apply=groupby((Force),aggregate(ScoreScaled with max as Best))"), row => row.Contains("Essex", StringComparison.Ordinal)), StringComparison.Ordinal);

        var id = (await lrs.Get("/odata/Learners")).GetProperty("value")[0].GetProperty("Id").GetString();
        string[] refused =
        [
            "Attempts", "Learners", "Statements?$top=1", "Answers?$select=Success", "Registrations?$orderby=Started", $"Learners({id})", $"Learners({id})/Force", $"Learners({id})/Force/$value", $"Learners({id})/Attempts", "Learners/$ref", $"Learners({id})/$ref", $"$entity?$id=Learners({id})",
            "$all", "$crossjoin(Courses,Learners)", "Attempts?$apply=filter(true)", "Attempts?$apply=identity", "Attempts?$apply=top(1)", "Attempts?$apply=topcount(1,ScoreScaled)/aggregate(ScoreScaled with max as Best)",
            "Attempts?$apply=concat(aggregate($count as N),identity)", "Attempts?$apply=orderby(Started)/skip(1)/top(1)/aggregate($count as N)", "Attempts?$apply=groupby((LearnerId))", "Attempts?$apply=groupby((Id))", "Attempts?$apply=groupby((Learner/Id),aggregate($count as N))",
            $"Attempts?$apply=filter(LearnerId ne {id})/aggregate($count as N)", $"Attempts/$count?$filter=LearnerId ne {id}", $"Attempts/$count?$filter=Learner/Id ne {id}", $"Attempts?$apply=aggregate(case(LearnerId eq {id}:1,true:0) with countdistinct as N)", "Attempts?$apply=aggregate(LearnerId with max as Most)",
            $"Verbs?$compute=$root/Learners({id})/Rank as R", $"Attempts?$apply=groupby((Force),aggregate($count as N))&$compute=$root/Learners({id})/Rank as R", "Verbs?$filter=$root/Learners/$count gt 2", "Courses?$expand=Registrations", "Courses?$filter=Registrations/any()", "Courses?$apply=aggregate(Registrations/$count as N)",
            "Attempts?$expand=Answers", "Attempts/$filter(Success)", "Statements?$apply=groupby((RegistrationId))", "Statements?$apply=groupby((Json))", "Learners?$apply=groupby((Name))", "Attempts?$apply=expand(Answers,filter(true))", "Learners/$count?$filter=Force eq 'Surrey'", "Extensions",
        ];
        foreach (var way in refused)
        {
            var answer = await http.Ask(way);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.NotImplemented, $"{way}: {(int)answer.StatusCode} {await answer.Text()}");
        }

        Assert.Contains("groupby", await (await http.Ask("Attempts")).Text(), StringComparison.Ordinal);
        Assert.Equal([403, 200], (await http.Batch(["GET Learners HTTP/1.1", "GET Learners/$count HTTP/1.1"], ("Prefer", "continue-on-error"))).Select(part => part.Status));
        var delta = (await TestLrs.Read(await lrs.Http.Ask("Attempts", ("Prefer", "track-changes")))).GetProperty("@odata.deltaLink").GetString()!;
        Assert.False((await http.Ask(delta)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, await http.Status("/odata/Courses?$expand=Units"));
    }

    [Theory, EveryDatabase]
    public async Task A_limit_is_shown_and_cannot_stand_beside_wider_scopes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var made = await TestLrs.Read(await lrs.Http.TryMake("reports/read", ""","reports":{"force":"Kent","detail":"aggregates"}"""));
        Assert.Equal(("Kent", "aggregates"), (made.GetProperty("reports").GetProperty("force").GetString(), made.GetProperty("reports").GetProperty("detail").GetString()));
        Assert.Contains("\"detail\":\"aggregates\"", await lrs.Http.GetStringAsync($"/api/credentials/{made.GetProperty("key").GetString()}"), StringComparison.Ordinal);
        foreach (var (scopes, limit, rule) in new[]
        {
            ("all/read", """{"force":"Kent"}""", "credential.scopes"), ("reports/read statements/read", """{"force":"Kent"}""", "credential.scopes"), ("reports/read", """{"detail":"some"}""", "credential.detail"),
            ("reports/read", "{}", "credential.detail"), ("reports/read", """{"force":7}""", "credential.force"), ("reports/read", """{"forces":"Kent"}""", "credential.forces"),
        })
        {
            var answer = await lrs.Http.TryMake(scopes, $",\"reports\":{limit}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"{rule}\"", await answer.Text(), StringComparison.Ordinal);
        }
    }

    private static string Force(string row) => System.Text.Json.JsonDocument.Parse(row).RootElement.GetProperty("Force").GetString()!;

    private static async Task<HttpClient> Limited(TestLrs lrs, string limit)
    {
        var answer = await lrs.Http.TryMake("reports/read", $",\"reports\":{limit}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Text());
        var made = await TestLrs.Read(answer);
        return lrs.ClientWith(made.GetProperty("key").GetString(), made.GetProperty("secret").GetString()!);
    }

    // Six people of Kent with scores; six of Essex, whose words are secret, one with a score; one of Surrey.
    private static async Task<TestLrs> Filled(Dialect dialect, params string[] settings)
    {
        var lrs = await TestLrs.Start(dialect, settings);
        var csv = new StringBuilder("mbox,name,force,rank,from\n");
        var statements = new List<string>();
        for (var i = 0; i < 13; i++)
        {
            var (force, word) = i < 6 ? ("Kent", "plain") : i < 12 ? ("Essex", "secret") : ("Surrey", "secret");
            var mail = $"{word}{i}@example.org";
            csv.Append(mail).Append($",Person {word} {i},{force},Constable,2020-01-01\n");
            var score = i < 6 || i == 6 ? """ "score":{"scaled":0.5},""" : "";
            var registration = Guid.NewGuid();
            statements.Add(Some.Statement(mail, Some.Passed, Unit, $$""" "timestamp":"2026-01-0{{1 + (i % 5)}}T10:00:00Z","result":{ {{score}}"extensions":{"https://example.org/x":"{{word}}"} },"context":{"registration":"{{registration}}"},"""));
            statements.Add(Some.Statement(mail, "http://adlnet.gov/expapi/verbs/answered", Unit + "/q", $$""" "timestamp":"2026-01-0{{1 + (i % 5)}}T10:01:00Z","result":{"response":"{{word}} answer"},"context":{"registration":"{{registration}}","contextActivities":{"parent":[{"id":"{{Unit}}"}] } },"""));
        }

        await lrs.Store([.. statements]);
        var loaded = await lrs.Http.PostAsync("/api/learners", new StringContent(csv.ToString(), Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/csv") } });
        Assert.True(loaded.IsSuccessStatusCode, await loaded.Text());
        return lrs;
    }
}
