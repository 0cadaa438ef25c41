using Lrs.Data;

namespace Lrs.Server.People;

/// <summary>Reads the directory.</summary>
internal sealed class DirectoryStore(Database database)
{
    private static readonly PerDialect AgentsOf = Sql.InBlobs("SELECT person, agent FROM person_agent WHERE tenant = @tenant AND person", "@ids", " ORDER BY person, agent");

    /// <summary>One person; null when the directory has none with this id, also as an agent's own.</summary>
    public Task<PersonView?> Find(TenantId tenant, Guid id, CancellationToken cancel) => database.Snapshot<PersonView?>(
        tenant,
        async work =>
        {
            var person = (await PersonRows.PersonsOf(work, [id])).Select(found => (Guid?)found.Person).LastOrDefault();
            if (person is not { } known)
            {
                return null;
            }

            var agents = await work.All("SELECT agent FROM person_agent WHERE tenant = @tenant AND person = @person ORDER BY agent", row => row.Text(0), ("@person", known));
            return new PersonView(known, agents, [.. (await PersonRows.Turns(work, [known])).Select(turn => turn.Turn)]);
        },
        cancel);

    /// <summary>Shows every person, one after the other, as they are at one moment.</summary>
    public Task Each(TenantId tenant, Func<PersonView, Task> show, CancellationToken cancel) => database.Snapshot(
        tenant,
        async work =>
        {
            // A thousand people at a time: two rivers on one connection cannot run beside each other.
            var after = (Guid?)null;
            while (await Portion(work, after) is { Count: > 0 } some)
            {
                foreach (var person in some)
                {
                    await show(person);
                }

                after = some[^1].Id;
            }

            return true;
        },
        cancel);

    private static async Task<List<PersonView>> Portion(Work work, Guid? after)
    {
        var ids = after is null
            ? await work.All("SELECT id FROM person WHERE tenant = @tenant ORDER BY id LIMIT 1000", row => row.Guid(0))
            : await work.All("SELECT id FROM person WHERE tenant = @tenant AND id > @after ORDER BY id LIMIT 1000", row => row.Guid(0), ("@after", after.Value));
        if (ids.Count == 0)
        {
            return [];
        }

        Guid[] all = [.. ids];
        var turns = (await PersonRows.Turns(work, all)).ToLookup(turn => turn.Person, turn => turn.Turn);
        var agents = (await work.All(AgentsOf, row => (Person: row.Guid(0), Agent: row.Text(1)), ("@ids", all))).ToLookup(link => link.Person, link => link.Agent);
        return ids.ConvertAll(id => new PersonView(id, [.. agents[id]], [.. turns[id]]));
    }
}

/// <summary>A person as the directory has them.</summary>
/// <param name="Id">The learner's id in reports.</param>
/// <param name="Agents">The keys of the agents that are this person (see <see cref="Xapi.Actor.Key"/>).</param>
/// <param name="Turns">What holds since when, oldest first.</param>
internal sealed record PersonView(Guid Id, IReadOnlyList<string> Agents, IReadOnlyList<Turn> Turns);
