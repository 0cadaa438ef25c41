using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Reports;

/// <summary>What is answered from counts is what counting gives.</summary>
public sealed class CountingByMonth
{
    private const string Parts = "compute(year(Timestamp) as Year,month(Timestamp) as Month)/";

    private static readonly string[] Questions =
    [
        Parts + "groupby((CourseId,Year,Month),aggregate($count as N))",
        "filter(Voided eq false)/" + Parts + "groupby((CourseId,Year,Month),aggregate($count as N))",
        "filter(year(Timestamp) ge 2024 and not (month(Timestamp) in (6,7)))/groupby((CourseId),aggregate($count as N))",
        Parts + "groupby((rollup($all,Year,Month)),aggregate($count as N))",
        "filter(CourseId ne null)/aggregate($count as N)",
        "filter(year(Timestamp) eq 1900)/aggregate($count as N)",
        "filter(year(Timestamp) eq 1900)/groupby((CourseId),aggregate($count as N))",
        "groupby((Voided))",
        Parts + "groupby((Year,Month),aggregate($count as N))/filter(N gt 3)/topcount(5,N)",
    ];

    [Theory, EveryDatabase]
    public async Task Gives_what_the_statements_themselves_give(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var units = await Units(lrs);
        var random = new Random(20);
        var ids = new List<Guid>();
        for (var round = 0; round < 12; round++)
        {
            ids.AddRange(await lrs.Store([.. Enumerable.Range(0, 12).Select(_ => One(random, units))]));

            // One that is here is voided, twice; and one that comes later.
            var (old, late) = (ids[random.Next(ids.Count)], Guid.NewGuid());
            await lrs.Store(Some.Reference(old, verb: Some.Voided), Some.Reference(old, verb: Some.Voided), Some.Reference(late, verb: Some.Voided));
            await lrs.Store(One(random, units, $"{late}"));
            await Compare(lrs);
        }

        await lrs.Services.GetRequiredService<ViewRebuild>().Run(
            TenantId.From(1), lrs.Services.GetServices<ILogFollower>().Single(one => one.Name == "reports"), TestContext.Current.CancellationToken);
        await Compare(lrs);
    }

    [Theory, EveryDatabase]
    public async Task Is_right_at_every_distance_between_the_log_and_those_who_follow_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var units = await Units(lrs);
        var random = new Random(21);
        var ids = await lrs.Store([.. Enumerable.Range(0, 30).Select(_ => One(random, units))]);
        var first = await lrs.Http.Ask(Fast(Questions[0]), ("Prefer", "maxpagesize=2"));
        var chain = (await TestLrs.Read(first)).GetProperty("@odata.nextLink").GetString()!;

        // What comes now lies behind the end of the chain.
        await lrs.Store([.. Enumerable.Range(0, 10).Select(_ => One(random, units)), Some.Reference(ids[3], verb: Some.Voided)]);
        var counted = Sum(await TestLrs.Read(first));
        for (string? next = chain; next is not null;)
        {
            var page = await TestLrs.Read(await lrs.Http.GetAsync(next));
            counted += Sum(page);
            next = page.TryGetProperty("@odata.nextLink", out var more) ? more.GetString() : null;
        }

        Assert.Equal(30, counted);

        // And that the counts are what answers at all.
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1), work => work.Run("UPDATE statement_month SET n = n + 1000 WHERE tenant = @tenant"), TestContext.Current.CancellationToken);
        Assert.True(Sum(await TestLrs.Read(await lrs.Http.Ask(Fast("aggregate($count as N)")))) > 1000);
        Assert.Equal(41, Sum(await TestLrs.Read(await lrs.Http.Ask(Plain("aggregate($count as N)")))));
    }

    private static long Sum(JsonElement page) => page.GetProperty("value").EnumerateArray().Sum(row => row.GetProperty("N").GetInt64());

    private static async Task Compare(TestLrs lrs)
    {
        foreach (var question in Questions)
        {
            var (fast, plain) = (await lrs.Http.Rows(Fast(question)), await lrs.Http.Rows(Plain(question)));
            Assert.True(plain.SequenceEqual(fast), $"{question}\n{string.Join('\n', plain)}\n\n{string.Join('\n', fast)}");
        }
    }

    private static string Fast(string question) => "Statements?$apply=" + Uri.EscapeDataString(question);

    // Counts know no verbs, so this must be asked of the statements.
    private static string Plain(string question) => "Statements?$apply=" + Uri.EscapeDataString("filter(VerbId ne 'no')/" + question);

    private static async Task<List<string>> Units(TestLrs lrs)
    {
        var answer = await lrs.Http.PostAsync("/api/packages?wait=true", new StringContent(Package.Structure("https://content.example.com/au"), Encoding.UTF8, "text/xml"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Text());
        var hosted = (await lrs.Get("/odata/Units")).GetProperty("value").EnumerateArray().Select(unit => unit.GetProperty("ActivityId").GetString()!);
        return [.. hosted, "https://example.org/elsewhere", "https://example.org/other"];
    }

    private static string One(Random random, List<string> units, string? id = null)
    {
        var happened = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(1000)).AddSeconds(random.Next(86_400));

        // Now and then the last and the first moment of a month, and a long time ago.
        happened = random.Next(6) switch { 0 => new DateTime(2024, 1, 31, 23, 59, 59, 999, DateTimeKind.Utc), 1 => new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc), 2 => happened.AddYears(-80), _ => happened };
        return Some.Statement($"a{random.Next(4)}@example.org", activity: units[random.Next(units.Count)], more: $"\"timestamp\":\"{happened:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\",", id: id);
    }
}
