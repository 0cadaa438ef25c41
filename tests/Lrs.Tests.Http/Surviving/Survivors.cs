using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>What must hold after a kill: nothing acknowledged is lost, nothing is there twice or by half.</summary>
internal static class Survivors
{
    /// <summary>The log as a whole, and what was acknowledged.</summary>
    public static async Task<List<StoredRow>> CheckLog(Installation place, Ledger ledger)
    {
        Assert.Empty(ledger.Surprises);
        var rows = await StoredLog.Rows(place);
        var head = await StoredLog.Head(place);

        // Dense, strictly growing in time, and the head is the end.
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(seq => (long)seq), rows.Select(row => row.Seq));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.Stored < pair.Second.Stored, $"{pair.First.Seq} and {pair.Second.Seq} are not in order of time."));
        Assert.Equal(rows.Count, head.Seq);
        if (rows.Count > 0)
        {
            // A reader moves the head of a quiet log on.
            Assert.True(rows[^1].Stored <= head.Stored, "The newest statement is newer than the head.");
        }

        // Once, and nothing that nobody sent.
        var bySeq = rows.ToDictionary(row => row.Id);
        Assert.All(rows, row => Assert.True(ledger.Sent.ContainsKey(row.Id), $"{row.Id} was never sent."));

        // A request is there whole, in its order and side by side, or not at all; an acknowledged one is there.
        foreach (var request in ledger.Requests)
        {
            var there = request.Ids.Where(bySeq.ContainsKey).Select(id => bySeq[id].Seq).ToList();
            Assert.True(there.Count == request.Ids.Count || (there.Count == 0 && !request.IsAcknowledged), $"{there.Count} of {request.Ids.Count} statements of a request are there; acknowledged: {request.IsAcknowledged}.");
            Assert.Equal(there.Select((_, i) => there[0] + i), there);
            Assert.True(there.Count == 0 || request.IsAcknowledged || request.IsUncertain, $"{request.Ids[0]} is there, and every answer said that nothing was stored.");
        }

        // What a writer sent after an acknowledgement comes after it.
        foreach (var requests in ledger.Acknowledged.Values)
        {
            var order = requests.Select(request => bySeq[request.Ids[0]].Seq).ToList();
            Assert.Equal(order.Order(), order);
        }

        CheckVoids(ledger, bySeq);
        return rows;
    }

    /// <summary>Statements are found by their keys, those of what they refer to included, newest first, without the voided.</summary>
    /// <param name="most">How many of the keys are looked at; drawn by <paramref name="random"/>.</param>
    public static async Task CheckKeys(HttpClient http, IReadOnlyList<StoredRow> rows, Random random, int most)
    {
        var byId = rows.ToDictionary(row => row.Id);
        var expected = rows.Where(row => row.VoidedBy is null).Reverse()
            .SelectMany(row => Reached(row, byId).SelectMany(one => one.Queries()).Distinct().Select(query => (Query: query, row.Id)))
            .ToLookup(pair => pair.Query, pair => pair.Id);
        var queries = expected.Select(group => group.Key).Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(queries);
        foreach (var query in queries.Take(most))
        {
            // Keys of distant targets may come a moment after the commit.
            var (wanted, found) = (expected[query].ToList(), await Find(http, query));
            for (var waited = Stopwatch.StartNew(); !found.SequenceEqual(wanted) && waited.Elapsed < TimeSpan.FromSeconds(10); found = await Find(http, query))
            {
                await Task.Delay(100);
            }

            Assert.True(found.SequenceEqual(wanted), $"{query}: {wanted.Count} expected, {found.Count} found; missing {string.Join(' ', wanted.Except(found).Take(3))}, too many {string.Join(' ', found.Except(wanted).Take(3))}.");
        }
    }

    /// <summary>Documents hold what was acknowledged, or what was under way then, with its tag.</summary>
    public static async Task CheckDocuments(HttpClient http, Ledger ledger)
    {
        foreach (var (address, document) in ledger.Documents)
        {
            var answer = await http.GetAsync(address);
            var body = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
            Assert.True(body == document.Sure || (document.Perhaps is not null && body == document.Perhaps), $"{address} holds {body?[..Math.Min(40, body.Length)]}");
            if (body is not null)
            {
                Assert.Equal($"\"{Tags.Of(body)}\"", answer.Headers.ETag!.Tag);
            }
        }

        var counter = await http.GetAsync(Writer.Counter);
        var count = counter.IsSuccessStatusCode ? int.Parse(await counter.Content.ReadAsStringAsync()) : 0;
        var (sure, perhaps) = ledger.Increments;
        Assert.True(sure <= count && count <= sure + perhaps, $"The counter is {count}; {sure} increments were acknowledged and {perhaps} had no answer.");
    }

    /// <summary>Waits until the server serves again, by itself, after its database has come back.</summary>
    public static async Task Answers(HttpClient http)
    {
        for (var waited = Stopwatch.StartNew(); (await http.GetAsync("/xapi/statements?limit=1")) is { IsSuccessStatusCode: false } answer; await Task.Delay(100))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), $"The server still answers {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Waits until the reports have followed the log to its end.</summary>
    public static async Task Followed(Installation place)
    {
        var waited = Stopwatch.StartNew();
        while (await StoredLog.Followed(place) is var at && at < (await StoredLog.Head(place)).Seq)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), $"The reports stand at {at}.");
            await Task.Delay(50);
        }
    }

    private static void CheckVoids(Ledger ledger, Dictionary<Guid, StoredRow> byId)
    {
        // The first voiding statement that the log has for a target; voiding statements themselves cannot be voided.
        var voids = ledger.Requests.Where(request => request.Voids is not null && byId.ContainsKey(request.Ids[0]))
            .GroupBy(request => request.Voids!.Value)
            .ToDictionary(group => group.Key, group => group.Min(request => byId[request.Ids[0]].Seq));
        foreach (var row in byId.Values)
        {
            var isVoiding = row.Body.GetProperty("verb").GetProperty("id").GetString() is Some.Voided;
            Assert.Equal(!isVoiding && voids.TryGetValue(row.Id, out var by) ? by : null, row.VoidedBy);
        }
    }

    // The statement, what it refers to, what that refers to, and so on.
    private static IEnumerable<StoredRow> Reached(StoredRow row, Dictionary<Guid, StoredRow> byId)
    {
        var seen = new HashSet<Guid>();
        for (var next = row; next is not null && seen.Add(next.Id); next = next.Target is { } target ? byId.GetValueOrDefault(target) : null)
        {
            yield return next;
        }
    }

    private static async Task<List<Guid>> Find(HttpClient http, string query)
    {
        var found = new List<Guid>();
        for (var next = $"/xapi/statements?format=ids&{query}"; next.Length > 0;)
        {
            using var page = JsonDocument.Parse(await http.GetByteArrayAsync(next));
            found.AddRange(page.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid()));
            next = page.RootElement.GetProperty("more").GetString()!;
        }

        return found;
    }
}
