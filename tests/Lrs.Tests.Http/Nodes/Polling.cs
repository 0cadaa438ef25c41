using System.Collections.Concurrent;

namespace Lrs.Tests.Http.Nodes;

/// <summary>Many who write and some who ask again and again for what is new.</summary>
internal static class Polling
{
    /// <summary>Writes batches to the nodes in turn; gives the ids that were acknowledged.</summary>
    public static async Task<List<Guid>> Write(IReadOnlyList<Node> nodes, int writers, int batches, int batch)
    {
        var written = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var turn = 0; turn < batches; turn++)
            {
                var ids = Enumerable.Range(0, batch).Select(_ => Guid.NewGuid()).ToList();
                var turnNow = turn;
                await nodes[writer % nodes.Count].Store(ids.Select((id, n) => Some.Statement(
                    $"agent{(turnNow + n) % 40}@example.org", $"http://example.org/verbs/{turnNow % 7}", $"https://example.org/activities/{turnNow}/{n}", id: id.ToString())));
                ids.ForEach(written.Add);
            }
        }));
        return [.. written];
    }

    /// <summary>
    /// As a reporting tool does it: everything since the last consistent-through, and the new one from the first page. Gives the ids it saw,
    /// and goes on until it was told that all is written, and once more.
    /// </summary>
    public static async Task<List<Guid>> Poll(IReadOnlyList<Node> nodes, Node first, string limit, CancellationToken done)
    {
        var seen = new List<Guid>();
        var since = "";
        var node = first;
        for (var last = false; !last;)
        {
            last = done.IsCancellationRequested;
            var (page, through) = await node.Get($"/xapi/statements?ascending=true{limit}{since}");
            seen.AddRange(Node.Ids(page));
            while (page.GetProperty("more").GetString() is { Length: > 0 } more)
            {
                node = nodes[seen.Count % nodes.Count];
                (page, _) = await node.Get(more);
                seen.AddRange(Node.Ids(page));
            }

            since = $"&since={Uri.EscapeDataString(through)}";
        }

        return seen;
    }
}
