using System.Collections.Concurrent;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>Wakes the followers of a tenant's log when this process has committed something; other nodes' commits are found by looking.</summary>
internal sealed class LogSignal : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, bool> woken = new();
    private readonly SemaphoreSlim bell = new(0, 1);
    private readonly SemaphoreSlim urgent = new(0, 1);

    /// <summary>Says that a tenant's log has grown.</summary>
    public void Committed(TenantId tenant)
    {
        woken[tenant] = true;
        Ring(bell);
    }

    /// <summary>Says that a reader waits for what a tenant's log has.</summary>
    public void Hurry(TenantId tenant)
    {
        Ring(urgent);
        Committed(tenant);
    }

    /// <summary>Lets commits gather, so that one round serves many; ends at once when a reader waits.</summary>
    public Task Gather(TimeSpan most, CancellationToken cancel) => urgent.WaitAsync(most, cancel);

    /// <summary>Waits until some log has grown, or the time is over; gives the tenants concerned.</summary>
    public async Task<IReadOnlyList<TenantId>> Wait(TimeSpan most, CancellationToken cancel)
    {
        await bell.WaitAsync(most, cancel);
        var tenants = woken.Keys.ToList();
        tenants.ForEach(tenant => woken.TryRemove(tenant, out _));
        return tenants;
    }

    public void Dispose()
    {
        bell.Dispose();
        urgent.Dispose();
    }

    private static void Ring(SemaphoreSlim bell)
    {
        // Looked at first, because under load it nearly always rings already, and an exception for each commit is dear.
        if (bell.CurrentCount > 0)
        {
            return;
        }

        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit was quicker.
        }
    }
}
