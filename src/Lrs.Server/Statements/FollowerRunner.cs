using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>
/// Keeps every follower behind every tenant's log: at once for what this process commits, within a second for other nodes'.
/// One runner works on a (tenant, follower) at a time: the cursor's row is locked, and whoever finds it locked goes on; who held
/// it looks again after each batch, so what came meanwhile waits for nobody. Tenants take turns, a batch each. A fault stops
/// the follower of that tenant only.
/// </summary>
internal sealed partial class FollowerRunner(
    Database database, IEnumerable<ILogFollower> followers, LogTail tail, LogSignal signal, TenantStore tenants, TimeProvider clock, ILogger<FollowerRunner> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // A round is a dozen statements and a commit, for one entry as for hundreds; what waits meanwhile may lag a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly PerDialect Cursor = new(
        Sqlite: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name",
        Postgres: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name FOR UPDATE SKIP LOCKED");

    // What was read last in this round: followers stand at one place mostly, and a statement is read and parsed once for all of them.
    private EntriesAfter? last;

    /// <summary>Runs one follower until it has reached the end of the log.</summary>
    public async Task CatchUp(TenantId tenant, ILogFollower follower, CancellationToken cancel)
    {
        while (await Once(tenant, follower, cancel))
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? looked = null;
        List<(TenantId, ILogFollower)> behind = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (behind.Count == 0)
                {
                    await signal.Gather(Pause, stoppingToken);
                }

                var woken = await signal.Wait(behind.Count > 0 ? TimeSpan.Zero : Look, stoppingToken);
                if (looked is null || clock.GetElapsedTime(looked.Value) >= Look)
                {
                    looked = clock.GetTimestamp();
                    tail.Trim(clock.GetUtcNow());
                    woken = (await tenants.All(stoppingToken)).ConvertAll(tenant => tenant.Id);
                }

                var due = behind.Concat(woken.SelectMany(tenant => followers.Select(follower => (tenant, follower)))).Distinct().ToList();
                behind = await Round(due, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DatabaseUnavailableException fault)
            {
                LogLookAway(fault.Message);
            }
            catch (Exception fault)
            {
                LogLookFault(fault);
            }
        }
    }

    // A batch for each, so that a long way to go for one tenant is no wait for the others; gives those that are to go on.
    private async Task<List<(TenantId, ILogFollower)>> Round(List<(TenantId Tenant, ILogFollower Follower)> due, CancellationToken cancel)
    {
        var still = new List<(TenantId, ILogFollower)>();
        foreach (var (tenant, follower) in due)
        {
            try
            {
                if (await Once(tenant, follower, cancel))
                {
                    still.Add((tenant, follower));
                }
            }
            catch (DatabaseUnavailableException fault)
            {
                LogAway(follower.Name, tenant, fault.Message);
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                LogFault(fault, follower.Name, tenant);
            }
        }

        last = null;
        return still;
    }

    // One batch; false when nothing was left after it, or another node is at it. What is committed meanwhile wakes the runner again.
    // The log is read and parsed before the writing transaction begins, which on SQLite every writer waits for.
    private async Task<bool> Once(TenantId tenant, ILogFollower follower, CancellationToken cancel)
    {
        var (from, entries) = await database.Read(tenant, work => Ahead(work, tenant, follower), cancel);
        return entries.Count > 0 && await database.Write(tenant, work => Step(work, follower, from, entries), cancel);
    }

    private async Task<(long From, List<LogEntry> Entries)> Ahead(Work work, TenantId tenant, ILogFollower follower)
    {
        var (seq, head) = await work.One(
            "SELECT COALESCE((SELECT f.seq FROM follower f WHERE f.tenant = @tenant AND f.name = @name), 0), h.seq FROM log_head h WHERE h.tenant = @tenant",
            row => (row.Long(0), row.Long(1)),
            ("@name", follower.Name));
        if (head <= seq)
        {
            return (seq, []);
        }

        if (last is not { } read || read.Tenant != tenant || read.After != seq)
        {
            last = read = new EntriesAfter(tenant, seq, await Tail(work, seq) ?? await LogEntries.After(work, seq, Batch));
        }

        return (seq, read.Entries);
    }

    // What this process remembers of the log, if the log remembers it too: a database that failed over may have lost the last commits.
    private async Task<List<LogEntry>?> Tail(Work work, long seq)
    {
        var entries = tail.After(work.Tenant, seq, Batch);
        return entries is not null && await work.One("SELECT id FROM statement WHERE tenant = @tenant AND seq = @seq", row => row.Guid(0), ("@seq", entries[^1].Seq)) == entries[^1].Id ? entries : null;
    }

    private static async Task<bool> Step(Work work, ILogFollower follower, long from, List<LogEntry> entries)
    {
        await work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, @name, 0) ON CONFLICT DO NOTHING", ("@name", follower.Name));
        if (await work.One(Cursor, row => (long?)row.Long(0), ("@name", follower.Name)) is not { } seq)
        {
            return false;
        }

        // Another node was here in between, or the view is being built anew.
        if (seq != from)
        {
            return true;
        }

        await follower.Follow(work, entries);
        await work.Run("UPDATE follower SET seq = @seq WHERE tenant = @tenant AND name = @name", ("@seq", entries[^1].Seq), ("@name", follower.Name));
        return entries.Count == Batch;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The follower {Follower} of tenant {Tenant} failed; it goes on from its cursor within a second.")]
    private partial void LogFault(Exception fault, string follower, TenantId tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The follower {Follower} of tenant {Tenant} waits until the database is back: {Detail}")]
    private partial void LogAway(string follower, TenantId tenant, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenants whose logs have grown cannot be found until the database is back: {Detail}")]
    private partial void LogLookAway(string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "The tenants whose logs have grown cannot be found; the next look is in a second.")]
    private partial void LogLookFault(Exception fault);

    private sealed record EntriesAfter(TenantId Tenant, long After, List<LogEntry> Entries);
}
