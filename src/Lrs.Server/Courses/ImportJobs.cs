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
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);

    /// <summary>Begins an import of an upload that is there; the upload is closed when it ends.</summary>
    public async Task<RunningImport> Begin(Tenant tenant, UploadFile upload, string name, PackageChoice choice, CancellationToken cancel) =>
        Continue(tenant, (await Open(tenant, Guid.CreateVersion7(), name, cancel))!, upload, choice, new ImportProgress(_ => { }));

    /// <summary>Opens an import whose bytes are still to come, so that others see how many have.</summary>
    /// <returns>What tells of it; null when there is an import with this id.</returns>
    public async Task<ImportTelling?> Open(Tenant tenant, Guid id, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var job = new ImportJob { Id = id, File = name.Length > 250 ? name[..250] : name, Created = now, Updated = now };
        return await database.Write(tenant.Id, work => ImportJobRows.Insert(work, job), cancel)
            ? new ImportTelling(database, clock, tenant.Id, job, fault => LogFailure(log, fault, id)).Start()
            : null;
    }

    /// <summary>Goes on with an import once its upload is there; the upload is closed when it ends.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="telling">What tells of it.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="choice">Which course of several in it.</param>
    /// <param name="progress">How far it is with the upload.</param>
    public RunningImport Continue(Tenant tenant, ImportTelling telling, UploadFile upload, PackageChoice choice, ImportProgress progress) =>
        new(telling.Job.Id, Task.Run(() => Run(tenant, telling, upload, choice, progress.To(telling.Reach)), CancellationToken.None));

    /// <summary>Ends an import whose upload did not arrive.</summary>
    public static Task GiveUp(ImportTelling telling, string message) => telling.End(telling.Job with { State = ImportState.Failed, Percent = telling.Percent, Message = message });

    /// <summary>How an import stands; null when there is none. One that was silent for a minute has lost its server.</summary>
    public async Task<ImportJob?> Find(TenantId tenant, Guid id, CancellationToken cancel) => await database.Read(tenant, work => ImportJobRows.Find(work, id), cancel) switch
    {
        { State: ImportState.Running } job when clock.GetUtcNow() - job.Updated > Silent => job with { State = ImportState.Failed, Message = Stopped },
        var job => job,
    };

    /// <summary>Forgets imports after a week.</summary>
    public Task<int> Sweep(TenantId tenant, CancellationToken cancel) => database.Write(tenant, work => ImportJobRows.Sweep(work, clock.GetUtcNow() - Kept), cancel);

    private async Task<ImportOutcome> Run(Tenant tenant, ImportTelling telling, UploadFile upload, PackageChoice choice, ImportProgress progress)
    {
        await using (telling)
        {
            try
            {
                using (upload)
                {
                    var outcome = await import.Import(tenant, upload, seed: null, choice, progress, lifetime.ApplicationStopping);
                    await telling.End(Ended(telling.Job, outcome));
                    return outcome;
                }
            }
            catch (Exception fault)
            {
                if (fault is not OperationCanceledException)
                {
                    LogFailure(log, fault, telling.Job.Id);
                }

                await GiveUp(telling, fault is OperationCanceledException ? Stopped : "The package could not be stored at the moment. Upload it again.");
                throw;
            }
        }
    }

    private static ImportJob Ended(ImportJob job, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported imported => job with { State = ImportState.Done, Percent = 100, Course = imported.Course.Course.Id },
        ImportOutcome.Refused refused => job with { State = ImportState.Refused, Percent = 100, Faults = refused.Faults },
        _ => throw new InvalidOperationException("An outcome that an upload cannot have."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} failed or could not be told of.")]
    private static partial void LogFailure(ILogger logger, Exception fault, Guid id);
}
