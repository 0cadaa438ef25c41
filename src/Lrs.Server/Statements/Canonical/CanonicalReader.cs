using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>What the store itself knows of activities and agents, with everything in it that was stored before the question.</summary>
internal sealed class CanonicalReader(Database database, Freshness freshness)
{
    /// <summary>The definitions of those of these activities that have one, by IRI.</summary>
    /// <returns>Null when the view does not catch up with the log in time.</returns>
    public async Task<Dictionary<string, byte[]>?> Definitions(TenantId tenant, IReadOnlyCollection<string> iris, CancellationToken cancel) =>
        await freshness.Wait(tenant, CanonicalFollower.FollowerName, cancel)
            ? await database.Read(tenant, work => CanonicalActivities.Of(work, iris), cancel)
            : null;

    /// <summary>The names of the agent with this canonical text, newest first.</summary>
    /// <inheritdoc cref="Definitions"/>
    public async Task<List<string>?> Names(TenantId tenant, string agent, CancellationToken cancel) =>
        await freshness.Wait(tenant, CanonicalFollower.FollowerName, cancel)
            ? await database.Read(tenant, work => AgentNames.Of(work, agent), cancel)
            : null;
}
