using Lrs.Data;

namespace Lrs.Server.Player;

/// <summary>The attempt at a unit that is open, or was last.</summary>
internal sealed record ScormState
{
    public required Guid Registration { get; init; }

    public required Guid Unit { get; init; }

    public required Guid Attempt { get; init; }

    /// <summary>1, 2, 3 … within the registration.</summary>
    public required int Number { get; init; }

    /// <summary>Will the next session continue it?</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What content wrote.</summary>
    public required Cmi Cmi { get; init; }

    /// <summary>The session that wrote last; null when none has.</summary>
    public Guid? Session { get; init; }

    /// <summary>Time of all its sessions; summed here, never content's own sum.</summary>
    public TimeSpan TotalTime { get; init; }

    public required DateTimeOffset Updated { get; init; }
}

/// <summary>Run-time states in the database. All that changes one runs in the log writer's transaction.</summary>
internal static class ScormStateRows
{
    private const string Select = """
        SELECT registration, unit, attempt, number, is_open, cmi, session, total_time, updated
        FROM scorm_state WHERE tenant = @tenant AND registration = @registration
        """;

    private const string Upsert = """
        INSERT INTO scorm_state (tenant, registration, unit, attempt, number, is_open, cmi, session, total_time, updated)
        VALUES (@tenant, @registration, @unit, @attempt, @number, @open, @cmi, @session, @total, @updated)
        ON CONFLICT (tenant, registration, unit) DO UPDATE
        SET attempt = excluded.attempt, number = excluded.number, is_open = excluded.is_open, cmi = excluded.cmi, session = excluded.session,
            total_time = excluded.total_time, updated = excluded.updated
        """;

    public static Task<ScormState?> Find(Work work, Guid registration, Guid unit) => work.One($"{Select} AND unit = @unit", Read, ("@registration", registration), ("@unit", unit));

    /// <summary>Those of every unit of a registration that was opened.</summary>
    public static Task<List<ScormState>> All(Work work, Guid registration) => work.All(Select, Read, ("@registration", registration));

    /// <summary>By unit: how many attempts there were in a registration, and whether the last one is open.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (int Number, bool IsOpen)>> Attempts(Work work, Guid registration)
    {
        var all = await work.All(
            "SELECT unit, number, is_open FROM scorm_state WHERE tenant = @tenant AND registration = @registration",
            row => (Unit: row.Guid(0), Number: row.Int(1), IsOpen: row.Bool(2)),
            ("@registration", registration));
        return all.ToDictionary(one => one.Unit, one => (one.Number, one.IsOpen));
    }

    public static Task Put(Work work, ScormState state) =>
        work.Run(
            Upsert,
            ("@registration", state.Registration),
            ("@unit", state.Unit),
            ("@attempt", state.Attempt),
            ("@number", state.Number),
            ("@open", state.IsOpen),
            ("@cmi", state.Cmi.ToJson()),
            ("@session", state.Session),
            ("@total", state.TotalTime),
            ("@updated", state.Updated));

    private static ScormState Read(Row row) => new()
    {
        Registration = row.Guid(0),
        Unit = row.Guid(1),
        Attempt = row.Guid(2),
        Number = row.Int(3),
        IsOpen = row.Bool(4),
        Cmi = Cmi.FromJson(row.Text(5)),
        Session = row.GuidOrNull(6),
        TotalTime = row.SpanOrNull(7)!.Value,
        Updated = row.Time(8),
    };
}
