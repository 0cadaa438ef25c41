using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Reports;
using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>
/// Loads a file into the directory, all of it or nothing:
///   1 read it through for faults, 2 apply it in portions, 3 let the reports know who is who, 4 say when it happened.
/// A trial does the same and undoes it.
/// </summary>
internal sealed class DirectoryLoad(Database database, TimeProvider clock)
{
    private const int Portion = 1_000;

    /// <summary>Loads the file; null, with faults, when something is wrong with it.</summary>
    /// <param name="tenant">Whose directory.</param>
    /// <param name="file">The file, at its start; it is read twice.</param>
    /// <param name="trial">Only tell what would change?</param>
    /// <param name="faults">Takes what is wrong.</param>
    public async Task<LoadCounts?> Run(Tenant tenant, Stream file, bool trial, Faults faults, CancellationToken cancel)
    {
        // :: 1 read it through for faults
        await foreach (var _ in new DirectoryFile(file, faults).Rows(cancel))
        {
        }

        if (faults.Found > 0)
        {
            return null;
        }

        file.Position = 0;
        var counts = new LoadCounts();
        try
        {
            await database.Write(tenant.Id, work => Load(work, tenant, file, trial, counts), cancel);
        }
        catch (TrialOverException)
        {
        }
        catch (UnknownLearnerException unknown)
        {
            using var inside = faults.Inside($"line {unknown.Line}");
            faults.Add(new Rule("directory.id", "Lrs directory"), "id", $"Line {unknown.Line}: there is no learner {unknown.Id}, and the row gives nothing else to know the person by.");
            return null;
        }

        return counts;
    }

    private async Task Load(Work work, Tenant tenant, Stream file, bool trial, LoadCounts counts)
    {
        // One load at a time: whoever comes second waits here.
        await work.Run("INSERT INTO directory (tenant, loads) VALUES (@tenant, 1) ON CONFLICT (tenant) DO UPDATE SET loads = directory.loads + 1");

        // :: 2 apply it in portions
        var load = Guid.CreateVersion7();
        var today = LondonDay.Of(clock.GetUtcNow());
        var portion = new List<DirectoryRow>(Portion);
        await foreach (var row in new DirectoryFile(file, new Faults()).Rows(work.Cancel))
        {
            portion.Add(row);
            counts.Rows++;
            if (portion.Count == Portion)
            {
                await new PeopleBatch(work, tenant, load, today, counts).Apply(portion);
                portion.Clear();
            }
        }

        await new PeopleBatch(work, tenant, load, today, counts).Apply(portion);
        if (trial)
        {
            throw new TrialOverException();
        }

        // :: 3 let the reports know who is who, :: 4 say when it happened
        await PeopleInReports.Settle(work, load, clock.GetUtcNow());
    }

    /// <summary>Undoes what a trial wrote.</summary>
    private sealed class TrialOverException : Exception;
}
