using System.Collections.Concurrent;
using System.Threading.Channels;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// Moves the time of a log's head on while nobody writes. The head's time is what <c>X-Experience-API-Consistent-Through</c> says, and clients
/// wait until it has passed the moment at which they sent something; in a quiet log it would stand still for ever. It moves behind an answer, in
/// a transaction that holds the head as a writer's does, so what is stored afterwards is stored later. A log that nobody reads is left alone.
/// </summary>
internal sealed partial class IdleHead(Database database, TimeProvider clock, ILogger<IdleHead> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    // The time is the later of both even when the clock was set back.
    private static readonly PerDialect Move = new(
        Sqlite: "UPDATE log_head SET stored = @now WHERE tenant = @tenant AND stored < @now",
        Postgres: "UPDATE log_head SET stored = GREATEST(stored, clock_timestamp()) WHERE tenant = @tenant");

    private readonly ConcurrentDictionary<TenantId, long> moved = new();
    private readonly Channel<TenantId> wanted = Channel.CreateBounded<TenantId>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>A reader was told this head.</summary>
    public void Told(TenantId tenant, LogHead head)
    {
        if (clock.GetUtcNow() - head.Stored < Quiet)
        {
            return;
        }

        var now = clock.GetTimestamp();
        if (!moved.TryGetValue(tenant, out var before) ? moved.TryAdd(tenant, now) : clock.GetElapsedTime(before, now) > Rhythm && moved.TryUpdate(tenant, now, before))
        {
            wanted.Writer.TryWrite(tenant);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var tenant in wanted.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await database.Write(tenant, work => work.Run(Move, work.Dialect is Dialect.Sqlite ? [("@now", Micros.Cut(clock.GetUtcNow()))] : []), stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogNotMoved(fault.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The time of a quiet log's head was not moved on; the next reader has it tried again. {Detail}")]
    private partial void LogNotMoved(string detail);
}
