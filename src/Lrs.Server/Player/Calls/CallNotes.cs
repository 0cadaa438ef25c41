using System.Collections.Concurrent;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Player;

/// <summary>One request of a launched unit, to be noted.</summary>
internal sealed record CallNote(TenantId Tenant, Guid Registration, Guid Session, (string Call, string Argument, int Status) Line);

/// <summary>Gathers notes and writes them every second, so that no request waits for them; every hour it removes what is older than a month.</summary>
internal sealed partial class CallNotes(RunTimeCalls calls, TenantStore tenants, TimeProvider clock, ILogger<CallNotes> log) : BackgroundService
{
    private const int MostWaiting = 20_000;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepRhythm = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<CallNote> waiting = new();

    /// <summary>Takes a note; when far too many wait, it is dropped, because records matter more.</summary>
    public void Add(CallNote note)
    {
        if (waiting.Count < MostWaiting)
        {
            waiting.Enqueue(note);
        }
    }

    /// <summary>Writes what waits.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var taken = new List<CallNote>();
        while (waiting.TryDequeue(out var note))
        {
            taken.Add(note);
        }

        foreach (var session in taken.GroupBy(note => (note.Tenant, note.Registration, note.Session)))
        {
            foreach (var piece in session.Chunk(RunTimeCalls.MostCalls))
            {
                await calls.Keep(session.Key.Tenant, session.Key.Registration, session.Key.Session, RunTimeCalls.Of(piece), cancel);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        var swept = clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var isTime = clock.GetElapsedTime(swept) > SweepRhythm;
                swept = isTime ? clock.GetTimestamp() : swept;
                await Round(isTime, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Round(bool sweeps, CancellationToken cancel)
    {
        try
        {
            await Write(cancel);
            foreach (var tenant in sweeps ? await tenants.All(cancel) : [])
            {
                await calls.Sweep(tenant.Id, cancel);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailure(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Calls of launched content could not be noted; records are not concerned.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
