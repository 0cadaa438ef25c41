using Lrs.Data;

namespace Lrs.Server.People;

/// <summary>People, their agents and their turns in the database.</summary>
internal static class PersonRows
{
    private const string Facts = "person, since, until, gone, name, force, rank, role, department, unit, kind";
    private const string FactValues = "@person, @since, @until, @gone, @name, @force, @rank, @role, @department, @unit, @kind";

    private static readonly PerDialect Linked = Sql.InBlobs("SELECT learner, person FROM person_agent WHERE tenant = @tenant AND learner", "@ids", "");

    private static readonly PerDialect LoginsOf = Sql.In("SELECT email, id FROM login WHERE tenant = @tenant AND email", "@addresses", "");

    private static readonly PerDialect RecordedAs = Sql.InBlobs("SELECT id, person FROM learner WHERE tenant = @tenant AND id", "@ids", "");

    private static readonly PerDialect OwnLinks = Sql.InBlobs(
        "INSERT INTO person_agent (tenant, learner, agent, person) SELECT l.tenant, l.id, l.agent, l.id FROM learner l WHERE l.tenant = @tenant AND l.agent <> '' AND l.id", "@ids", " ON CONFLICT (tenant, learner) DO NOTHING");

    private static readonly PerDialect Themselves = Sql.InBlobs("SELECT id, id FROM person WHERE tenant = @tenant AND id", "@ids", "");

    private static readonly PerDialect Named = Sql.InBlobs("SELECT id, account_name, account_home, mbox FROM person WHERE tenant = @tenant AND id", "@ids", "");

    private static readonly PerDialect TurnsOf = Sql.InBlobs($"SELECT {Facts} FROM person_fact WHERE tenant = @tenant AND person", "@ids", " ORDER BY person, since");

    private static readonly PerDialect Forget = Sql.InBlobs("DELETE FROM person_fact WHERE tenant = @tenant AND person", "@ids", "");

    private static readonly PerDialect Upsert = Rows(
        "person", "id, account_name, account_home, mbox, load, updated", "@id, @name, @home, @mbox, @load, @updated",
        "ON CONFLICT (tenant, id) DO UPDATE SET account_name = excluded.account_name, account_home = excluded.account_home, mbox = excluded.mbox, load = excluded.load");

    private static readonly PerDialect InsertLink = Rows(
        "person_agent", "learner, agent, person", "@learner, @agent, @person", "ON CONFLICT (tenant, learner) DO UPDATE SET person = excluded.person");

    private static readonly PerDialect InsertFact = Rows("person_fact", Facts, FactValues, "");

    /// <summary>Which of these ids are known, and of whom: agents' by their links, people's own.</summary>
    public static async Task<IEnumerable<(Guid Learner, Guid Person)>> PersonsOf(Work work, Guid[] ids)
    {
        var themselves = await work.All(Themselves, row => (row.Guid(0), row.Guid(1)), ("@ids", ids));
        return themselves.Concat(await work.All(Linked, row => (row.Guid(0), row.Guid(1)), ("@ids", ids)));
    }

    /// <summary>The logins with these addresses, which are in lower case.</summary>
    public static async Task<Dictionary<string, Guid>> Logins(Work work, string[] addresses) =>
        addresses.Length == 0 ? [] : (await work.All(LoginsOf, row => (row.Text(0), row.Guid(1)), ("@addresses", addresses))).ToDictionary(login => login.Item1, login => login.Item2);

    /// <summary>Which of these ids reports know from records, and of whom.</summary>
    public static async Task<List<(Guid Learner, Guid Person)>> Recorded(Work work, Guid[] ids) =>
        ids.Length == 0 ? [] : await work.All(RecordedAs, row => (row.Guid(0), row.Guid(1)), ("@ids", ids));

    /// <summary>Links people whom reports know by an agent's own id to that agent.</summary>
    public static async Task LinkThemselves(Work work, Guid[] ids)
    {
        if (ids.Length > 0)
        {
            await work.Run(OwnLinks, ("@ids", ids));
        }
    }

