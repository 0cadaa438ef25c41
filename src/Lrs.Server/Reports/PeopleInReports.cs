using Lrs.Data;

namespace Lrs.Server.Reports;

/// <summary>
/// Makes the reports' tables agree with the directory after a load: whose an agent's rows are, and who is listed. What only looks
/// different by dated facts needs nothing here, since those are joined when somebody asks.
/// </summary>
internal static class PeopleInReports
{
    private const int Portion = 1_000;

    private static readonly PerDialect HoldView = new(
        Sqlite: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name",
        Postgres: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name FOR UPDATE");

    // A moment of its own between two statements, so that whoever has a delta link from before hears of everything here.
    private static readonly PerDialect Tick = new(
        Sqlite: "UPDATE log_head SET stored = MAX(@now, stored + 1) WHERE tenant = @tenant RETURNING stored",
        Postgres: "UPDATE log_head SET stored = GREATEST(clock_timestamp(), stored + INTERVAL '1 microsecond') WHERE tenant = @tenant RETURNING stored");

    private static readonly PerDialect Gone = Sql.InBlobs(
        """
        INSERT INTO report_removed (tenant, kind, id, at)
        SELECT l.tenant, 'learner', l.id, @at FROM learner l WHERE l.tenant = @tenant AND l.person <> l.id AND l.id
        """, "@ids", " ON CONFLICT (tenant, kind, id) DO UPDATE SET at = excluded.at");

    /// <summary>Settles a load.</summary>
    /// <param name="work">The load's transaction.</param>
    /// <param name="load">What marks the people it changed.</param>
    /// <param name="now">The time.</param>
    public static async Task Settle(Work work, Guid load, DateTimeOffset now)
    {
        // No follower works on the views meanwhile, or it would write down who an agent was before.
        await work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, @name, 0) ON CONFLICT DO NOTHING", ("@name", ReportsFollower.FollowerName));
        await work.One(HoldView, row => row.Long(0), ("@name", ReportsFollower.FollowerName));
        var moved = await work.All(
            "SELECT l.id FROM learner l JOIN person_agent pa ON pa.tenant = l.tenant AND pa.learner = l.id WHERE l.tenant = @tenant AND l.person <> pa.person",
            row => row.Guid(0));
        (string, object?)[] values = work.Dialect is Dialect.Sqlite ? [("@now", now)] : [];
        var at = await work.One(Tick, row => row.Time(0), values);
        await work.Run("UPDATE person SET updated = @at WHERE tenant = @tenant AND load = @load", ("@at", at), ("@load", load));
        foreach (var some in moved.Chunk(Portion))
        {
            foreach (var (table, own) in new[] { ("learner", "id"), ("attempt", "learner"), ("report_registration", "learner") })
            {
                await work.Run(
                    Sql.InBlobs($"UPDATE {table} SET person = (SELECT pa.person FROM person_agent pa WHERE pa.tenant = @tenant AND pa.learner = {table}.{own}) WHERE tenant = @tenant AND {own}", "@ids", ""),
                    ("@ids", some));
            }

            await work.Run(Gone, ("@ids", some), ("@at", at));
        }

        await work.Run(PeopleSets.OfDirectory("p.load = @load"), ("@load", load));

        // A person that became another and has no record of their own.
        await work.Run("DELETE FROM learner WHERE tenant = @tenant AND first_seen IS NULL AND person = id AND NOT EXISTS (SELECT 1 FROM person p WHERE p.tenant = @tenant AND p.id = learner.id)");
        await work.Run("DELETE FROM learner WHERE tenant = @tenant AND first_seen IS NULL AND person <> id");
    }
}
