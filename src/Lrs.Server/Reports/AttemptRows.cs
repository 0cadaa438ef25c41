using System.Text.Json;
using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>Attempts in the database: read by learner, written together.</summary>
internal static class AttemptRows
{
    private const string Columns =
        "id, learner, activity, registration, kind, label, decided, number, started, last, ended, completion, success, score_scaled, score_raw, score_min, score_max, duration, timed, updated, completed";

    private const string Update = """
        ON CONFLICT (tenant, id) DO UPDATE SET
            label = excluded.label, decided = excluded.decided, started = excluded.started, last = excluded.last, ended = excluded.ended,
            completion = excluded.completion, success = excluded.success, score_scaled = excluded.score_scaled, score_raw = excluded.score_raw,
            score_min = excluded.score_min, score_max = excluded.score_max, duration = excluded.duration, timed = excluded.timed, updated = excluded.updated, completed = excluded.completed
        """;

    private const string Values =
        "@id, @learner, @activity, @registration, @kind, @label, @decided, @number, @started, @last, @ended, @completion, @success, @scaled, @raw, @min, @max, @duration, @timed, @updated, @completed";

    private static readonly PerDialect Upsert = new(
        Sqlite: $"INSERT INTO attempt (tenant, {Columns}, person) VALUES (@tenant, {Values}, {Person.Of("@learner")}) {Update}",
        Postgres: $"INSERT INTO attempt (tenant, {Columns}, person) SELECT @tenant, t.*, {Person.Of("t.learner")} FROM unnest({Values}) AS t({Columns}) {Update}");

    // All that a statement may belong to, and all that a new attempt is numbered after: see AttemptFinder. By registration too, since a
    // cmi5 session's statements about what is inside the unit do not name the unit.
    private static readonly PerDialect Around = new(
        Sqlite: $"""
            SELECT {Columns} FROM attempt WHERE rowid IN (
                SELECT a.rowid FROM json_each(@units) AS p CROSS JOIN attempt a INDEXED BY attempt_learner ON a.tenant = @tenant AND a.learner = unhex(p.value ->> 0) AND a.activity = p.value ->> 1
                UNION SELECT a.rowid FROM json_each(@registrations) AS r CROSS JOIN attempt a INDEXED BY attempt_registration ON a.tenant = @tenant AND a.registration = unhex(r.value))
            ORDER BY learner, activity, number
            """,
        Postgres: $"""
            SELECT {Columns} FROM attempt a JOIN unnest(@learners, @activities) AS p(l, u) ON a.tenant = @tenant AND a.learner = p.l AND a.activity = p.u
            UNION SELECT {Columns} FROM attempt a WHERE a.tenant = @tenant AND a.registration = ANY(@registrations)
            ORDER BY learner, activity, number
            """);

    private static readonly PerDialect ById = $"SELECT {Columns} FROM attempt WHERE tenant = @tenant AND id = @id";

    private static readonly PerDialect InsertEntry = new(
        Sqlite: "INSERT OR IGNORE INTO attempt_entry (tenant, seq, attempt) VALUES (@tenant, @seq, @attempt)",
        Postgres: "INSERT INTO attempt_entry (tenant, seq, attempt) SELECT @tenant, t.* FROM unnest(@seq, @attempt) AS t ON CONFLICT DO NOTHING");

    /// <summary>
    /// The attempts of learners at units or in registrations, by learner; each list in the order of units and numbers. Never all of a
    /// learner's: a few people have thousands.
    /// </summary>
    public static async Task<Dictionary<Guid, List<Attempt>>> Load(Work work, IReadOnlyCollection<(Guid Learner, string Activity)> units, IReadOnlyCollection<Guid> registrations)
    {
        var all = work.Dialect is Dialect.Sqlite
            ? await work.All(Around, Read, ("@units", Pairs(units)), ("@registrations", registrations.ToArray()))
            : await work.All(Around, Read, ("@learners", units.Select(unit => unit.Learner).ToArray()), ("@activities", units.Select(unit => unit.Activity).ToArray()), ("@registrations", registrations.ToArray()));
        var byLearner = units.Select(unit => unit.Learner).Distinct().ToDictionary(learner => learner, _ => new List<Attempt>());
        foreach (var attempt in all)
        {
            // Another learner's, in a registration that two share.
            if (byLearner.TryGetValue(attempt.Learner, out var own))
            {
                own.Add(attempt);
            }
        }

        return byLearner;
    }

