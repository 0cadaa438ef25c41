using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server;
using Lrs.Server.Courses;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>A little of everything that an installation can hold, always the same, and a picture of what it answers.</summary>
internal static class Sample
{
    private static readonly string[] Sets = ["Statements", "Learners", "Courses", "Units", "Attempts", "Answers", "Verbs", "Activities"];

    private static readonly byte[] Film = [.. Enumerable.Range(0, 700_000).Select(i => (byte)(i * 31 >> 3))];

    /// <summary>Where the sample's documents are.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        Writer.Document(0, 0),
        Writer.Document(0, 1),
        "/xapi/activities/profile?activityId=https://example.org/own&profileId=p",
        "/xapi/agents/profile?agent=%7B%22mbox%22%3A%22mailto%3Aada%40example.org%22%7D&profileId=p",
    ];

    /// <summary>The id of the sample's n-th statement.</summary>
    public static Guid Id(int number) => new(number, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1]);

    /// <summary>
    /// Sixty statements, among them some that refer to others and some that void: one before its target came, one that was the only statement of
    /// its learner, one that bridged two tries. Then documents, a course, and a launch of it.
    /// </summary>
    public static async Task Fill(HttpClient http)
    {
        var random = new Random(7);
        await Store(http, Enumerable.Range(0, 40).Select(number => Talk.About(random, Id(number))));
        await Store(http, [Some.Reference(Id(3), id: $"{Id(40)}"), Some.Reference(Id(99), verb: Some.Voided, id: $"{Id(41)}"), Some.Reference(Id(5), verb: Some.Voided, id: $"{Id(42)}")]);
        await Store(http, [Timed(43, "bob", 1), Timed(44, "bob", 8), Timed(45, "bob", 15), Timed(46, "eve", 1), Some.Reference(Id(44), verb: Some.Voided, id: $"{Id(47)}"), Some.Reference(Id(46), verb: Some.Voided, id: $"{Id(48)}")]);
        await Store(http, [Timed(49, "dan", 1), Some.Reference(Id(49), verb: Some.Voided, id: $"{Id(50)}"), Timed(51, "dan", 2), Timed(99, "dan", 3)]);
        foreach (var document in Documents)
        {
            var put = new HttpRequestMessage(HttpMethod.Put, document) { Content = TestLrs.Json($"{{\"at\":\"{document.Length}\"}}") };
            put.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            Assert.Equal(HttpStatusCode.NoContent, (await http.SendAsync(put)).StatusCode);
        }

        var course = await http.PostAsync("/api/packages", Package.Body(Package.Scorm12.With("film.mp4", Film).With("notes/readme.txt", "Read me.").Zip()));
        Assert.Equal(HttpStatusCode.Created, course.StatusCode);
        var id = (await TestLrs.Read(course)).GetProperty("id").GetGuid();
        var launch = await http.PostAsync($"/api/courses/{id}/launch", TestLrs.Json("""{"learner":{"objectType":"Agent","name":"Ada Lovelace","account":{"homePage":"https://force.example","name":"pc1234"}}}"""));
        Assert.Equal(HttpStatusCode.OK, launch.StatusCode);
    }

    /// <summary>What the server answers for everything that it holds; the addresses it is served from left out.</summary>
    public static async Task<SortedDictionary<string, string>> Picture(Installation place, RunningServer server)
    {
        using var http = place.Client();
        var picture = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var statement in Statements(http))
        {
            picture[$"statement {statement.GetProperty("id").GetString()}"] = statement.GetRawText();
        }

        foreach (var document in Documents)
        {
            var answer = await http.GetAsync(document);
            picture[document] = $"{answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}";
        }

        foreach (var address in Sets.Select(set => $"/odata/{set}").Append("/api/courses"))
        {
            var answer = await http.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync()}");
            picture[address] = (await answer.Content.ReadAsStringAsync()).Replace(place.App.ToString(), "http://here/", StringComparison.Ordinal);
        }

        using var browser = new HttpClient { BaseAddress = place.Content };
        foreach (var (path, address) in await Files(server))
        {
            var answer = await browser.GetAsync(address);
            picture[$"file {path}"] = $"{answer.StatusCode} {Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync())}";
        }

        return picture;
    }

    /// <summary>The course's files and where the content origin serves them.</summary>
    public static async Task<List<(string Path, string Address)>> Files(RunningServer server)
    {
        var all = server.App.Services;
        var rows = await all.GetRequiredService<Database>().Read(
            TenantId.From(1), work => work.All("SELECT version, path FROM package_file WHERE tenant = @tenant ORDER BY path", row => (Version: row.Guid(0), Path: row.Text(1))), CancellationToken.None);
        var files = new List<(string, string)>();
        foreach (var (version, path) in rows)
        {
            files.Add((path, $"/f/{await all.GetRequiredService<CourseFiles>().KeyFor(TenantId.From(1), Id(1), version, CancellationToken.None)}/{path}"));
        }

        return files;
    }

    private static async IAsyncEnumerable<JsonElement> Statements(HttpClient http)
    {
        for (var next = "/xapi/statements?ascending=true"; next.Length > 0;)
        {
            var page = await TestLrs.Read(await http.GetAsync(next));
            foreach (var statement in page.GetProperty("statements").EnumerateArray())
            {
                yield return statement;
            }

            next = page.GetProperty("more").GetString()!;
        }
    }

    private static string Timed(int number, string learner, int hour) =>
        Some.Statement($"{learner}@example.org", activity: Talk.Activity(1), more: $"\"timestamp\":\"2026-03-09T{hour:00}:00:00Z\",", id: $"{Id(number)}");

    private static async Task Store(HttpClient http, IEnumerable<string> statements)
    {
        var answer = await http.PostAsync("/xapi/statements", new StringContent($"[{string.Join(',', statements)}]", Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
