using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;

namespace Lrs.Server.Courses;

/// <summary>An import that was begun: its id, and what comes of it for whoever waits.</summary>
internal sealed record RunningImport(Guid Id, Task<ImportOutcome> Outcome)
{
    /// <summary>Waits at most so long.</summary>
    /// <returns>What came of it; null when it still runs.</returns>
    public async Task<ImportOutcome?> Within(TimeSpan time, CancellationToken cancel)
    {
        await Task.WhenAny(Outcome, Task.Delay(time, cancel));
        cancel.ThrowIfCancellationRequested();
        return Outcome.IsCompleted ? await Outcome : null;
    }
}

/// <summary>
/// Imports that go on when nobody waits: once an upload is whole, its import runs to its end in this process, and how far it is stands in the database. When the server
/// stops in the middle nothing is visible, and the job says so.
/// </summary>
internal sealed partial class ImportJobs(Database database, CourseImport import, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<ImportJobs> log)
{
    private const string Stopped = "The server stopped while it imported the package, and nothing was stored. Upload it again.";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);

    /// <summary>Begins an import; the upload is closed when it ends.</summary>
    public async Task<RunningImport> Begin(Tenant tenant, UploadFile upload, string name, PackageChoice choice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var job = new ImportJob { Id = Guid.CreateVersion7(), File = name.Length > 250 ? name[..250] : name, Created = now, Updated = now };
        await database.Write(tenant.Id, work => ImportJobRows.Insert(work, job), cancel);
        return new RunningImport(job.Id, Task.Run(() => Run(tenant, upload, job, choice), CancellationToken.None));
    }

    /// <summary>How an import stands; null when there is none. One that was silent for a minute has lost its server.</summary>
    public async Task<ImportJob?> Find(TenantId tenant, Guid id, CancellationToken cancel) => await database.Read(tenant, work => ImportJobRows.Find(work, id), cancel) switch
    {
        { State: ImportState.Running } job when clock.GetUtcNow() - job.Updated > Silent => job with { State = ImportState.Failed, Message = Stopped },
        var job => job,
    };

    /// <summary>Forgets imports after a week.</summary>
    public Task<int> Sweep(TenantId tenant, CancellationToken cancel) => database.Write(tenant, work => ImportJobRows.Sweep(work, clock.GetUtcNow() - Kept), cancel);

    private async Task<ImportOutcome> Run(Tenant tenant, UploadFile upload, ImportJob job, PackageChoice choice)
    {
        using var done = new CancellationTokenSource();
        var percent = 0;
        var beats = Tell(tenant.Id, job, () => Volatile.Read(ref percent), done.Token);
        try
        {
            using (upload)
            {
                var outcome = await import.Import(tenant, upload, seed: null, choice, new ImportProgress(reached => Volatile.Write(ref percent, reached)), lifetime.ApplicationStopping);
                await End(tenant.Id, Ended(job, outcome), done, beats);
                return outcome;
            }
        }
        catch (Exception fault)
        {
            if (fault is not OperationCanceledException)
            {
                LogFailure(log, fault, job.Id);
            }

            var message = fault is OperationCanceledException ? Stopped : "The package could not be stored at the moment. Upload it again.";
            await End(tenant.Id, job with { State = ImportState.Failed, Percent = percent, Message = message }, done, beats);
            throw;
        }
    }

    private static ImportJob Ended(ImportJob job, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported imported => job with { State = ImportState.Done, Percent = 100, Course = imported.Course.Course.Id },
        ImportOutcome.Refused refused => job with { State = ImportState.Refused, Percent = 100, Faults = refused.Faults },
        _ => throw new InvalidOperationException("An outcome that an upload cannot have."),
    };

    // Once a second, also when nothing moves: that is how others see that it is alive.
    private async Task Tell(TenantId tenant, ImportJob job, Func<int> percent, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await Put(tenant, job with { Percent = percent() });
            }
        }
        catch (OperationCanceledException)
        {
            // The import has ended.
        }
    }

    private async Task End(TenantId tenant, ImportJob job, CancellationTokenSource done, Task beats)
    {
        await done.CancelAsync();
        await beats;
        await Put(tenant, job);
    }

    // A beat that cannot be written is no reason to end an import; the next one says it.
    private async Task Put(TenantId tenant, ImportJob job)
    {
        try
        {
            await database.Write(tenant, work => ImportJobRows.Update(work, job with { Updated = clock.GetUtcNow() }), CancellationToken.None);
        }
        catch (DatabaseUnavailableException fault)
        {
            LogFailure(log, fault, job.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} failed or could not be told of.")]
    private static partial void LogFailure(ILogger logger, Exception fault, Guid id);
}
