using Lrs.Server.Accounts;
using Lrs.Server.Settings;

namespace Lrs.Server.Courses;

/// <summary>Every hour removes what imports left behind that did not come to their end.</summary>
internal sealed class Sweeper(LooseBlobs loose, ImportJobs jobs, TenantStore tenants, LrsSettings settings, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    /// <summary>One round.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        UploadFile.Sweep(UploadFile.Folder(settings), LooseBlobs.Age, clock.GetUtcNow());
        foreach (var tenant in await tenants.All(cancel))
        {
            await jobs.Sweep(tenant.Id, cancel);
            var removed = await loose.Sweep(tenant.Id, cancel);
            if (removed > 0)
            {
                log.Swept(removed, tenant.Code);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Sweep(stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    log.SweepFailed(fault);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
