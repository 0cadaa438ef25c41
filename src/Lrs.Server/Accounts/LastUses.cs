using System.Collections.Concurrent;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>
/// When credentials were used last. Noted in memory at every request and written once a minute, and when the server stops, so that a busy key costs a
/// write a minute. Launch-scoped credentials that ended some days ago are removed on the way.
/// </summary>
internal sealed partial class LastUses(Database database, TimeProvider clock, ILogger<LastUses> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, Use> uses = new();
    private DateTimeOffset removed = DateTimeOffset.MinValue;

    /// <summary>Notes a use; nothing is allocated or written.</summary>
    public void Note(string key, DateTimeOffset now) => uses.GetOrAdd(key, static _ => new Use()).At = now.UtcTicks;

    /// <summary>Writes what was noted since the last time.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var fresh = uses.Select(use => (use.Key, use.Value, use.Value.At)).Where(use => use.At > use.Value.Written).ToList();
        if (fresh.Count > 0)
        {
            await database.WriteReference(
                async work =>
                {
                    // In one order on every node, or two could wait for each other.
                    foreach (var (key, _, at) in fresh.OrderBy(use => use.Key, StringComparer.Ordinal))
                    {
                        await CredentialRows.Used(work, key, new DateTimeOffset(at, TimeSpan.Zero));
                    }

                    return true;
                },
                cancel);
            fresh.ForEach(use => use.Value.Written = use.At);
        }

        var old = (clock.GetUtcNow() - TimeSpan.FromHours(1)).UtcTicks;
        foreach (var (key, use) in uses.Where(use => use.Value.At < old && use.Value.At == use.Value.Written))
        {
            uses.TryRemove(KeyValuePair.Create(key, use));
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is noted is written then.
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await Write(cancel);
            if (clock.GetUtcNow() - removed > TimeSpan.FromHours(1))
            {
                removed = clock.GetUtcNow();
                await database.WriteReference(work => CredentialRows.RemoveEnded(work, removed - KeptAfterEnd), cancel);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailure(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When credentials were used last could not be written; it is tried again.")]
    private static partial void LogFailure(ILogger log, Exception fault);

    private sealed class Use
    {
        private long at;

        /// <summary>Ticks of UTC.</summary>
        public long At
        {
            get => Volatile.Read(ref at);
            set => Volatile.Write(ref at, value);
        }

        public long Written { get; set; }
    }
}
