using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// Lets a reader of a follower's tables see what it wrote before: notes the log's head when it starts and waits until the
/// follower has reached it.
/// </summary>
internal sealed class Freshness(Database database, LogSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits, at most two seconds; false when the follower is still behind then.</summary>
    public async Task<bool> Wait(TenantId tenant, string follower, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var head = await database.Read(tenant, LogHead.Read, cancel);
        for (var step = FirstStep; head.Seq > await Cursor(tenant, follower, cancel); step = step * 2 < LongestStep ? step * 2 : LongestStep)
        {
            if (clock.GetElapsedTime(start) > Most)
            {
                return false;
            }

            signal.Hurry(tenant);

            // Longer and longer, because many readers that wait for a follower must not be what keeps it from working.
            await Task.Delay(step, cancel);
        }

        return true;
    }

    private Task<long> Cursor(TenantId tenant, string follower, CancellationToken cancel) =>
        database.Read(tenant, work => work.One("SELECT seq FROM follower WHERE tenant = @tenant AND name = @name", row => row.Long(0), ("@name", follower)), cancel);
}
