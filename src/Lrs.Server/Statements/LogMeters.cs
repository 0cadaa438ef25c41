using System.Diagnostics.Metrics;

namespace Lrs.Server.Statements;

/// <summary>What can be counted while the log is written; read by <c>/metrics</c>.</summary>
internal sealed class LogMeters
{
    private readonly Histogram<double> duration;
    private readonly Histogram<int> size;
    private readonly Counter<long> stored;
    private readonly Counter<long> refused;
    private readonly UpDownCounter<long> queue;

    public LogMeters(IMeterFactory factory)
    {
        var meter = factory.Create("Lrs");
        duration = meter.CreateHistogram(
            "lrs.log.turn.duration",
            "s",
            "Time from the start of a turn, in which waiting requests are committed together, to its commit.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        size = meter.CreateHistogram(
            "lrs.log.turn.requests",
            "{request}",
            "Requests that were committed together in a turn.",
            tags: null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] });
        stored = meter.CreateCounter<long>("lrs.log.statements", "{statement}", "Statements that this server has stored.");
        refused = meter.CreateCounter<long>("lrs.log.refused", "{request}", "Requests that were told to come again because too many were waiting.");
        queue = meter.CreateUpDownCounter<long>("lrs.log.queue.requests", "{request}", "Requests that wait for their turn.");

        // There from the start, so that a graph begins at zero.
        stored.Add(0);
        refused.Add(0);
        queue.Add(0);
    }

    /// <summary>A turn is committed.</summary>
    public void Turn(IReadOnlyList<LogRequest> requests, TimeSpan took)
    {
        duration.Record(took.TotalSeconds);
        size.Record(requests.Count);
        stored.Add(requests.Sum(request => request.Outcome is AppendOutcome.Kept kept && request.Fault is null ? kept.Fresh : 0));
    }

    /// <summary>A request found the queue full.</summary>
    public void Busy() => refused.Add(1);

    /// <summary>So many more requests wait (fewer, when negative).</summary>
    public void Waiting(int more) => queue.Add(more);
}
