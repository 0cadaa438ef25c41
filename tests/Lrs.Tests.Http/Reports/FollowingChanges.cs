using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class FollowingChanges
{
    private const string Unit = "https://example.org/courses/";

    [Theory, EveryDatabase]
    public async Task A_delta_link_gives_what_came_changed_and_went_since(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Started("ada", 1), Started("ada", 2), Started("bob", 3));
        var first = await Tracked(lrs, "Attempts?$select=ActivityId,Success");
        var voided = Only(first, Unit + 2);

        await lrs.Store(Some.Statement("ada@example.org", Some.Passed, Unit + 1), Some.Reference(ids[1], verb: Some.Voided), Started("eve", 4));
        var delta = await Next(lrs, first);
        var quiet = await Next(lrs, delta);

        Assert.EndsWith("#Attempts(ActivityId,Success)/$delta", delta.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Equal([Unit + 1, Unit + 4], Rows(delta).Where(r => r.TryGetProperty("ActivityId", out _)).Select(r => r.GetProperty("ActivityId").GetString()).Order());
        var removed = Assert.Single(Rows(delta), r => r.TryGetProperty("reason", out _));
        Assert.Equal("deleted", removed.GetProperty("reason").GetString());
        Assert.Contains("/$deletedEntity", removed.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.StartsWith($"{lrs.App}odata/Attempts(", removed.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, first.GetProperty("value").GetArrayLength());
        Assert.NotEqual(default, voided.ValueKind);
        Assert.Empty(Rows(quiet));
    }

    [Theory, EveryDatabase]
    public async Task What_no_longer_matches_the_filter_is_removed_and_what_was_voided_leaves_the_answers(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Started("ada", 1), Answered("ada", 1));
        var open = await Tracked(lrs, "Attempts?$filter=Success eq null", ("OData-MaxVersion", "4.01"));
        var answers = await Tracked(lrs, "Answers?$select=Response");
        var statements = await Tracked(lrs, "Statements?$select=Voided");

        await lrs.Store(Some.Statement("ada@example.org", Some.Passed, Unit + 1), Some.Reference(ids[1], verb: Some.Voided));

        var gone = Assert.Single(Rows(await Next(lrs, open, ("OData-MaxVersion", "4.01"))));
        Assert.Equal("changed", gone.GetProperty("@removed").GetProperty("reason").GetString());
        Assert.Equal("deleted", Assert.Single(Rows(await Next(lrs, answers))).GetProperty("reason").GetString());
        Assert.Equal([false, false, true], Rows(await Next(lrs, statements)).Select(r => r.GetProperty("Voided").GetBoolean()).Order());
    }

    [Theory, EveryDatabase]
    public async Task Long_answers_and_long_deltas_come_in_pages_and_lose_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:PageSize=2");
        await lrs.Store([.. Enumerable.Range(1, 5).Select(n => Started("ada", n))]);
        var first = await Tracked(lrs, "Attempts?$select=ActivityId");
        var between = await TestLrs.Read(await lrs.Http.GetAsync(first.GetProperty("@odata.nextLink").GetString()));
        await lrs.Store([.. Enumerable.Range(4, 6).Select(n => Some.Statement("ada@example.org", Some.Passed, Unit + n))]);

        var known = Rows(first).Concat(Rows(between)).ToList();
        for (var next = between; next.TryGetProperty("@odata.nextLink", out var link);)
        {
            next = await TestLrs.Read(await lrs.Http.GetAsync(link.GetString()));
            known.AddRange(Rows(next));
            between = next;
        }

        var changed = new List<JsonElement>();
        var delta = await Next(lrs, between);
        changed.AddRange(Rows(delta));
        while (delta.TryGetProperty("@odata.nextLink", out var link))
        {
            delta = await TestLrs.Read(await lrs.Http.GetAsync(link.GetString()));
            changed.AddRange(Rows(delta));
        }

        Assert.Equal(Enumerable.Range(4, 6).Select(n => Unit + n), changed.Select(r => r.GetProperty("ActivityId").GetString()).Order().Distinct());
        Assert.Superset(Enumerable.Range(1, 9).Select(n => Unit + n).ToHashSet(), known.Concat(changed).Select(r => r.GetProperty("ActivityId").GetString()!).ToHashSet());
        Assert.True(delta.TryGetProperty("@odata.deltaLink", out _));
    }

    [Theory, EveryDatabase]
    public async Task Views_that_are_built_again_are_no_change_and_foreign_tokens_are_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Started("ada", 1), Answered("ada", 1));
        var attempts = await Tracked(lrs, "Attempts");
        var link = attempts.GetProperty("@odata.deltaLink").GetString()!;

        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.GetAsync(link.Replace("/Attempts", "/Courses", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lrs.Http.GetAsync(link[..^4] + "AAAA")).StatusCode);
        Assert.False((await TestLrs.Read(await lrs.Http.Ask("Courses", ("Prefer", "track-changes")))).TryGetProperty("@odata.deltaLink", out _));
        Assert.False((await TestLrs.Read(await lrs.Http.Ask("Attempts?$apply=groupby((LearnerId))", ("Prefer", "track-changes")))).TryGetProperty("@odata.deltaLink", out _));
        Assert.Contains("track-changes", (await lrs.Http.Ask("Attempts", ("Prefer", "track-changes"))).Headers.GetValues("Preference-Applied").Single(), StringComparison.Ordinal);
    }

    private static string Started(string who, int unit) => Some.Statement($"{who}@example.org", "http://adlnet.gov/expapi/verbs/initialized", Unit + unit);

    private static string Answered(string who, int unit) => Some.Statement(
        $"{who}@example.org", "http://adlnet.gov/expapi/verbs/answered", $"{Unit}{unit}/q", $$$""" "result":{"response":"a"},"context":{"contextActivities":{"parent":[{"id":"{{{Unit}}}{{{unit}}}"}]}},""");

    private static async Task<JsonElement> Tracked(TestLrs lrs, string path, params (string, string)[] headers) =>
        await TestLrs.Read(await lrs.Http.Ask(path, [("Prefer", "odata.track-changes"), .. headers]));

    private static async Task<JsonElement> Next(TestLrs lrs, JsonElement answer, params (string, string)[] headers)
    {
        var link = answer.TryGetProperty("@odata.deltaLink", out var one) ? one : answer.GetProperty("@deltaLink");
        var next = await lrs.Http.Ask(link.GetString()!, headers);
        Assert.True(next.IsSuccessStatusCode, await next.Text());
        return await TestLrs.Read(next);
    }

    private static List<JsonElement> Rows(JsonElement answer) => [.. answer.GetProperty("value").EnumerateArray()];

    private static JsonElement Only(JsonElement answer, string activity) => Rows(answer).Single(r => r.GetProperty("ActivityId").GetString() == activity);
}
