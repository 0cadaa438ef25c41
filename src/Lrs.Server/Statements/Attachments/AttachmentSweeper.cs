using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>Every hour removes data of attachments whose statements were not stored.</summary>
internal sealed partial class AttachmentSweeper(AttachmentBlobs blobs, TenantStore tenants, TimeProvider clock, ILogger<AttachmentSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    /// <summary>One round.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        foreach (var tenant in await tenants.All(cancel))
        {
            var removed = await blobs.Sweep(tenant.Id, cancel);
            if (removed > 0)
            {
                LogSwept(removed, tenant.Code);
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
                    LogSweepFailed(fault);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} attachments of tenant {Tenant} that no statement refers to.")]
    private partial void LogSwept(int count, string tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removing attachments without a statement failed; it is tried again in an hour.")]
    private partial void LogSweepFailed(Exception fault);
}
