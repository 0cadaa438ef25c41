namespace Lrs.Server.Metrics;

/// <summary>The readings of one instrument under one set of labels.</summary>
/// <param name="labels">The labels as they stand in the text: <c>a="1",b="2"</c>; empty for none.</param>
/// <param name="bounds">Upper bounds of the buckets of a histogram; null for anything else.</param>
internal sealed class Series(string labels, double[]? bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[(bounds?.Length ?? -1) + 1];
    private double value;

    public string Labels => labels;

    /// <summary>Adds to a counter.</summary>
    public void Add(double more)
    {
        lock (gate)
        {
            value += more;
        }
    }

    /// <summary>Sets a gauge, or a counter that somebody else counts.</summary>
    public void Set(double now)
    {
        lock (gate)
        {
            value = now;
        }
    }

    /// <summary>Adds one observation to a histogram.</summary>
    public void Observe(double one)
    {
        var bucket = Array.BinarySearch(bounds!, one) is var found && found < 0 ? ~found : found;
        lock (gate)
        {
            value += one;
            buckets[bucket]++;
        }
    }

    /// <summary>The value (of a histogram the sum), and how many observations each bucket has; the last is for all above the bounds.</summary>
    public (double Value, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (value, [.. buckets]);
        }
    }
}
