using Lrs.Data;

namespace Lrs.Server.Player;

/// <summary>Sessions in the database. All that changes one, except the fetch of its token, runs in the log writer's transaction, so none is changed twice at once.</summary>
internal static class SessionRows
{
    private const string Columns = """
        SELECT id, registration, unit, mode, state, return_url, attempt, said, sequence, parts, duration, created, fetched, started, last, ended, whole, preferences, entitlement
        FROM launch_session WHERE tenant = @tenant
        """;

    private const string InsertRow = """
        INSERT INTO launch_session (tenant, id, registration, unit, mode, state, return_url, attempt, said, sequence, parts, duration, created, fetched, started, last, ended, whole, entitlement)
        VALUES (@tenant, @id, @registration, @unit, @mode, @state, @returnUrl, @attempt, @said, @sequence, @parts, @duration, @created, @fetched, @started, @last, @ended, @whole, @entitlement)
        """;

    // Not fetched and preferences: those are set without the writer's lock, and must not be set back.
    private const string UpdateRow = """
        UPDATE launch_session
        SET state = @state, attempt = @attempt, said = @said, sequence = @sequence, parts = @parts, duration = @duration, started = @started, last = @last, ended = @ended
        WHERE tenant = @tenant AND id = @id
        """;

    /// <summary>The session, or null.</summary>
    public static Task<LaunchSession?> Find(Work work, Guid id) => work.One($"{Columns} AND id = @id", Read, ("@id", id));

    /// <summary>The sessions of a registration that have not ended, oldest first.</summary>
    public static Task<List<LaunchSession>> Open(Work work, Guid registration) =>
        work.All($"{Columns} AND registration = @registration AND state IN ('launched', 'initialized') ORDER BY created, id", Read, ("@registration", registration));

    /// <summary>The unit that was launched last in a registration; null when none was.</summary>
    public static async Task<Guid?> LastUnit(Work work, Guid registration) =>
        (await work.One($"{Columns} AND registration = @registration ORDER BY created DESC, id DESC LIMIT 1", Read, ("@registration", registration)))?.Unit;

    /// <summary>Ids of sessions that were made before a time and have not ended, oldest first.</summary>
    public static Task<List<Guid>> Stale(Work work, DateTimeOffset before, int most) =>
        work.All(
            "SELECT id FROM launch_session WHERE tenant = @tenant AND state IN ('launched', 'initialized') AND created < @before ORDER BY created, id LIMIT @most",
            row => row.Guid(0),
            ("@before", before),
            ("@most", most));

    public static Task Insert(Work work, LaunchSession session) =>
        work.Run(
            InsertRow,
            [
                .. Changing(session),
                ("@registration", session.Registration),
                ("@unit", session.Unit),
                ("@mode", session.Mode.ToString()),
                ("@returnUrl", session.ReturnUrl),
                ("@created", session.Created),
                ("@fetched", session.Fetched),
                ("@whole", session.Whole),
                ("@entitlement", session.Entitlement),
            ]);

    public static Task Update(Work work, LaunchSession session) => work.Run(UpdateRow, Changing(session));

    /// <summary>Notes that the token was fetched; false when it was before, or the session has ended.</summary>
    public static async Task<bool> Fetch(Work work, Guid id, DateTimeOffset now) =>
        await work.Run(
            "UPDATE launch_session SET fetched = @now WHERE tenant = @tenant AND id = @id AND fetched IS NULL AND state IN ('launched', 'initialized')",
            ("@id", id),
            ("@now", now)) > 0;

    /// <summary>Notes that the unit read the learner's preferences; the first time counts.</summary>
    public static Task ReadPreferences(Work work, Guid id, DateTimeOffset now) =>
        work.Run("UPDATE launch_session SET preferences = @now WHERE tenant = @tenant AND id = @id AND preferences IS NULL", ("@id", id), ("@now", now));

    private static (string, object?)[] Changing(LaunchSession session) =>
    [
        ("@id", session.Id),
        ("@state", session.State.ToString().ToLowerInvariant()),
        ("@attempt", session.Attempt),
        ("@said", session.Said),
        ("@sequence", session.Sequence),
        ("@parts", session.Parts),
        ("@duration", session.Duration),
        ("@started", session.Started),
        ("@last", session.Last),
        ("@ended", session.Ended),
    ];

    private static LaunchSession Read(Row row) => new()
    {
        Id = row.Guid(0),
        Registration = row.Guid(1),
        Unit = row.Guid(2),
        Mode = Enum.Parse<LaunchMode>(row.Text(3)),
        State = Enum.Parse<SessionState>(row.Text(4), ignoreCase: true),
        ReturnUrl = row.TextOrNull(5),
        Attempt = row.GuidOrNull(6),
        Said = row.Text(7),
        Sequence = row.Long(8),
        Parts = row.Long(9),
        Duration = row.SpanOrNull(10)!.Value,
        Created = row.Time(11),
        Fetched = row.TimeOrNull(12),
        Started = row.TimeOrNull(13),
        Last = row.Time(14),
        Ended = row.TimeOrNull(15),
        Whole = row.Bool(16),
        PreferencesRead = row.TimeOrNull(17),
        Entitlement = row.TextOrNull(18),
    };
}
