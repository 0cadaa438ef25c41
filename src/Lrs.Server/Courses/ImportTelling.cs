using Lrs.Data;

namespace Lrs.Server.Courses;

/// <summary>
/// Tells the database of one import how far it is: once a second, also when nothing moves, because that is how others see that it is alive.
/// </summary>
/// <param name="database">Where it is told.</param>
/// <param name="clock">The time.</param>
/// <param name="tenant">Whose import.</param>
/// <param name="job">The import as it was begun.</param>
/// <param name="failed">Told of what kept it from being written. The next beat says it; a beat that is lost is no reason to end an import.</param>
internal sealed class ImportTelling(Database database, TimeProvider clock, TenantId tenant, ImportJob job, Action<Exception> failed) : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource done = new();
    private Task beats = Task.CompletedTask;
    private int percent;

    public ImportJob Job => job;

    public int Percent => Volatile.Read(ref percent);

    /// <summary>Begins to tell.</summary>
    public ImportTelling Start()
    {
        beats = Tell();
        return this;
    }

    /// <summary>Takes a percentage, to be told with the next beat.</summary>
    public void Reach(int reached) => Volatile.Write(ref percent, reached);

    /// <summary>Tells what came of it, and is silent from then on. Only the first end counts.</summary>
    public async Task End(ImportJob ended)
    {
        if (!done.IsCancellationRequested)
        {
            await done.CancelAsync();
            await beats;
            await Put(ended);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await beats;
        done.Dispose();
    }

    private async Task Tell()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done.Token))
            {
                await Put(job with { Percent = Percent });
            }
        }
        catch (OperationCanceledException)
        {
            // The import has ended.
        }
    }

    private async Task Put(ImportJob now)
    {
        try
        {
            await database.Write(tenant, work => ImportJobRows.Update(work, now with { Updated = clock.GetUtcNow() }), CancellationToken.None);
        }
        catch (DatabaseUnavailableException fault)
        {
            failed(fault);
        }
    }
}
