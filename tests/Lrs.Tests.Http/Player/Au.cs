using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Player;

/// <summary>A launched unit of cmi5, as a program that does what the specification says.</summary>
internal sealed class Au
{
    private readonly TestLrs lrs;

    private Au(TestLrs lrs, Launch launch, System.Collections.Specialized.NameValueCollection query, HttpClient http) =>
        (this.lrs, Launch, Query, Http) = (lrs, launch, query, http);

    public Launch Launch { get; }

    /// <summary>The launch parameters.</summary>
    public System.Collections.Specialized.NameValueCollection Query { get; }

    /// <summary>Calls the record store with the fetched token.</summary>
    public HttpClient Http { get; }

    public static Package Course(string? moveOn = "CompletedAndPassed", string attributes = "") => Package.Of("cmi5.xml", Package.Structure("index.html?own=1")
        .Replace("moveOn=\"Passed\"", $"{(moveOn is null ? "" : $"moveOn=\"{moveOn}\"")} {attributes}", StringComparison.Ordinal));

    /// <summary>Opens a launch, fetches its token and reads the learner's preferences, as a unit must before it begins.</summary>
    public static async Task<Au> Open(TestLrs lrs, Launch launch, bool readsPreferences = true)
    {
        var (_, query) = await launch.Redirect();
        var token = (await Fetch(lrs, query["fetch"]!)).GetProperty("auth-token").GetString()!;
        var http = lrs.ClientWith(null, "");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
        var au = new Au(lrs, launch, query, http);
        if (readsPreferences)
        {
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(au.Preferences())).StatusCode);
        }

        return au;
    }

    /// <summary>Launches a course for a new registration and opens it.</summary>
    public static async Task<Au> Open(TestLrs lrs, Guid course, string more = "") => await Open(lrs, await Launch.Of(lrs, course, more));

    public static async Task<JsonElement> Fetch(TestLrs lrs, string address)
    {
        var answer = await lrs.ClientWith(null, "").PostAsync(address, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("application/json", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        return await TestLrs.Read(answer);
    }

    /// <summary>A statement that is right.</summary>
    public JsonObject Statement(string verb)
    {
        var counts = verb is "completed" or "passed" or "failed";
        var result = verb switch
        {
            "completed" => """{"completion":true,"duration":"PT1S"}""",
            "passed" => """{"success":true,"score":{"scaled":0.9,"raw":9,"min":0,"max":10},"duration":"PT1S"}""",
            "failed" => """{"success":false,"score":{"scaled":0.5},"duration":"PT1S"}""",
            "terminated" => """{"duration":"PT2S"}""",
            _ => "null",
        };
        var statement = JsonNode.Parse($$$"""
            {"id":"{{{Guid.NewGuid()}}}","timestamp":"{{{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}","actor":{{{Query["actor"]}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/{{{verb}}}"},
             "object":{"id":"{{{Query["activityId"]}}}"},"result":{{{result}}},
             "context":{"registration":"{{{Launch.Registration}}}",
               "contextActivities":{"grouping":[{"id":"https://example.com/au/1"}],
                 "category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}{{{(counts ? ",{\"id\":\"https://w3id.org/xapi/cmi5/context/categories/moveon\"}" : "")}}}]},
               "extensions":{"https://w3id.org/xapi/cmi5/context/extensions/sessionid":"{{{Launch.Session}}}","https://w3id.org/xapi/cmi5/context/extensions/masteryscore":0.8} } }
            """)!.AsObject();
        if (statement["result"] is null)
        {
            statement.Remove("result");
        }

        return statement;
    }

    /// <summary>A statement that is no "cmi5 defined" one.</summary>
    public JsonObject Allowed()
    {
        var statement = Statement("experienced");
        statement["context"]!["contextActivities"]!.AsObject().Remove("category");
        statement["object"] = new JsonObject { ["id"] = "https://example.com/page/1" };
        return statement;
    }

    public Task<HttpResponseMessage> Send(params JsonObject[] statements) => Http.PostAsync("/xapi/statements", TestLrs.Json(new JsonArray([.. statements.Select(one => one.DeepClone())]).ToJsonString()));

    /// <summary>Says these verbs, which must be taken.</summary>
    public async Task Say(params string[] verbs)
    {
        foreach (var verb in verbs)
        {
            var answer = await Send(Statement(verb));
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Sends a statement that must be refused by this rule.</summary>
    public async Task Refused(string rule, int status, params JsonObject[] statements)
    {
        var answer = await Send(statements);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{rule}: {(int)answer.StatusCode} {text}");
        Assert.Equal($"cmi5.{rule}", JsonDocument.Parse(text).RootElement.GetProperty("faults")[0].GetProperty("rule").GetString());
        Assert.StartsWith("cmi5 ", JsonDocument.Parse(text).RootElement.GetProperty("faults")[0].GetProperty("clause").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The address of a document of this launch.</summary>
    public string State(string id, string? agent = null, Guid? registration = null, bool withRegistration = true) =>
        $"/xapi/activities/state?stateId={id}&activityId={Uri.EscapeDataString(Query["activityId"]!)}&agent={Uri.EscapeDataString(agent ?? Query["actor"]!)}"
        + (withRegistration ? $"&registration={registration ?? Launch.Registration}" : "");

    public string Preferences(string? agent = null) => $"/xapi/agents/profile?profileId=cmi5LearnerPreferences&agent={Uri.EscapeDataString(agent ?? Query["actor"]!)}";

    public Task<HttpResponseMessage> Put(string address, string json) => PutWith(address, TestLrs.Json(json));

    private Task<HttpResponseMessage> PutWith(string address, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        request.Headers.Add("If-Match", "*");
        return Http.SendAsync(request);
    }
}
