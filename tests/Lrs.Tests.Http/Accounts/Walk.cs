using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Tests.Http.Courses;
using Lrs.Tests.Http.Pages;
using Lrs.Tests.Http.Player;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>
/// Two tenants on one server: one with a little of everything, all of it marked, and one whose credential, person and launch try to reach it.
/// </summary>
internal sealed class Walk : IAsyncDisposable
{
    public const string Mark = "zebra";

    /// <summary>What only the first tenant's answers may hold.</summary>
    private static readonly string[] Theirs = [Mark, TestLrs.Key, TestLrs.AdminEmail, "tenant=\"default\""];

    private readonly Dictionary<string, string> names = [];

    private Walk(TestLrs lrs) => Lrs = lrs;

    public TestLrs Lrs { get; }

    /// <summary>Calls with the other tenant's credential, which may do everything there.</summary>
    public HttpClient Other { get; private set; } = null!;

    /// <summary>The other tenant's administrator in a browser.</summary>
    public Visitor Person { get; private set; } = null!;

    public static async Task<Walk> Start(Dialect dialect)
    {
        var walk = new Walk(await TestLrs.Start(dialect, "Lrs:Metrics:Loopback=false"));
        await walk.FillFirst();
        await walk.FillOther();
        return walk;
    }

    /// <summary>A path or body with the first tenant's ids for what stands in braces.</summary>
    public string Filled(string text) => names.Aggregate(text, (filled, name) => filled.Replace($"<{name.Key}>", name.Value, StringComparison.Ordinal));

    /// <summary>Sends a request of the list, and looks for what is the first tenant's in the answer.</summary>
    public async Task Send(Probe probe, string root)
    {
        var path = Filled(probe.Path);
        var answer = probe.From is From.Page ? await SendPage(probe, path) : await SendProgram(probe, root, path);
        var text = await answer.Content.ReadAsStringAsync() + string.Join('\n', answer.Headers.SelectMany(header => header.Value));

        Assert.True(probe.Statuses.Contains((int)answer.StatusCode), $"{probe.Method} {path}: {(int)answer.StatusCode} {text}");
        Assert.All(Theirs, mark => Assert.False(text.Contains(mark, StringComparison.Ordinal), $"{probe.Method} {path} shows {mark}: {text}"));
    }

    /// <summary>Everything of the first tenant that a walk could have changed.</summary>
    public async Task<string> Snapshot()
    {
        var all = new StringBuilder();
        foreach (var path in new[]
        {
            "/xapi/statements?ascending=true", "<state>", "<activityProfile>", "<agentProfile>", "/api/courses", "/api/courses/<course>", "/api/registrations/<registration>",
            "/odata/Statements", "/odata/Learners", "/odata/Attempts", "/odata/Courses", "/odata/Units", "/api/tenants",
        })
        {
            all.AppendLine(await Lrs.Http.GetStringAsync(Filled(path)));
        }

        foreach (var credential in (await Lrs.Get("/api/credentials")).EnumerateArray())
        {
            all.AppendLine($"{credential.GetProperty("key")} {credential.TryGetProperty("revoked", out _)} {credential.TryGetProperty("olderSecretUntil", out _)}");
        }

        return all.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Other.Dispose();
        Person.Dispose();
        await Lrs.DisposeAsync();
    }

    public static Package Course(string title) => Launches.OneUnit
        .With("imsmanifest.xml", Encoding.UTF8.GetString(Launches.OneUnit.Files["imsmanifest.xml"]).Replace("Old course", title, StringComparison.Ordinal))
        .With($"{title}.txt", title);

