using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>Registrations in the database. All that changes one runs in the log writer's transaction, so none is changed twice at once.</summary>
internal static class RegistrationRows
{
    private const string Columns = """
        SELECT id, learner, learner_key, course, version, completion, success, scaled, satisfied, created, updated, completed, preview, successor
        FROM registration WHERE tenant = @tenant
        """;

    private const string InsertRow = """
        INSERT INTO registration (tenant, id, learner, learner_key, course, version, completion, success, scaled, satisfied, created, updated, completed, preview)
        VALUES (@tenant, @id, @learner, @learnerKey, @course, @version, @completion, @success, @scaled, @satisfied, @created, @updated, @completed, @preview)
        """;

    private const string UpdateRow = """
        UPDATE registration SET completion = @completion, success = @success, scaled = @scaled, satisfied = @satisfied, updated = @updated, completed = @completed
        WHERE tenant = @tenant AND id = @id
        """;

    private const string UnitColumns = """
        SELECT registration, unit, position, completion, success, scaled, raw, least, most, satisfied, waived, total_time, updated
        FROM registration_unit WHERE tenant = @tenant AND registration = @registration
        """;

    // What a registration begins with; a course of cmi5 may have thousands of units (6.1).
    private static readonly PerDialect InsertUnitRows = new(
        Sqlite: """
            INSERT INTO registration_unit (tenant, registration, unit, position, completion, success, satisfied, total_time, updated)
            VALUES (@tenant, @registration, @unit, @position, 'unknown', 'unknown', @satisfied, 0, @updated)
            """,
        Postgres: """
            INSERT INTO registration_unit (tenant, registration, unit, position, completion, success, satisfied, total_time, updated)
            SELECT @tenant, r, u, p, 'unknown', 'unknown', s, 0, t
            FROM unnest(@registration, @unit, @position, @satisfied, @updated) AS new (r, u, p, s, t)
            """);

    private const string UpdateUnitRow = """
        UPDATE registration_unit
        SET completion = @completion, success = @success, scaled = @scaled, raw = @raw, least = @least, most = @most, satisfied = @satisfied, waived = @waived,
            total_time = @totalTime, updated = @updated
        WHERE tenant = @tenant AND registration = @registration AND unit = @unit
        """;

    /// <summary>The registration, or null.</summary>
    public static Task<Registration?> Find(Work work, Guid id) => work.One($"{Columns} AND id = @id", Read, ("@id", id));

    /// <summary>The learner's newest registration for a course, or null; looking at a course is none.</summary>
    public static Task<Registration?> Newest(Work work, string learnerKey, Guid course) =>
        work.One($"{Columns} AND learner_key = @learner AND course = @course AND NOT preview ORDER BY created DESC, id DESC LIMIT 1", Read, ("@learner", learnerKey), ("@course", course));

    /// <summary>All registrations of a learner, oldest first.</summary>
    public static Task<List<Registration>> Of(Work work, string learnerKey) => work.All($"{Columns} AND learner_key = @learner AND NOT preview ORDER BY created, id", Read, ("@learner", learnerKey));

    /// <summary>The newest registrations for a course, whoever's.</summary>
    public static Task<List<Registration>> OfCourse(Work work, Guid course, int most) =>
        work.All($"{Columns} AND course = @course AND NOT preview ORDER BY created DESC, id DESC LIMIT @most", Read, ("@course", course), ("@most", most));

    /// <summary>Lets another registration take over; false when one has already.</summary>
    public static async Task<bool> Succeed(Work work, Guid id, Guid successor) =>
        await work.Run("UPDATE registration SET successor = @successor WHERE tenant = @tenant AND id = @id AND successor IS NULL", ("@id", id), ("@successor", successor)) > 0;

    /// <summary>The units of a registration, in the course's order.</summary>
    public static Task<List<RegistrationUnit>> Units(Work work, Guid registration) => work.All($"{UnitColumns} ORDER BY position", ReadUnit, ("@registration", registration));

    /// <summary>Keeps a new registration with its units, which have nothing but what the registration alone gives them.</summary>
    public static async Task Insert(Work work, Registration registration, IReadOnlyList<RegistrationUnit> units)
    {
        await work.Run(
            InsertRow,
            [
                .. Changing(registration),
                ("@learner", registration.Learner),
                ("@learnerKey", registration.LearnerKey),
                ("@course", registration.Course),
                ("@version", registration.Version),
                ("@created", registration.Created),
                ("@preview", registration.IsPreview),
            ]);
        await work.Many(
            InsertUnitRows,
            units.Count,
            ("@registration", units.Select(unit => unit.Registration).ToArray()),
            ("@unit", units.Select(unit => unit.Unit).ToArray()),
            ("@position", units.Select(unit => unit.Position).ToArray()),
            ("@satisfied", units.Select(unit => unit.Satisfied).ToArray()),
            ("@updated", units.Select(unit => unit.Updated).ToArray()));
    }

    public static Task Update(Work work, Registration registration) => work.Run(UpdateRow, Changing(registration));

    public static Task Update(Work work, RegistrationUnit unit) => work.Run(UpdateUnitRow, Changing(unit));

    private static (string, object?)[] Changing(Registration registration) =>
    [
        ("@id", registration.Id),
        ("@completion", Name(registration.Completion)),
        ("@success", Name(registration.Success)),
        ("@scaled", registration.Scaled),
        ("@satisfied", registration.Satisfied),
        ("@updated", registration.Updated),
        ("@completed", registration.Completed),
    ];

    private static (string, object?)[] Changing(RegistrationUnit unit) =>
    [
        ("@registration", unit.Registration),
        ("@unit", unit.Unit),
        ("@completion", Name(unit.Completion)),
        ("@success", Name(unit.Success)),
        ("@scaled", unit.Score?.Scaled),
        ("@raw", unit.Score?.Raw),
        ("@least", unit.Score?.Min),
        ("@most", unit.Score?.Max),
        ("@satisfied", unit.Satisfied),
        ("@waived", unit.Waived),
        ("@totalTime", unit.TotalTime),
        ("@updated", unit.Updated),
    ];

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    private static Registration Read(Row row) => new()
    {
        Id = row.Guid(0),
        Learner = row.Text(1),
        LearnerKey = row.Text(2),
        Course = row.Guid(3),
        Version = row.Guid(4),
        Completion = Enum.Parse<Completion>(row.Text(5), ignoreCase: true),
        Success = Enum.Parse<Success>(row.Text(6), ignoreCase: true),
        Scaled = row.DecimalOrNull(7),
        Satisfied = row.Bool(8),
        Created = row.Time(9),
        Updated = row.Time(10),
        Completed = row.TimeOrNull(11),
        IsPreview = row.Bool(12),
        Successor = row.GuidOrNull(13),
    };

    private static RegistrationUnit ReadUnit(Row row)
    {
        var score = new Score(row.DecimalOrNull(5), row.DecimalOrNull(6), row.DecimalOrNull(7), row.DecimalOrNull(8));
        return new RegistrationUnit
        {
            Registration = row.Guid(0),
            Unit = row.Guid(1),
            Position = row.Int(2),
            Completion = Enum.Parse<Completion>(row.Text(3), ignoreCase: true),
            Success = Enum.Parse<Success>(row.Text(4), ignoreCase: true),
            Score = score == new Score(null, null, null, null) ? null : score,
            Satisfied = row.Bool(9),
            Waived = row.TextOrNull(10),
            TotalTime = row.SpanOrNull(11)!.Value,
            Updated = row.Time(12),
        };
    }
}
