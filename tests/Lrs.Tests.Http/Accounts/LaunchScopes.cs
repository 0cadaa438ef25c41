using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>Credentials that are confined to one actor, one registration, chosen activities and verbs: what they open, and everything that they do not.</summary>
public sealed class LaunchScopes
{
    private const string Activity = "https://example.org/courses/1";
    private const string Registration = "5b8e1f0a-2f0c-4d1e-9a4b-6d1f2c3b4a59";
    private const string Other = "6c9f1f0a-2f0c-4d1e-9a4b-6d1f2c3b4a59";
    private const string InRegistration = $"\"context\":{{\"registration\":\"{Registration}\"}},";

    private static readonly string Ada = Some.Agent("ada@example.org");
    private static readonly string Bob = Some.Agent("bob@example.org");

    [Theory, EveryDatabase]
    public async Task Its_own_learner_writes_and_reads_back_statements_and_keeps_a_place(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = await Scoped(lrs);

        foreach (var activity in new[] { Activity, $"{Activity}/slides/3" })
        {
            Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(activity: activity, more: InRegistration)))).StatusCode);
        }

        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(Some.Statement(more: InRegistration)))).StatusCode);
        Assert.Equal(3, (await Statements(http, "/xapi/statements")).Count);
        Assert.Equal(HttpStatusCode.OK, await http.Status($"/xapi/statements?statementId={id}"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsync(State(), TestLrs.Json("1"))).StatusCode);
        Assert.Equal("1", await http.GetStringAsync(State()));
        Assert.Equal("[\"s\"]", await http.GetStringAsync(State().Replace("&stateId=s", "", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NoContent, await Put(http, Profile(Ada)));
        Assert.Equal("""{"kept":1}""", await http.GetStringAsync(Profile(Ada)));
    }

    [Theory, EveryDatabase]
    public async Task No_statement_of_another_actor_registration_activity_or_verb_enters(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = await Scoped(lrs);
        var target = (await TestLrs.Read(await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(more: InRegistration)))))[0].GetString();
        var verb = $"\"verb\":{{\"id\":\"{Some.Completed}\"}}";
        var wrong = new (string Rule, string Statement)[]
        {
            ("launch.actor", Some.Statement("bob@example.org", more: InRegistration)),
            ("launch.actor", $$"""{ {{InRegistration}} "actor":{"objectType":"Group","member":[{{Ada}}]},{{verb}},"object":{"id":"{{Activity}}"} }"""),
            ("launch.actor", $$"""{ {{InRegistration}} "actor":{"objectType":"Group","mbox":"mailto:ada@example.org"},{{verb}},"object":{"id":"{{Activity}}"} }"""),
            ("launch.actor", $$"""{ {{InRegistration}} "actor":{"account":{"homePage":"mailto:ada@example.org","name":"ada"} },{{verb}},"object":{"id":"{{Activity}}"} }"""),
            ("launch.registration", Some.Statement()),
            ("launch.registration", Some.Statement(more: InRegistration.Replace(Registration, Other, StringComparison.Ordinal))),
            ("launch.activity", Some.Statement(activity: "https://example.org/courses/2", more: InRegistration)),
            ("launch.activity", Some.Statement(activity: "https://example.org/courses/11", more: InRegistration)),
            ("launch.activity", Some.Statement(activity: "https://example.org/courses", more: InRegistration)),
            ("launch.activity", Some.Statement(activity: "HTTPS://example.org/courses/1", more: InRegistration)),
            ("launch.verb", Some.Statement(verb: Some.Passed, more: InRegistration)),
            ("launch.voiding", $$"""{ {{InRegistration}} "actor":{{Ada}},"verb":{"id":"{{Some.Voided}}"},"object":{"objectType":"StatementRef","id":"{{target}}"} }"""),
            ("launch.object", $$"""{ {{InRegistration}} "actor":{{Ada}},{{verb}},"object":{"objectType":"StatementRef","id":"{{target}}"} }"""),
            ("launch.object", $$"""{ {{InRegistration}} "actor":{{Ada}},{{verb}},"object":{"objectType":"Agent","mbox":"mailto:bob@example.org"} }"""),
            ("launch.object", $$"""{ {{InRegistration}} "actor":{{Ada}},{{verb}},"object":{"objectType":"SubStatement","actor":{{Bob}},{{verb}},"object":{"id":"{{Activity}}"} } }"""),
        };

        foreach (var (rule, statement) in wrong)
        {
            var id = Guid.NewGuid();
            Assert.Equal([rule], await http.PostAsync("/xapi/statements", TestLrs.Json(statement)).Rules());
            Assert.Equal([rule], await http.PutAsync($"/xapi/statements?statementId={id}", TestLrs.Json(statement)).Rules());
            Assert.Equal([rule], await http.PostAsync("/xapi/statements", TestLrs.Json($"[{Some.Statement(more: InRegistration)},{statement}]")).Rules());
        }

        Assert.Single(await Statements(lrs.Http, "/xapi/statements"));
    }

    [Theory, EveryDatabase]
    public async Task It_reads_no_statement_but_those_it_wrote(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = await Scoped(lrs);
        using var twin = await Scoped(lrs);
        var others = await lrs.Store(Some.Statement(more: InRegistration));
        await twin.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(more: InRegistration)));

        foreach (var query in new[] { "", $"?registration={Registration}", $"?agent={Uri.EscapeDataString(Ada)}", $"?agent={Uri.EscapeDataString(Ada)}&related_agents=true", $"?activity={Activity}&related_activities=true", $"?verb={Some.Completed}" })
        {
            Assert.Empty(await Statements(http, $"/xapi/statements{query}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await http.Status($"/xapi/statements?statementId={others[0]}"));
        Assert.Single(await Statements(twin, "/xapi/statements"));
        var more = (await TestLrs.Read(await lrs.Http.GetAsync("/xapi/statements?limit=1"))).GetProperty("more").GetString();
        Assert.Empty(await Statements(http, more!));
    }

    [Theory, EveryDatabase]
    public async Task No_document_of_another_actor_registration_or_activity_is_read_or_changed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = await Scoped(lrs);
        var wrong = new (string Rule, string Path)[]
        {
            ("launch.actor", State(agent: Bob)),
            ("launch.activity", State(activity: "https://example.org/courses/2")),
            ("launch.registration", State(registration: $"&registration={Other}")),
            ("launch.registration", State(registration: "")),
            ("launch.actor", Profile(Bob)),
            ("launch.activity", "/xapi/activities/profile?activityId=https://example.org/courses/2&profileId=p"),
        };
        foreach (var (_, path) in wrong)
        {
            Assert.Equal(HttpStatusCode.NoContent, await Put(lrs.Http, path));
        }

        foreach (var (rule, path) in wrong)
        {
            var id = path[path.LastIndexOf('&')..];
            Assert.Equal([rule], await http.GetAsync(path).Rules());
            Assert.Equal([rule], await http.GetAsync(path.Replace(id, "", StringComparison.Ordinal)).Rules());
            Assert.Equal([rule], await http.DeleteAsync(path).Rules());
            Assert.Equal([rule], await http.PutAsync(path, TestLrs.Json("{}")).Rules());
            Assert.Equal([rule], await http.PostAsync(path, TestLrs.Json("{}")).Rules());
            Assert.Equal("""{"kept":1}""", await lrs.Http.GetStringAsync(path));
        }

        var all = State(registration: "").Replace("&stateId=s", "", StringComparison.Ordinal);
        Assert.Equal(["launch.registration"], await http.DeleteAsync(all).Rules());
        var shared = $"/xapi/activities/profile?activityId={Activity}&profileId=p";
        await Put(lrs.Http, shared);
        Assert.Equal("""{"kept":1}""", await http.GetStringAsync(shared));
        Assert.Equal(["launch.profile"], await http.PostAsync(shared, TestLrs.Json("{}")).Rules());
        Assert.Equal(["launch.profile"], await http.DeleteAsync(shared).Rules());
    }

    [Theory, EveryDatabase]
    public async Task No_address_but_those_of_its_statements_and_documents_opens(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = await Scoped(lrs);
        var open = new[] { "/statements/", "/activities/state/", "/activities/profile/", "/agents/profile/" };

        foreach (var (path, method) in Routes.OfPrograms(lrs).Where(route => !Array.Exists(open, end => (route.Path + "/").EndsWith(end, StringComparison.Ordinal)) && !route.Path.EndsWith("/about", StringComparison.Ordinal)))
        {
            var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{method} {path}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("statements/write", "statements/read/mine state profile")]
    [InlineData("state", "statements/write statements/read/mine profile")]
    [InlineData("statements/read/mine", "statements/write state profile")]
    [InlineData("profile", "statements/write statements/read/mine state")]
    public async Task Without_a_scope_its_resource_is_shut(string scopes, string shut)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var http = await Scoped(lrs, scopes);

        foreach (var scope in shut.Split(' '))
        {
            var answer = scope switch
            {
                "statements/write" => await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(more: InRegistration))),
                "statements/read/mine" => await http.GetAsync("/xapi/statements"),
                "state" => await http.GetAsync(State()),
                _ => await http.GetAsync(Profile(Ada)),
            };
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{scope}: {answer.StatusCode}");
        }
    }

    [Theory, EveryDatabase]
    public async Task It_ends_at_its_end_or_when_it_is_revoked_and_is_listed_apart(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var end = DateTimeOffset.UtcNow.AddSeconds(2);
        using var brief = lrs.ClientWith(await Make(lrs, end: end));
        var made = await Make(lrs);
        using var revoked = lrs.ClientWith(made);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await brief.Status("/xapi/statements"), await revoked.Status("/xapi/statements")));
        Assert.Single((await lrs.Get("/api/credentials")).EnumerateArray());
        var listed = (await lrs.Get("/api/credentials?launch=true")).EnumerateArray().ToList();
        Assert.Equal(2, listed.Count);
        Assert.Equal(Registration, listed[0].GetProperty("launch").GetProperty("registration").GetString());

        await lrs.Http.DeleteAsync($"/api/credentials/{made.GetProperty("key").GetString()}");
        await Task.Delay(end - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await brief.Status("/xapi/statements"), await revoked.Status("/xapi/statements")));
    }

    [Theory]
    [InlineData("all", "", "", "credential.scopes")]
    [InlineData("statements/read", "", "", "credential.scopes")]
    [InlineData("all/read", "", "", "credential.scopes")]
    [InlineData("define", "", "", "credential.scopes")]
    [InlineData("state", "\"registration\":\"x\"", "\"registration\":\"5b8e1f0a-2f0c-4d1e-9a4b-6d1f2c3b4a59\"", "credential.registration")]
    [InlineData("state", "\"activities\":[]", "\"activities\":[\"https://example.org/courses/1\",\"https://example.org/courses/1/*\"]", "credential.activities")]
    [InlineData("state", "\"activities\":[\"*\"]", "\"activities\":[\"https://example.org/courses/1\",\"https://example.org/courses/1/*\"]", "credential.activities")]
    [InlineData("state", "\"activities\":[\"https://*\"]", "\"activities\":[\"https://example.org/courses/1\",\"https://example.org/courses/1/*\"]", "credential.activities")]
    [InlineData("state", "\"verbs\":[\"http://adlnet.gov/expapi/verbs/voided\"]", "\"verbs\":[\"http://adlnet.gov/expapi/verbs/completed\"]", "credential.verbs")]
    [InlineData("state", "\"actor\":{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:ada@example.org\"}]}", "\"actor\":{ \"mbox\": \"mailto:ada@example.org\" }", "credential.actor")]
    [InlineData("state", "", ",\"expires\"", "credential.expires")]
    [InlineData("state", ",\"authority\":{\"mbox\":\"mailto:x@example.org\"},\"expires\"", ",\"expires\"", "credential.authority")]
    public async Task One_that_is_confined_to_too_little_is_not_made(string scopes, string with, string instead, string rule)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var body = Body(DateTimeOffset.UtcNow.AddHours(1));
        body = instead is ",\"expires\"" && with.Length == 0 ? body[..body.IndexOf(instead, StringComparison.Ordinal)] : instead.Length > 0 ? body.Replace(instead, with, StringComparison.Ordinal) : body;

        Assert.Contains(rule, await lrs.Http.TryMake(scopes, body).Rules());
        Assert.Empty((await lrs.Get("/api/credentials?launch=true")).EnumerateArray());
    }

    private static async Task<HttpClient> Scoped(TestLrs lrs, string scopes = "statements/write statements/read/mine state profile") => lrs.ClientWith(await Make(lrs, scopes));

    private static Task<JsonElement> Make(TestLrs lrs, string scopes = "statements/write statements/read/mine state profile", DateTimeOffset? end = null) =>
        lrs.Http.Make(scopes, Body(end ?? DateTimeOffset.UtcNow.AddHours(1)));

    private static string Body(DateTimeOffset end) => $$"""
        ,"launch":{"actor":{{Ada}},"registration":"{{Registration}}","activities":["{{Activity}}","{{Activity}}/*"],"verbs":["{{Some.Completed}}"]},"expires":"{{end:O}}"
        """;

    private static string State(string? agent = null, string activity = Activity, string registration = $"&registration={Registration}") =>
        $"/xapi/activities/state?activityId={activity}&agent={Uri.EscapeDataString(agent ?? Ada)}{registration}&stateId=s";

    private static string Profile(string agent) => $"/xapi/agents/profile?agent={Uri.EscapeDataString(agent)}&profileId=p";

    private static async Task<HttpStatusCode> Put(HttpClient http, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = TestLrs.Json("""{"kept":1}""") };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return (await http.SendAsync(request)).StatusCode;
    }

    private static async Task<List<JsonElement>> Statements(HttpClient http, string path) =>
        path.Length == 0 ? [] : [.. (await TestLrs.Read(await http.GetAsync(path))).GetProperty("statements").EnumerateArray()];
}
