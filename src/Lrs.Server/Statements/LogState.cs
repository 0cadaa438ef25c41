using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>How far one view of a tenant's log is behind it.</summary>
/// <param name="Follower">The view.</param>
/// <param name="Entries">Entries it has not seen.</param>
/// <param name="Lag">How long the oldest of them has been there; zero when there are none.</param>
internal sealed record FollowerLag(string Follower, long Entries, TimeSpan Lag);

/// <summary>A tenant's log at one moment.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Seq">The position of its newest entry.</param>
/// <param name="ReferencesWaiting">Items in the queue of references, counted up to a hundred thousand.</param>
/// <param name="Followers">Its views.</param>
internal sealed record TenantLogState(Tenant Tenant, long Seq, long ReferencesWaiting, IReadOnlyList<FollowerLag> Followers);

/// <summary>Tells how far the views are behind the logs, on whichever node the work is done.</summary>
internal sealed class LogState(Database database, TenantStore tenants, IEnumerable<ILogFollower> followers, TimeProvider clock)
{
    private const string Cursors = """
        SELECT f.name, f.seq, (SELECT s.stored FROM statement s WHERE s.tenant = f.tenant AND s.seq > f.seq ORDER BY s.seq LIMIT 1) FROM follower f WHERE f.tenant = @tenant
        """;

    private const string First = "SELECT stored FROM statement WHERE tenant = @tenant ORDER BY seq LIMIT 1";

    private const string Waiting = "SELECT COUNT(*) FROM (SELECT 1 FROM reference_queue WHERE tenant = @tenant LIMIT 100000) AS q";

    /// <summary>Every tenant's log.</summary>
    public async Task<IReadOnlyList<TenantLogState>> Read(CancellationToken cancel)
    {
        var all = new List<TenantLogState>();
        foreach (var tenant in await tenants.All(cancel))
        {
            all.Add(await database.Snapshot(tenant.Id, work => Of(work, tenant), cancel));
        }

        return all;
    }

    private async Task<TenantLogState> Of(Work work, Tenant tenant)
    {
        var head = await LogHead.Read(work);
        var cursors = (await work.All(Cursors, row => (Name: row.Text(0), Seq: row.Long(1), Next: row.TimeOrNull(2)))).ToDictionary(cursor => cursor.Name);
        var first = await work.One(First, row => (DateTimeOffset?)row.Time(0));
        var waiting = await work.One(Waiting, row => row.Long(0));
        var now = clock.GetUtcNow();
        return new TenantLogState(tenant, head.Seq, waiting, followers.Select(follower =>
        {
            var (seq, next) = cursors.TryGetValue(follower.Name, out var cursor) ? (cursor.Seq, cursor.Next) : (0, first);
            return new FollowerLag(follower.Name, head.Seq - seq, next is { } since && since < now ? now - since : TimeSpan.Zero);
        }).ToList());
    }
}
