using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>
/// Follows the log into the reporting tables:
///   1 names, 2 attempts and answers, 3 counts by month, 4 what is voided is taken back.
/// A voiding statement ends a stretch, because what comes after it is judged without what it voids. So the tables depend on the log
/// alone, not on where batches ended, and are the same when they are built again.
/// </summary>
internal sealed class ReportsFollower : ILogFollower
{
    public const string FollowerName = "reports";

    private static readonly string[] Tables =
        ["learner", "learner_agent", "verb", "activity", "attempt", "attempt_entry", "answer", "report_registration", "report_registration_entry", "statement_month"];

    public string Name => FollowerName;

    public async Task Follow(Work work, IReadOnlyList<LogEntry> entries)
    {
        var stretch = new List<LogEntry>();
        foreach (var entry in entries)
        {
            stretch.Add(entry);
            if (entry.Statement.Keys is { Voids: true, RefersTo: not null })
            {
                await Take(work, stretch);
                stretch.Clear();

                // :: 4 what is voided is taken back
                await TakeBack(work, entry);
            }
        }

        await Take(work, stretch);
    }

    public async Task Forget(Work work)
    {
        foreach (var table in Tables)
        {
            await work.Run($"DELETE FROM {table} WHERE tenant = @tenant");
        }

        // People whom the directory names are learners before they have done anything.
        await work.Run(PeopleSets.OfDirectory("TRUE"));
    }

    private static async Task Take(Work work, List<LogEntry> stretch)
    {
        // What was voided before it came never counts.
        var counted = stretch.Where(entry => !entry.VoidedBefore).ToList();
        var units = new Dictionary<long, string>();
        if (counted.Count > 0)
        {
            // :: 1 names
            await NameRows.Save(work, counted);

            // :: 2 attempts and answers
            units = await Attempts(work, counted.Where(entry => entry.Actor is not null).ToList());
        }

        // :: 3 counts by month
        var months = new MonthRows();
        foreach (var entry in stretch)
        {
            months.Count(units.GetValueOrDefault(entry.Seq), Happened(entry), entry.VoidedBefore, 1);
        }

        await months.Save(work);
    }

    private static DateTimeOffset Happened(LogEntry entry) => Micros.Cut(entry.Statement.Timestamp ?? entry.Stored);

    // Gives the unit of each statement that belongs to an attempt.
    private static async Task<Dictionary<long, string>> Attempts(Work work, List<LogEntry> entries)
    {
        Guid Learner(LogEntry entry) => NameRows.LearnerId(work.Tenant, entry.Statement.Actor.Key!);
        var finder = new AttemptFinder(work.Tenant);
        var units = entries.SelectMany(entry => AttemptFinder.Units(entry.Statement).Select(unit => (Learner(entry), unit))).ToHashSet();
        var registrations = entries.Select(entry => entry.Statement.Keys.Registration).OfType<Guid>().ToHashSet();
        var attempts = await AttemptRows.Load(work, units, registrations);
        var touched = new Dictionary<Guid, Attempt>();
        var belongs = new List<(long, Guid)>();
        var answers = new List<(LogEntry, Guid, Guid?)>();
        foreach (var entry in entries)
        {
            var learner = Learner(entry);
            var attempt = attempts.TryGetValue(learner, out var near) ? finder.Find(entry, learner, near) : null;
            if (attempt is not null)
            {
                attempt.Apply(entry);
                touched[attempt.Id] = attempt;
                belongs.Add((entry.Seq, attempt.Id));
            }

            if (AnswerRows.IsAnswer(entry.Statement))
            {
                answers.Add((entry, learner, attempt?.Id));
            }
        }

        await AttemptRows.Save(work, [.. touched.Values]);
        await AttemptRows.SaveEntries(work, belongs);
        await AnswerRows.Save(work, answers);
        await EnrolmentRows.Take(work, [.. entries.Select(entry => (entry, Learner(entry)))], attempts);
        return belongs.ToDictionary(one => one.Item1, one => touched[one.Item2].Activity);
    }

    private static async Task TakeBack(Work work, LogEntry voiding)
    {
        if (await LogEntries.Of(work, voiding.Statement.Keys.RefersTo!.Value) is not { Statement.Keys.Voids: false } voided)
        {
            return;
        }

        await Move(work, voided, voiding);
        await work.Run("DELETE FROM answer WHERE tenant = @tenant AND id = @id", ("@id", voided.Id));
        await TakeBackFromAttempt(work, voided, voiding.Stored);
        if (voided.Statement.Keys.Registration is { } registration)
        {
            await EnrolmentRows.Again(work, registration, voided.Seq, voiding.Stored);
        }
    }

    private static async Task TakeBackFromAttempt(Work work, LogEntry voided, DateTimeOffset now)
    {
        var id = await work.One("SELECT attempt FROM attempt_entry WHERE tenant = @tenant AND seq = @seq", row => (Guid?)row.Guid(0), ("@seq", voided.Seq));
        if (id is null)
        {
            return;
        }

        await work.Run("DELETE FROM attempt_entry WHERE tenant = @tenant AND seq = @seq", ("@seq", voided.Seq));
        var attempt = await AttemptRows.One(work, id.Value) ?? throw new InvalidOperationException($"Attempt {id} has entries and is not there.");
        var positions = await work.All("SELECT seq FROM attempt_entry WHERE tenant = @tenant AND attempt = @id ORDER BY seq", row => row.Long(0), ("@id", id));
        if (positions.Count == 0)
        {
            await work.Run("DELETE FROM attempt WHERE tenant = @tenant AND id = @id", ("@id", id));
            return;
        }

        attempt.Reset();
        (await LogEntries.At(work, [.. positions])).ForEach(attempt.Apply);
        attempt.Updated = now;
        await AttemptRows.Save(work, [attempt]);
    }

    // A voided statement counts as such, and belongs to no attempt; once, whichever of several statements voids it. What was voided before it
    // came was counted so.
    private static async Task Move(Work work, LogEntry voided, LogEntry voiding)
    {
        var by = await work.One("SELECT voided_by FROM statement WHERE tenant = @tenant AND seq = @seq", row => row.LongOrNull(0), ("@seq", voided.Seq));
        if (by != voiding.Seq || voided.Seq > voiding.Seq)
        {
            return;
        }

        var unit = await work.One(
            "SELECT a.activity FROM attempt_entry e JOIN attempt a ON a.tenant = e.tenant AND a.id = e.attempt WHERE e.tenant = @tenant AND e.seq = @seq",
            row => row.Text(0),
            ("@seq", voided.Seq));
        var months = new MonthRows();
        months.Count(unit, Happened(voided), voided: false, -1);
        months.Count(null, Happened(voided), voided: true, 1);
        await months.Save(work);
    }
}
