using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>Builds a view of the log again from the first entry: what it holds goes, and the log is followed from the beginning.</summary>
internal sealed class ViewRebuild(Database database, FollowerRunner runner, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly PerDialect Hold = new(
        Sqlite: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name",
        Postgres: "SELECT seq FROM follower WHERE tenant = @tenant AND name = @name FOR UPDATE");

    /// <summary>
    /// Rebuilds one tenant's view. Readers of the view wait, and are told to come back, until it has reached the end of the log again; other
    /// nodes' runners may do part of the work.
    /// </summary>
    /// <returns>How many entries of the log the view was built from.</returns>
    public async Task<long> Run(TenantId tenant, ILogFollower follower, CancellationToken cancel)
    {
        await database.Write(tenant, work => Clear(work, follower), cancel);
        var head = (await database.Read(tenant, LogHead.Read, cancel)).Seq;
        while (true)
        {
            await runner.CatchUp(tenant, follower, cancel);
            if (await Cursor(tenant, follower, cancel) >= head)
            {
                return head;
            }

            await Task.Delay(Pause, clock, cancel);
        }
    }

    private static async Task Clear(Work work, ILogFollower follower)
    {
        await work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, @name, 0) ON CONFLICT DO NOTHING", ("@name", follower.Name));
        await work.One(Hold, row => row.Long(0), ("@name", follower.Name));
        await follower.Forget(work);
        await work.Run("UPDATE follower SET seq = 0 WHERE tenant = @tenant AND name = @name", ("@name", follower.Name));
    }

    private Task<long> Cursor(TenantId tenant, ILogFollower follower, CancellationToken cancel) =>
        database.Read(tenant, work => work.One("SELECT seq FROM follower WHERE tenant = @tenant AND name = @name", row => row.Long(0), ("@name", follower.Name)), cancel);
}
