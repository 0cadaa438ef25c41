using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>The table of changes, sent to a server: the table says which requirement each stands for.</summary>
public sealed class StatementFormat
{
    [Theory, EveryDatabase]
    public async Task What_the_format_forbids_is_refused_by_its_rule_in_both_versions(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var wrong = new List<string>();
        foreach (var (version, row, where, json) in Requests(WrongFormats.All))
        {
            using var answer = await Post(lrs, version, json);
            var faults = await Faults(answer);
            if (answer.StatusCode is not HttpStatusCode.BadRequest || !faults.Any(fault => row.Rule.Split('|').Contains(fault.Rule) && fault.Path.StartsWith('$')))
            {
                wrong.Add($"{version} {row.Ids} {where} = {row.Value}: {(int)answer.StatusCode}, wanted {row.Rule}, got {string.Join(", ", faults)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task What_the_format_allows_is_taken_in_both_versions_and_given_back(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var wrong = new List<string>();
        foreach (var (version, row, where, json) in Requests(RightFormats.All))
        {
            using var answer = await Post(lrs, version, json);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                wrong.Add($"{version} {row.Ids} {where} = {row.Value}: {(int)answer.StatusCode} {text}");
                continue;
            }

            var id = JsonDocument.Parse(text).RootElement[0].GetGuid();
            using var back = await lrs.Http.GetAsync($"/xapi/statements?statementId={id}");
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<(string Version, FormatRow Row, string Where, string Json)> Requests(IEnumerable<FormatRow> rows) =>
        from row in rows
        from version in new[] { "1.0.3", "2.0.0" }
        from statement in row.Statements()
        select (version, row, statement.Where, statement.Json);

    private static Task<HttpResponseMessage> Post(TestLrs lrs, string version, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = TestLrs.Json(json) };
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }

    private static async Task<List<(string Rule, string Path)>> Faults(HttpResponseMessage answer) =>
        (await TestLrs.Read(answer)) is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("faults", out var faults)
            ? faults.EnumerateArray().Select(fault => (fault.GetProperty("rule").GetString()!, fault.GetProperty("path").GetString()!)).ToList()
            : [];
}
