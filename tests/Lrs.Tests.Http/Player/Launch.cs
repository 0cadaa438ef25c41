using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Player;

/// <summary>One launch, as whoever opens its address sees it.</summary>
internal sealed class Launch
{
    public const string Ada = """{"objectType":"Agent","name":"Ada Lovelace","account":{"homePage":"https://force.example","name":"pc1234"}}""";
    public const string Bob = """{"account":{"homePage":"https://force.example","name":"pc5678"}}""";

    private readonly TestLrs lrs;

    private Launch(TestLrs lrs, JsonElement answer)
    {
        this.lrs = lrs;
        Url = new Uri(answer.GetProperty("url").GetString()!);
        Registration = answer.GetProperty("registration").GetGuid();
        Session = answer.GetProperty("session").GetGuid();
    }

    public Uri Url { get; }

    public Guid Registration { get; }

    /// <summary>The session; a new one after <see cref="Start"/> when the page was opened before.</summary>
    public Guid Session { get; private set; }

    public string Token => Url.Segments[2].TrimEnd('/');

    /// <summary>Launches, which must succeed.</summary>
    /// <param name="more">Further fields, each beginning with a comma.</param>
    public static async Task<Launch> Of(TestLrs lrs, Guid course, string more = "", string learner = Ada)
    {
        var answer = await Try(lrs, course, $$"""{"learner":{{learner}}{{more}}}""");
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return new Launch(lrs, await TestLrs.Read(answer));
    }

    public static Task<HttpResponseMessage> Try(TestLrs lrs, Guid course, string body) => lrs.Post($"/api/courses/{course}/launch", body);

    /// <summary>Launches the same registration again.</summary>
    public Task<Launch> Again(Guid course, string more = "", string learner = Ada) => Of(lrs, course, $",\"registration\":\"{Registration}\"{more}", learner);

    /// <summary>Opens the page, following no redirects.</summary>
    public Task<HttpResponseMessage> Open() => lrs.ClientWith(null, "").GetAsync(Url);

    /// <summary>Begins the run-time; gives the data model that content finds.</summary>
    public async Task<JsonElement> Start()
    {
        var answer = await lrs.ClientWith(null, "").PostAsync(new Uri(Url, "rt/start"), null);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var start = await TestLrs.Read(answer);
        Session = start.GetProperty("session").GetGuid();
        return start.GetProperty("elements");
    }

    /// <summary>Commits a whole data model, given as JSON of what is inside <c>cmi</c>, which must be kept.</summary>
    public async Task Commit(int sequence, string cmi, bool terminate = false)
    {
        var answer = await TryCommit(sequence, $$$"""{"runtimeData":{"cmi":{{{cmi}}}}}""", terminate);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal("""{"result":true,"errorCode":0}""", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a commit.</summary>
    public Task<HttpResponseMessage> TryCommit(int sequence, string body, bool terminate = false, string type = "application/json", Guid? session = null)
    {
        var commit = JsonNode.Parse(body)!.AsObject();
        commit["session"] = (session ?? Session).ToString();
        commit["commitSequence"] = sequence;
        commit["terminate"] = terminate;
        return lrs.ClientWith(null, "").PostAsync(new Uri(Url, "rt/commit"), new StringContent(commit.ToJsonString(), System.Text.Encoding.UTF8, type));
    }

    /// <summary>The registration's statements in the order of the log.</summary>
    public async Task<List<JsonElement>> Statements() =>
        [.. (await lrs.Get($"/xapi/statements?registration={Registration}&ascending=true")).GetProperty("statements").EnumerateArray()];

    /// <summary>The last segments of the verbs of the registration's statements.</summary>
    public async Task<string[]> Verbs() => [.. (await Statements()).Select(VerbOf)];

    /// <summary>The statement with this verb, which must be one.</summary>
    public async Task<JsonElement> Statement(string verb) => Assert.Single(await Statements(), statement => VerbOf(statement) == verb);

    /// <summary>What <c>/api/registrations</c> tells.</summary>
    public Task<JsonElement> State() => lrs.Get($"/api/registrations/{Registration}");

    /// <summary>Where the page of a cmi5 launch leads.</summary>
    public async Task<(Uri Address, System.Collections.Specialized.NameValueCollection Query)> Redirect()
    {
        var answer = await Open();
        Assert.True(answer.StatusCode is HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        var address = answer.Headers.Location!;
        return (address, HttpUtility.ParseQueryString(address.Query));
    }

    /// <summary>Moves the last use and the making of the launch's secrets into the past.</summary>
    public Task Age(TimeSpan by) => lrs.Services.GetRequiredService<Database>().WriteReference(
        work => work.Run(
            "UPDATE launch_token SET used = @then, created = @then WHERE session = @session",
            ("@then", DateTimeOffset.UtcNow - by),
            ("@session", Session)),
        CancellationToken.None);

    /// <summary>What the database holds of the launch's secrets.</summary>
    public Task<List<byte[]>> Secrets() => lrs.Services.GetRequiredService<Database>().ReadReference(
        work => work.All("SELECT hash FROM launch_token WHERE session = @session", row => row.Bytes(0), ("@session", Session)),
        CancellationToken.None);

    public static string VerbOf(JsonElement statement) => statement.GetProperty("verb").GetProperty("id").GetString()!.Split('/')[^1];
}

/// <summary>Courses to be launched.</summary>
internal static class Launches
{
    /// <summary>SCORM 1.2 with one unit.</summary>
    public static Package OneUnit { get; } = Package.Of("imsmanifest.xml", System.Text.Encoding.UTF8.GetString(Package.Scorm12.Files["imsmanifest.xml"])
        .Replace("<item identifier=\"I2\" identifierref=\"R1\"><title>Part two</title></item>\n", "", StringComparison.Ordinal));

    public static async Task<Guid> Course(this TestLrs lrs, Package package) => (await lrs.Import(package)).GetProperty("id").GetGuid();
}
