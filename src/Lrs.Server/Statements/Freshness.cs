using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// Lets a reader of a follower's tables see what it wrote before: notes the log's head when it starts and waits until the
/// follower has reached it.
/// </summary>
internal sealed class Freshness(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits, at most two seconds; false when the follower is still behind then.</summary>
    public async Task<bool> Wait(TenantId tenant, string follower, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var head = await database.Read(tenant, LogHead.Read, cancel);
        while (head.Seq > await Cursor(tenant, follower, cancel))
        {
            if (clock.GetElapsedTime(start) > Most)
            {
                return false;
            }

            await Task.Delay(Step, cancel);
        }

        return true;
    }

    private Task<long> Cursor(TenantId tenant, string follower, CancellationToken cancel) =>
        database.Read(tenant, work => work.One("SELECT seq FROM follower WHERE tenant = @tenant AND name = @name", row => row.Long(0), ("@name", follower)), cancel);
}
