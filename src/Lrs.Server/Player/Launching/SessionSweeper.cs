using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>
/// Ends sessions that nothing more can come from: their tokens have run out, and nobody has launched the unit again. What the learner
/// did is kept; the next launch of a SCORM unit resumes it.
/// </summary>
internal sealed partial class SessionSweeper(LogWriter log, Database database, TenantStore tenants, SessionViews sessions, TimeProvider clock, ILogger<SessionSweeper> logger) : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(30);

    /// <summary>Ends what is over now, in every tenant.</summary>
    /// <returns>How many sessions were ended.</returns>
    public async Task<int> Sweep(CancellationToken cancel)
    {
        var ended = 0;
        foreach (var tenant in await tenants.All(cancel))
        {
            var stale = await database.Read(tenant.Id, work => SessionRows.Stale(work, clock.GetUtcNow() - LaunchTokens.Longest, MostAtOnce), cancel);
            foreach (var session in stale)
            {
                await log.Append(tenant.Id, [], async (work, _) => new Verdict.Accepted(await End(work, tenant, session)), cancel);
                ended++;
            }
        }

        return ended;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailure(logger, fault);
            }
        }
    }

    // Looked at again inside the transaction: another node, or a last statement, may have been quicker.
    private async Task<IReadOnlyList<NewStatement>> End(Work work, Tenant tenant, Guid session)
    {
        return await sessions.Find(work, tenant, session) is { Session.IsOpen: true } view ? await SessionEnd.Abandon(work, view, Micros.Cut(clock.GetUtcNow())) : [];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sessions that are over could not be ended; it is tried again.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
