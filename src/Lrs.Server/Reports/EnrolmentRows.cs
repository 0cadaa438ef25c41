using Lrs.Data;
using Lrs.Server.Statements;

namespace Lrs.Server.Reports;

/// <summary>Enrolments in the database, made anew from attempts and from what was said of their courses whenever something in them changes.</summary>
internal static class EnrolmentRows
{
    private const string Columns = "id, learner, activity, whole, started, last, completed, completion, success, score_scaled, done, tried, total_time, updated";

    private const string Values =
        "@id, @learner, @activity, @whole, @started, @last, @completed, @completion, @success, @scaled, @done, @tried, @time, @updated";

    private const string Update = """
        ON CONFLICT (tenant, id) DO UPDATE SET activity = excluded.activity, whole = excluded.whole, started = excluded.started, last = excluded.last,
            completed = excluded.completed, completion = excluded.completion, success = excluded.success, score_scaled = excluded.score_scaled,
            done = excluded.done, tried = excluded.tried, total_time = excluded.total_time, updated = excluded.updated
        """;

    private static readonly PerDialect Upsert = new(
        Sqlite: $"INSERT INTO report_registration (tenant, {Columns}, person) VALUES (@tenant, {Values}, {Person.Of("@learner")}) {Update}",
        Postgres: $"INSERT INTO report_registration (tenant, {Columns}, person) SELECT @tenant, t.*, {Person.Of("t.learner")} FROM unnest({Values}) AS t({Columns}) {Update}");

    private static readonly PerDialect Known = Sql.InBlobs("SELECT id, learner, whole FROM report_registration WHERE tenant = @tenant AND id", "@ids", "");

    private static readonly PerDialect Said = Sql.InBlobs("SELECT seq, registration FROM report_registration_entry WHERE tenant = @tenant AND registration", "@ids", "");

    private static readonly PerDialect Note = new(
        Sqlite: "INSERT OR IGNORE INTO report_registration_entry (tenant, seq, registration) VALUES (@tenant, @seq, @registration)",
        Postgres: "INSERT INTO report_registration_entry (tenant, seq, registration) SELECT @tenant, t.* FROM unnest(@seq, @registration) AS t ON CONFLICT DO NOTHING");

    /// <summary>Takes in what entries change in their registrations.</summary>
    /// <param name="work">Where.</param>
    /// <param name="entries">The entries and whose they are.</param>
    /// <param name="attempts">The learners' attempts, all those in the registrations among them.</param>
    public static async Task Take(Work work, IReadOnlyList<(LogEntry Entry, Guid Learner)> entries, IReadOnlyDictionary<Guid, List<Attempt>> attempts)
    {
        var inside = entries.Where(one => one.Entry.Statement.Keys.Registration is not null).ToLookup(one => one.Entry.Statement.Keys.Registration!.Value);
        if (inside.Count == 0)
        {
            return;
        }

        var ofCourses = entries.Where(one => one.Entry.Statement.Keys.Registration is not null && Enrolment.IsOfCourse(one.Entry.Statement)).Select(one => one.Entry).ToList();
        await work.Many(Note, ofCourses.Count, ("@seq", ofCourses.Select(e => e.Seq).ToArray()), ("@registration", ofCourses.Select(e => e.Statement.Keys.Registration!.Value).ToArray()));

        var ids = inside.Select(group => group.Key).ToArray();
        var known = (await work.All(Known, row => (Id: row.Guid(0), Learner: row.Guid(1), Whole: row.Bool(2)), ("@ids", ids))).ToDictionary(row => row.Id);
        var said = await OfCourses(work, ids);
        var made = new List<Enrolment>();
        foreach (var group in inside)
        {
            var learner = known.TryGetValue(group.Key, out var before) ? before.Learner : group.First().Learner;
            var own = group.Where(one => one.Learner == learner).Select(one => one.Entry).ToList();
            if (own.Count > 0)
            {
                made.Add(Enrolment.Of(
                    group.Key,
                    learner,
                    before.Whole || own.Any(entry => Enrolment.TellsOfCourse(entry.Statement)),
                    [.. (attempts.GetValueOrDefault(learner) ?? []).Where(attempt => attempt.Registration == group.Key)],
                    [.. said[group.Key].Where(entry => NameRows.LearnerId(work.Tenant, entry.Statement.Actor.Key ?? "") == learner)],
                    own[^1].Stored)!);
            }
        }

        await Save(work, [.. made.OfType<Enrolment>()]);
    }

    /// <summary>Makes one anew after something of it was taken back.</summary>
    public static async Task Again(Work work, Guid id, long without, DateTimeOffset now)
    {
        await work.Run("DELETE FROM report_registration_entry WHERE tenant = @tenant AND seq = @seq", ("@seq", without));
        var before = await work.One(Known, row => ((Guid Learner, bool Whole)?)(row.Guid(1), row.Bool(2)), ("@ids", new[] { id }));
        if (before is not { } row)
        {
            return;
        }

        var attempts = await AttemptRows.Load(work, [(row.Learner, "")], [id]);
        var again = Enrolment.Of(id, row.Learner, row.Whole, [.. attempts[row.Learner].Where(attempt => attempt.Registration == id)], [.. (await OfCourses(work, [id]))[id]], now);
        if (again is null)
        {
            await work.Run("DELETE FROM report_registration WHERE tenant = @tenant AND id = @id", ("@id", id));
            return;
        }

        await Save(work, [again]);
    }

    private static async Task<ILookup<Guid, LogEntry>> OfCourses(Work work, Guid[] ids)
    {
        var seqs = await work.All(Said, row => (Seq: row.Long(0), Registration: row.Guid(1)), ("@ids", ids));
        var entries = seqs.Count == 0 ? [] : await LogEntries.At(work, [.. seqs.Select(s => s.Seq)]);
        return entries.ToLookup(entry => entry.Statement.Keys.Registration!.Value);
    }

    private static Task Save(Work work, IReadOnlyList<Enrolment> all) => work.Many(
        Upsert,
        all.Count,
        ("@id", all.Select(e => e.Id).ToArray()),
        ("@learner", all.Select(e => e.Learner).ToArray()),
        ("@activity", all.Select(e => e.Activity).ToArray()),
        ("@whole", all.Select(e => e.IsWhole).ToArray()),
        ("@started", all.Select(e => e.Started).ToArray()),
        ("@last", all.Select(e => e.Last).ToArray()),
        ("@completed", all.Select(e => e.Completed).ToArray()),
        ("@completion", all.Select(e => e.Completed is not null).ToArray()),
        ("@success", all.Select(e => e.Success).ToArray()),
        ("@scaled", all.Select(e => e.Scaled).ToArray()),
        ("@done", all.Select(e => e.Done).ToArray()),
        ("@tried", all.Select(e => e.Tried).ToArray()),
        ("@time", all.Select(e => e.TotalTime is { } time ? Micros.Of(time) : (long?)null).ToArray()),
        ("@updated", all.Select(e => e.Updated).ToArray()));
}
