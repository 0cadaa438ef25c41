using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// Follows the log into what the store itself knows of activities and agents. Not written where statements are: an activity that everybody
/// speaks of would be a row for which all writers wait. What a statement told stays when the statement is voided; only one that was voided
/// before it came tells nothing, nor does one whose sender may not define (<see cref="Undefining"/>).
/// </summary>
internal sealed class CanonicalFollower : ILogFollower
{
    public const string FollowerName = "canonical";

    public string Name => FollowerName;

    public async Task Follow(Work work, IReadOnlyList<LogEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var silent = await Undefining.Between(work, entries[0].Seq, entries[^1].Seq);
        var counted = entries.Where(entry => !entry.VoidedBefore && !silent.Contains(entry.Seq)).ToList();
        await CanonicalActivities.Take(work, counted.Select(entry => entry.Statement));
        await AgentNames.Take(work, counted);
    }

    public async Task Forget(Work work)
    {
        await work.Run("DELETE FROM canonical_activity WHERE tenant = @tenant");
        await work.Run("DELETE FROM agent_name WHERE tenant = @tenant");
    }
}