    public static Task<List<(Guid Person, Known Known)>> Find(Work work, Guid[] ids) =>
        work.All(Named, row => (row.Guid(0), new Known(row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3))), ("@ids", ids));

    public static Task<List<(Guid Person, Turn Turn)>> Turns(Work work, Guid[] ids) => work.All(TurnsOf, row => (row.Guid(0), Read(row, 1)), ("@ids", ids));

    /// <summary>The turn in the columns from <c>since</c> on.</summary>
    public static Turn Read(Row row, int at) => new(LondonDay.Of(row.Time(at)), row.Bool(at + 2) ? null : new Place
    {
        Name = row.TextOrNull(at + 3),
        Force = row.TextOrNull(at + 4),
        Rank = row.TextOrNull(at + 5),
        Role = row.TextOrNull(at + 6),
        Department = row.TextOrNull(at + 7),
        Unit = row.TextOrNull(at + 8),
        Kind = row.TextOrNull(at + 9),
    });

    public static Task Save(Work work, Guid load, IReadOnlyList<(Guid Id, Known Known)> all) => work.Many(
        Upsert,
        all.Count,
        ("@id", all.Select(p => p.Id).ToArray()),
        ("@name", all.Select(p => p.Known.AccountName).ToArray()),
        ("@home", all.Select(p => p.Known.AccountHome).ToArray()),
        ("@mbox", all.Select(p => p.Known.Mbox).ToArray()),
        ("@load", all.Select(_ => load).ToArray()),

        // Until the load ends and knows its time.
        ("@updated", all.Select(_ => DateTimeOffset.UnixEpoch).ToArray()));

    public static Task Link(Work work, IReadOnlyList<(Guid Learner, string Agent, Guid Person)> links)
    {
        var last = links.GroupBy(link => link.Learner).Select(group => group.Last()).ToList();
        return work.Many(InsertLink, last.Count, ("@learner", last.Select(l => l.Learner).ToArray()), ("@agent", last.Select(l => l.Agent).ToArray()), ("@person", last.Select(l => l.Person).ToArray()));
    }

    /// <summary>Replaces what is kept of people's turns.</summary>
    public static async Task SaveHistories(Work work, IReadOnlyList<(Guid Person, History History)> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        await work.Run(Forget, ("@ids", all.Select(one => one.Person).ToArray()));
        var rows = all.SelectMany(one => one.History.Turns.Select((turn, i) => (one.Person, Turn: turn, Next: i + 1 < one.History.Turns.Count ? one.History.Turns[i + 1].Since : (DateOnly?)null))).ToList();
        string?[] Each(Func<Place, string?> what) => [.. rows.Select(row => row.Turn.Place is { } place ? what(place) : null)];
        await work.Many(
            InsertFact,
            rows.Count,
            ("@person", rows.Select(row => row.Person).ToArray()),
            ("@since", rows.Select(row => LondonDay.Start(row.Turn.Since)).ToArray()),
            ("@until", rows.Select(row => row.Next is { } next ? LondonDay.Start(next) : (DateTimeOffset?)null).ToArray()),
            ("@gone", rows.Select(row => row.Turn.Place is null).ToArray()),
            ("@name", Each(place => place.Name)),
            ("@force", Each(place => place.Force)),
            ("@rank", Each(place => place.Rank)),
            ("@role", Each(place => place.Role)),
            ("@department", Each(place => place.Department)),
            ("@unit", Each(place => place.Unit)),
            ("@kind", Each(place => place.Kind)));
    }

    /// <summary>Another person turned out to be this one: its agents become this one's, and it is gone.</summary>
    public static async Task Join(Work work, Guid person, Guid other)
    {
        (string, object?)[] both = [("@person", person), ("@other", other)];
        await work.Run("UPDATE person_agent SET person = @person WHERE tenant = @tenant AND person = @other", both);
        await work.Run("DELETE FROM person_fact WHERE tenant = @tenant AND person = @other", ("@other", other));
        await work.Run("DELETE FROM person WHERE tenant = @tenant AND id = @other", ("@other", other));

        // Its own agent, when it was never linked and only known from records.
        await work.Run(
            """
            INSERT INTO person_agent (tenant, learner, agent, person)
            SELECT l.tenant, l.id, l.agent, @person FROM learner l WHERE l.tenant = @tenant AND l.id = @other AND l.agent <> ''
            ON CONFLICT (tenant, learner) DO NOTHING
            """,
            both);
    }

    private static PerDialect Rows(string table, string columns, string values, string conflict) => new(
        Sqlite: $"INSERT INTO {table} (tenant, {columns}) VALUES (@tenant, {values}) {conflict}",
        Postgres: $"INSERT INTO {table} (tenant, {columns}) SELECT @tenant, t.* FROM unnest({values}) AS t {conflict}");
}
