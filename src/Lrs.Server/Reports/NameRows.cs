using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>Learners, verbs and activities as the newest statements name them.</summary>
internal static class NameRows
{
    private static readonly LanguagePreference Language = LanguagePreference.Of("en-GB", "en");

    private static readonly PerDialect Learner = Upsert(
        "learner",
        "id, agent, name, account_name, account_home, mbox, first_seen, last_seen, updated",
        """
        ON CONFLICT (tenant, id) DO UPDATE SET name = COALESCE(excluded.name, learner.name),
            first_seen = CASE WHEN excluded.first_seen > learner.first_seen THEN learner.first_seen ELSE excluded.first_seen END,
            last_seen = CASE WHEN excluded.last_seen < learner.last_seen THEN learner.last_seen ELSE excluded.last_seen END,
            updated = excluded.updated
        """,
        person: "id");

    private static readonly PerDialect Agent = Upsert("learner_agent", "agent, learner", "ON CONFLICT (tenant, agent) DO NOTHING");

    private static readonly PerDialect Verb = Upsert("verb", "number, iri, name", "ON CONFLICT (tenant, number) DO UPDATE SET name = COALESCE(excluded.name, verb.name)");

    private static readonly PerDialect Activity = Upsert(
        "activity",
        "number, iri, name, description, type, more_info",
        """
        ON CONFLICT (tenant, number) DO UPDATE SET name = COALESCE(excluded.name, activity.name), description = COALESCE(excluded.description, activity.description),
            type = COALESCE(excluded.type, activity.type), more_info = COALESCE(excluded.more_info, activity.more_info)
        """);

    /// <summary>The id under which an agent is known as a learner, until the directory says that two are one.</summary>
    public static Guid LearnerId(TenantId tenant, string agent) => NamedGuid.Of($"{tenant} learner {agent}");

    /// <summary>Takes in what statements say of their actors, verbs and objects.</summary>
    public static async Task Save(Work work, IReadOnlyList<LogEntry> entries)
    {
        var learners = entries.Where(entry => entry.Actor is not null).GroupBy(entry => entry.Actor!.Value).Select(group => Seen(work.Tenant, [.. group])).ToList();
        await work.Many(
            Learner,
            learners.Count,
            ("@id", learners.Select(l => l.Id).ToArray()),
            ("@agent", learners.Select(l => l.Actor.Key!).ToArray()),
            ("@name", learners.Select(l => l.Name).ToArray()),
            ("@account_name", learners.Select(l => l.Actor.Account?.Name).ToArray()),
            ("@account_home", learners.Select(l => l.Actor.Account?.HomePage.Text).ToArray()),
            ("@mbox", learners.Select(l => l.Actor.Mbox?.Text).ToArray()),
            ("@first_seen", learners.Select(l => l.First).ToArray()),
            ("@last_seen", learners.Select(l => l.Last).ToArray()),
            ("@updated", learners.Select(l => l.Updated).ToArray()));
        await work.Many(Agent, learners.Count, ("@agent", learners.Select(l => l.Number).ToArray()), ("@learner", learners.Select(l => l.Id).ToArray()));

        var verbs = entries.GroupBy(entry => entry.Verb).Select(group => (Number: group.Key, group.Last().Statement.Verb.Id, Name: Newest(group, e => e.Statement.Verb.Display.Best(Language)))).ToList();
        await work.Many(Verb, verbs.Count, ("@number", verbs.Select(v => v.Number).ToArray()), ("@iri", verbs.Select(v => v.Id.Text).ToArray()), ("@name", verbs.Select(v => v.Name).ToArray()));

        var activities = entries.Where(entry => entry.Activity is not null).GroupBy(entry => entry.Activity!.Value).ToList();
        string?[] Told(Func<ActivityDefinition, string?> what) => activities.Select(group => Newest(group, e => ((Activity)e.Statement.Object).Definition is { } told ? what(told) : null)).ToArray();
        await work.Many(
            Activity,
            activities.Count,
            ("@number", activities.Select(group => group.Key).ToArray()),
            ("@iri", activities.Select(group => ((Activity)group.First().Statement.Object).Id.Text).ToArray()),
            ("@name", Told(told => told.Name.Best(Language))),
            ("@description", Told(told => told.Description.Best(Language))),
            ("@type", Told(told => told.Type?.Text)),
            ("@more_info", Told(told => told.MoreInfo?.Text)));
    }

    private static SeenLearner Seen(TenantId tenant, List<LogEntry> entries)
    {
        var times = entries.Select(entry => entry.Statement.Timestamp ?? entry.Stored).ToList();
        var actor = entries[^1].Statement.Actor;
        return new SeenLearner(LearnerId(tenant, actor.Key!), entries[0].Actor!.Value, actor, Newest(entries, e => e.Statement.Actor.Name), times.Min(), times.Max(), entries[^1].Stored);
    }

    private static string? Newest(IEnumerable<LogEntry> entries, Func<LogEntry, string?> what) => entries.Select(what).LastOrDefault(text => text is not null);

    private static PerDialect Upsert(string table, string columns, string conflict, string? person = null)
    {
        var values = string.Join(", ", columns.Split(", ").Select(column => "@" + column));
        var also = person is null ? "" : ", person";
        return new PerDialect(
            Sqlite: $"INSERT INTO {table} (tenant, {columns}{also}) VALUES (@tenant, {values}{(person is null ? "" : ", " + Person.Of("@" + person))}) {conflict}",
            Postgres: $"INSERT INTO {table} (tenant, {columns}{also}) SELECT @tenant, t.*{(person is null ? "" : ", " + Person.Of("t." + person))} FROM unnest({values}) AS t({columns}) {conflict}");
    }

    private sealed record SeenLearner(Guid Id, long Number, Actor Actor, string? Name, DateTimeOffset First, DateTimeOffset Last, DateTimeOffset Updated);
}
