using System.Net;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class AnswersInStreams
{
    private const int Many = 60_000;

    private static readonly (string, string) Long = ("Prefer", "maxpagesize=1000000");

    // Copies of the one statement that is there; what follows the log has followed them.
    private static readonly PerDialect Copies = new(
        Sqlite: """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @many)
            INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, voids, body)
            SELECT s.tenant, s.seq + n.i, 0, randomblob(16), s.stored + n.i, s.happened, s.actor, s.verb, s.activity, 0, s.body FROM statement s, n WHERE s.tenant = @tenant
            """,
        Postgres: """
            INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, voids, body)
            SELECT s.tenant, s.seq + n.i, 0, gen_random_uuid(), s.stored + n.i * interval '1 microsecond', s.happened, s.actor, s.verb, s.activity, FALSE, s.body
            FROM statement s, generate_series(1, @many) AS n(i) WHERE s.tenant = @tenant
            """);

    [Theory, EveryDatabase]
    public async Task A_long_one_takes_no_more_memory_than_a_short_one_and_stops_when_nobody_reads_on(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await Fill(lrs);
        foreach (var form in new[] { "json", "csv" })
        {
            using var answer = await Begin(lrs, $"Statements?$format={form}");
            await using var body = await answer.Content.ReadAsStreamAsync();
            await Read(body, 1024 * 1024);
            var before = GC.GetTotalMemory(forceFullCollection: true);

            await Read(body, 8 * 1024 * 1024);

            // Megabytes are out, and what is kept is what lies between server and client.
            var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.True(grown < 2 * 1024 * 1024, $"{form}: {grown:N0} bytes");
        }

        for (var leaving = 0; leaving < 20; leaving++)
        {
            using var answer = await Begin(lrs, "Statements");
            await using var body = await answer.Content.ReadAsStreamAsync();
            await Read(body, 64 * 1024);
        }

        Assert.Equal($"{Many + 1}", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
        await Idle(lrs, dialect);
    }

    [Theory, EveryDatabase]
    public async Task A_long_one_is_whole(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:CsvRows=50000");
        await Fill(lrs);

        var all = await TestLrs.Read(await lrs.Http.Ask("Statements?$select=Id&$count=true", Long));
        var csv = await lrs.Http.Ask("Statements?$select=Id&$format=csv");
        var rest = await lrs.Http.Ask(csv.Headers.GetValues("Link").Single().Trim('<').Split('>')[0]);

        var ids = all.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetString()!).ToList();
        Assert.Equal(Many + 1, all.GetProperty("@odata.count").GetInt32());
        Assert.Equal(Many + 1, ids.Distinct().Count());
        Assert.False(all.TryGetProperty("@odata.nextLink", out _));
        Assert.Equal(ids, [.. await Lines(csv), .. await Lines(rest)]);
        Assert.False(rest.Headers.Contains("Link"));
    }

    [Theory, EveryDatabase]
    public async Task A_fault_at_once_is_told_and_one_on_the_way_breaks_the_answer_off(Dialect dialect)
    {
        const string Question = "Statements?$select=Id,X&$compute=ScoreRaw mul 100000000000000000000 as X";
        await using var lrs = await TestLrs.Start(dialect);
        await Fill(lrs);
        await lrs.Store(Some.Statement(more: """ "result":{"score":{"raw":100000000000000000000}}, """));

        var soon = await lrs.Http.Ask(Question + "&$filter=ScoreRaw ne null");
        using var late = await Begin(lrs, Question);
        var head = await lrs.Http.Ask(HttpMethod.Head, Question);
        var within = await Assert.ThrowsAnyAsync<Exception>(() => lrs.Http.Batch([$"GET {Question.Replace(" ", "%20")} HTTP/1.1\r\nPrefer: maxpagesize=1000000"]));

        Assert.Equal(HttpStatusCode.BadRequest, soon.StatusCode);
        Assert.Equal("range", (await TestLrs.Read(soon)).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(async () => await (await late.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(within is HttpRequestException or IOException, $"{within}");
        await Idle(lrs, dialect);
    }

    private static async Task Fill(TestLrs lrs)
    {
        await lrs.Store(Some.Statement());
        Assert.Equal("1", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            async work =>
            {
                await work.Run(Copies, ("@many", Many));
                await work.Run("UPDATE log_head SET seq = seq + @many, stored = (SELECT MAX(s.stored) FROM statement s WHERE s.tenant = @tenant) WHERE tenant = @tenant", ("@many", Many));
                await work.Run("UPDATE follower SET seq = seq + @many WHERE tenant = @tenant", ("@many", Many));
            },
            TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Begin(TestLrs lrs, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/odata/" + path);
        request.Headers.TryAddWithoutValidation(Long.Item1, Long.Item2);
        return lrs.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task Read(Stream body, int bytes)
    {
        var buffer = new byte[16 * 1024];
        for (var read = 0; read < bytes;)
        {
            var some = await body.ReadAsync(buffer);
            read += some > 0 ? some : throw new EndOfStreamException();
        }
    }

    private static async Task<IEnumerable<string>> Lines(HttpResponseMessage answer) =>
        (await answer.Text()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);

    // What nobody reads any more holds no connection, and the database does not work on it.
    private static async Task Idle(TestLrs lrs, Dialect dialect)
    {
        for (var tries = 0; dialect is Dialect.Postgres; tries++)
        {
            var running = await lrs.Services.GetRequiredService<Database>().ReadReference(
                work => work.One("SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND datname = current_database() AND query LIKE '%AS t0%' AND pid <> pg_backend_pid()", row => row.Long(0)),
                CancellationToken.None);
            if (running == 0)
            {
                return;
            }

            Assert.True(tries < 100, "The database still works on what nobody waits for.");
            await Task.Delay(100);
        }
    }
}
