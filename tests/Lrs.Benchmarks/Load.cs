using System.Diagnostics;

namespace Lrs.Benchmarks;

/// <summary>Many connections that ask one after the other, each on its own.</summary>
internal static class Load
{
    /// <summary>Runs connections for a while; gives how many requests were answered, and the time.</summary>
    /// <param name="lines">The connections.</param>
    /// <param name="time">How long.</param>
    /// <param name="next">Makes the next request of a connection, which may reuse what it gave before.</param>
    public static async Task<(int Count, TimeSpan Wall)> Run(HttpLine[] lines, TimeSpan time, Func<int, ReadOnlyMemory<byte>> next)
    {
        var count = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(lines.Select((line, at) => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                await line.Ask(next(at));
                Interlocked.Increment(ref count);
            }
        })));
        return (count, watch.Elapsed);
    }

    /// <summary>Asks one after the other and gives the median time in milliseconds.</summary>
    public static async Task<double> Median(HttpLine line, int times, Func<ReadOnlyMemory<byte>> next)
    {
        var took = new List<double>(times);
        for (var at = 0; at < times; at++)
        {
            var request = next();
            var start = Stopwatch.GetTimestamp();
            await line.Ask(request);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Benchmarks.Median.Of(took);
    }
}