    /// <summary>One attempt.</summary>
    public static Task<Attempt?> One(Work work, Guid id) => work.One<Attempt?>(ById, Read, ("@id", id));

    /// <summary>Writes attempts, new and changed.</summary>
    public static Task Save(Work work, IReadOnlyList<Attempt> all) => work.Many(
        Upsert,
        all.Count,
        ("@id", all.Select(a => a.Id).ToArray()),
        ("@learner", all.Select(a => a.Learner).ToArray()),
        ("@activity", all.Select(a => a.Activity).ToArray()),
        ("@registration", all.Select(a => a.Registration).ToArray()),
        ("@kind", all.Select(a => a.Kind).ToArray()),
        ("@label", all.Select(a => a.Label).ToArray()),
        ("@decided", all.Select(a => a.Decided).ToArray()),
        ("@number", all.Select(a => a.Number).ToArray()),
        ("@started", all.Select(a => a.Started).ToArray()),
        ("@last", all.Select(a => a.Last).ToArray()),
        ("@ended", all.Select(a => a.Ended).ToArray()),
        ("@completion", all.Select(a => a.Completion).ToArray()),
        ("@success", all.Select(a => a.Success).ToArray()),
        ("@scaled", all.Select(a => a.Score.Scaled).ToArray()),
        ("@raw", all.Select(a => a.Score.Raw).ToArray()),
        ("@min", all.Select(a => a.Score.Min).ToArray()),
        ("@max", all.Select(a => a.Score.Max).ToArray()),
        ("@duration", all.Select(a => a.Duration is { } d ? Micros.Of(d) : (long?)null).ToArray()),
        ("@timed", all.Select(a => a.Timed).ToArray()),
        ("@updated", all.Select(a => a.Updated).ToArray()),
        ("@completed", all.Select(a => a.Completed).ToArray()));

    /// <summary>Notes which attempts statements belong to.</summary>
    public static Task SaveEntries(Work work, IReadOnlyList<(long Seq, Guid Attempt)> entries) => work.Many(
        InsertEntry,
        entries.Count,
        ("@seq", entries.Select(e => e.Seq).ToArray()),
        ("@attempt", entries.Select(e => e.Attempt).ToArray()));

    private static string Pairs(IEnumerable<(Guid Learner, string Activity)> units) =>
        JsonSerializer.Serialize(units.Select(unit => new[] { Convert.ToHexString(unit.Learner.ToByteArray(bigEndian: true)), unit.Activity }));

    private static Attempt Read(Row row) => new()
    {
        Id = row.Guid(0),
        Learner = row.Guid(1),
        Activity = row.Text(2),
        Registration = row.GuidOrNull(3),
        Kind = row.Text(4),
        Label = row.TextOrNull(5),
        Decided = row.Bool(6),
        Number = row.Int(7),
        Started = row.Time(8),
        Last = row.Time(9),
        Ended = row.TimeOrNull(10),
        Completion = row.BoolOrNull(11),
        Success = row.BoolOrNull(12),
        Score = new Score(row.DecimalOrNull(13), row.DecimalOrNull(14), row.DecimalOrNull(15), row.DecimalOrNull(16)),
        Duration = row.SpanOrNull(17),
        Timed = row.Bool(18),
        Updated = row.Time(19),
        Completed = row.TimeOrNull(20),
    };
}