    private async Task FillFirst()
    {
        var statement = (await Lrs.Store(Some.Statement("ada@example.org", more: $"\"result\":{{\"response\":\"{Mark}\"}},"), Some.Statement(verb: Some.Passed)))[0];
        var agent = Uri.EscapeDataString(Some.Agent("ada@example.org"));
        names["statement"] = statement.ToString();
        names["state"] = $"/xapi/activities/state?activityId=https://example.org/courses/1&agent={agent}&stateId=s";
        names["states"] = $"/xapi/activities/state?activityId=https://example.org/courses/1&agent={agent}";
        names["activityProfile"] = "/xapi/activities/profile?activityId=https://example.org/courses/1&profileId=s";
        names["activityProfiles"] = "/xapi/activities/profile?activityId=https://example.org/courses/1";
        names["agentProfile"] = $"/xapi/agents/profile?agent={agent}&profileId=s";
        names["agentProfiles"] = $"/xapi/agents/profile?agent={agent}";
        names["agent"] = agent;
        foreach (var document in new[] { "state", "activityProfile", "agentProfile" })
        {
            var request = new HttpRequestMessage(HttpMethod.Put, names[document]) { Content = TestLrs.Json($$"""{"of":"{{Mark}}"}""") };
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
            Assert.Equal(HttpStatusCode.NoContent, (await Lrs.Http.SendAsync(request)).StatusCode);
        }

        var course = await Lrs.Course(Course(Mark));
        var launch = await Launch.Of(Lrs, course, learner: Launch.Ada.Replace("Ada Lovelace", Mark, StringComparison.Ordinal));
        await launch.Start();
        await launch.Commit(1, """{"core":{"lesson_status":"passed"}}""");
        names["course"] = course.ToString();
        names["registration"] = launch.Registration.ToString();
        names["session"] = launch.Session.ToString();
        names["credential"] = (await Lrs.Http.Make("all", $$""","origins":["https://{{Mark}}.example"]""")).GetProperty("key").GetString()!;
        names["more"] = (await Lrs.Get("/xapi/statements?limit=1")).GetProperty("more").GetString()!;
        names["learner"] = (await Lrs.Get("/odata/Learners")).GetProperty("value")[0].GetProperty("Id").GetString()!;
    }

    private async Task FillOther()
    {
        var (tenant, other) = await Lrs.Other();
        Other = other;
        await Lrs.Services.GetRequiredService<LoginStore>().Add(tenant, "olga@other.example", "Olga", LoginStore.Administrator, "correct horse battery", CancellationToken.None);
        Person = new Visitor(Lrs);
        Assert.Equal(HttpStatusCode.SeeOther, (await Person.SignIn("olga@other.example", "correct horse battery")).StatusCode);
        var course = (await TestLrs.Read(await other.PostAsync("/api/packages", Package.Body(Course("horse").Zip())))).GetProperty("id").GetGuid();
        var launch = await TestLrs.Read(await other.PostAsync($"/api/courses/{course}/launch", TestLrs.Json($$"""{"learner":{{Launch.Bob}}}""")));
        var url = new Uri(launch.GetProperty("url").GetString()!);
        names["token"] = url.Segments[2].TrimEnd('/');
        var page = await Lrs.ClientWith(null, "").GetStringAsync(url);
        names["file"] = page.Split("/f/")[1].Split('/')[0];
    }

    private Task<HttpResponseMessage> SendProgram(Probe probe, string root, string path)
    {
        var address = path.StartsWith("/xapi/", StringComparison.Ordinal) ? root + path["/xapi".Length..] : path;
        var request = new HttpRequestMessage(new HttpMethod(probe.Method), probe.From is From.Launch ? new Uri(Lrs.Content, address) : new Uri(Lrs.App, address))
        {
            Content = probe.Body is null ? null : TestLrs.Json(Filled(probe.Body)),
        };
        if (probe.Method is "PUT" && probe.Path.Contains("rofile", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        return probe.From is From.Launch ? Lrs.ClientWith(null, "").SendAsync(request) : Other.SendAsync(request);
    }

    private Task<HttpResponseMessage> SendPage(Probe probe, string path) =>
        probe.Method is "GET" ? Person.Open(path)
        : Person.Send("/connect", path, [.. (probe.Body ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]);
}

/// <summary>Who sends a request.</summary>
internal enum From
{
    /// <summary>A program with the other tenant's credential.</summary>
    Program,

    /// <summary>The other tenant's administrator, in a browser.</summary>
    Page,

    /// <summary>A launch of the other tenant, on the content origin.</summary>
    Launch,
}

/// <summary>One request that tries to reach what is another tenant's.</summary>
internal sealed record Probe(From From, string Method, string Path, int[] Statuses, string? Body = null);
