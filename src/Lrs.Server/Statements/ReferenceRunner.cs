using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>
/// Gives referrers the keys that the commits left in the queue, in short transactions of their own under the tenant's head, and
/// leaves the log to its writers as long as each of them took. Any node goes on where another stopped.
/// </summary>
internal sealed partial class ReferenceRunner(Database database, TenantStore tenants, TimeProvider clock, ILogger<ReferenceRunner> log) : BackgroundService
{
    private const int MostKeys = 1_000;
    private const int MostSteps = 32;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly PerDialect LockHead = new(
        Sqlite: "SELECT 1",
        Postgres: "SELECT 1 FROM log_head WHERE tenant = @tenant FOR NO KEY UPDATE");

    /// <summary>Works until the tenant's queue is empty.</summary>
    public async Task CatchUp(TenantId tenant, CancellationToken cancel)
    {
        while (await database.Read(tenant, ReferenceItem.AnyWaits, cancel))
        {
            var start = clock.GetTimestamp();
            await database.Write(tenant, Step, cancel);
            await Task.Delay(clock.GetElapsedTime(start), clock, cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Look, clock, stoppingToken);
                foreach (var tenant in await tenants.All(stoppingToken))
                {
                    await CatchUp(tenant.Id, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DatabaseUnavailableException fault)
            {
                LogAway(fault.Message);
            }
            catch (Exception fault)
            {
                LogFault(fault);
            }
        }
    }

    private static async Task Step(Work work)
    {
        await work.Run(LockHead);
        var steps = new ReferenceSteps(work, MostKeys, MostSteps);
        foreach (var item in await ReferenceItem.Take(work, MostSteps))
        {
            steps.Add(item);
        }

        await steps.Run();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys of referrers wait until the database is back: {Detail}")]
    private partial void LogAway(string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Passing keys on to referrers failed; the next try is in half a second.")]
    private partial void LogFault(Exception fault);
}
