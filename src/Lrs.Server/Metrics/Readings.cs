using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Lrs.Server.Metrics;

/// <summary>
/// Listens to this server's instruments and the process's, and keeps their readings. Another server in the same process has a
/// factory of its own, by which its instruments are told apart.
/// </summary>
internal sealed class Readings : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Family> families = new();
    private readonly Lock reading = new();

    public Readings(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (IsWanted(instrument) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, factory)))
            {
                var family = new Family(instrument);
                families.Enqueue(family);
                listening.EnableMeasurementEvents(instrument, family);
            }
        };
        Take<byte>(value => value);
        Take<short>(value => value);
        Take<int>(value => value);
        Take<long>(value => value);
        Take<float>(value => value);
        Take<double>(value => value);
        Take<decimal>(value => (double)value);
        listener.Start();
    }

    /// <summary>Writes everything as it is now, by name.</summary>
    public void Write(PrometheusText text)
    {
        lock (reading)
        {
            foreach (var family in families.Where(family => family.Observable))
            {
                family.Forget();
            }

            listener.RecordObservableInstruments();
            foreach (var family in families.OrderBy(family => family.Name, StringComparer.Ordinal))
            {
                text.Write(family);
            }
        }
    }

    public void Dispose() => listener.Dispose();

    // What tells something about this server; of the framework's many the few that an operator asks for.
    private static bool IsWanted(Instrument instrument) => instrument.Meter.Name switch
    {
        "Lrs" or "Lrs.Data" => true,
        "Microsoft.AspNetCore.Hosting" => instrument.Name is "http.server.request.duration" or "http.server.active_requests",
        "Microsoft.AspNetCore.Server.Kestrel" => instrument.Name is "kestrel.active_connections" or "kestrel.rejected_connections",
        "System.Runtime" => instrument.Name is "dotnet.gc.collections" or "dotnet.gc.pause.time" or "dotnet.gc.heap.total_allocated" or "dotnet.gc.last_collection.heap.size"
            or "dotnet.gc.last_collection.memory.committed_size" or "dotnet.process.memory.working_set" or "dotnet.process.cpu.time"
            or "dotnet.thread_pool.thread.count" or "dotnet.thread_pool.queue.length" or "dotnet.exceptions",
        _ => false,
    };

    private void Take<T>(Func<T, double> number)
        where T : struct => listener.SetMeasurementEventCallback<T>((_, value, tags, family) => ((Family)family!).Take(number(value), tags));
}
