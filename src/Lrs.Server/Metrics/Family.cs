using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Lrs.Server.Metrics;

/// <summary>What a metric is, in Prometheus' words.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One instrument with all its series. Their number is bounded: a label that could be anything must not fill the memory.</summary>
internal sealed class Family
{
    private const int MostSeries = 2_000;
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    // The runtime publishes these as counters, and they go down as well as up.
    private static readonly string[] FallsToo = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> all = new(new SameTags());
    private readonly double[]? bounds;
    private readonly bool adds;

    public Family(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        Kind = type == typeof(Histogram<>) ? MetricKind.Histogram
            : FallsToo.Contains(instrument.Name) ? MetricKind.Gauge
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
        adds = type == typeof(Counter<>) || type == typeof(UpDownCounter<>);
        bounds = Kind is MetricKind.Histogram ? Bounds(instrument) : null;
        Observable = instrument.IsObservable;
        Name = PrometheusText.Name(instrument.Name, instrument.Unit, Kind);
        Help = instrument.Description ?? instrument.Name;
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    /// <summary>Is it asked at each reading, so that what it does not say any more is gone?</summary>
    public bool Observable { get; }

    public IReadOnlyList<double> Buckets => bounds ?? [];

    public IEnumerable<Series> Series => all.Values.OrderBy(series => series.Labels, StringComparer.Ordinal);

    public void Forget() => all.Clear();

    public void Take(double measured, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!all.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var series))
        {
            if (all.Count >= MostSeries)
            {
                return;
            }

            var labels = PrometheusText.Labels(tags);
            series = all.GetOrAdd(tags.ToArray(), _ => new Series(labels, bounds));
        }

        if (Kind is MetricKind.Histogram)
        {
            series.Observe(measured);
        }
        else if (adds)
        {
            series.Add(measured);
        }
        else
        {
            series.Set(measured);
        }
    }

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } some } => [.. some],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } some } => [.. some.Select(bound => (double)bound)],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } some } => [.. some.Select(bound => (double)bound)],
        _ => Seconds,
    };
}
