using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// Passes keys on from statements to their referrers, and from those to theirs, in steps that are bounded in keys and in number; what
/// is left then goes to the tenant's queue. A key is passed on only by a statement that did not have it before, so cycles
/// end. Runs under the tenant's head, so that no referrer comes in between unseen.
/// </summary>
internal sealed class ReferenceSteps(Work work, int mostKeys, int mostSteps)
{
    private const string Referrers = "SELECT seq, id FROM statement WHERE tenant = @tenant AND refers_to = @source AND seq > @after ORDER BY seq LIMIT @most";

    // Asked one by one (a subquery cannot become a join), because one of them may have a hundred thousand.
    private static readonly PerDialect ReferredTo = new(
        Sqlite: """
            SELECT id FROM (SELECT unhex(value) AS id FROM json_each(@ids)) AS i
            WHERE (SELECT 1 FROM statement s WHERE s.tenant = @tenant AND s.refers_to = i.id LIMIT 1) IS NOT NULL
            """,
        Postgres: """
            SELECT i.id FROM unnest(@ids) AS i(id)
            WHERE (SELECT 1 FROM statement s WHERE s.tenant = @tenant AND s.refers_to = i.id LIMIT 1) IS NOT NULL
            """);

    private readonly Queue<ReferenceItem> waiting = [];
    private int keysLeft = mostKeys;
    private int stepsLeft = mostSteps;

    /// <summary>Keys that may still be given before the rest must wait.</summary>
    public int KeysLeft => Math.Max(0, keysLeft);

    /// <summary>Adds something to be passed on.</summary>
    public void Add(ReferenceItem item) => waiting.Enqueue(item);

    /// <summary>Gives keys to referrers at once, and adds what they are to pass on.</summary>
    public async Task Give(IReadOnlyList<Heir> heirs)
    {
        if (heirs.Count == 0)
        {
            return;
        }

        keysLeft -= heirs.Sum(heir => heir.Keys.Length);
        var richer = await InheritedKeys.Give(work, heirs);
        if (richer.Count == 0)
        {
            return;
        }

        var sources = (await work.All(ReferredTo, row => row.Guid(0), ("@ids", richer.Select(heir => heir.Id).ToArray()))).ToHashSet();
        foreach (var item in richer.Where(heir => sources.Contains(heir.Id)).SelectMany(heir => ReferenceItem.Of(heir.Id, 0, heir.Keys)))
        {
            Add(item);
        }
    }

    /// <summary>Takes as many steps as are allowed; saves the rest.</summary>
    public async Task Run()
    {
        while (waiting.TryDequeue(out var item))
        {
            if (keysLeft <= 0 || stepsLeft-- <= 0)
            {
                await item.Save(work);
            }
            else if (item.Keys is null)
            {
                await Unfold(item);
            }
            else
            {
                await Pass(item, item.Keys);
            }
        }
    }

    private async Task Unfold(ReferenceItem item)
    {
        var keys = await InheritedKeys.Of(work, item.Source, item.FromKey, ReferenceItem.MostKeys);
        if (keys.Count == ReferenceItem.MostKeys)
        {
            Add(item with { FromKey = keys[^1] });
        }

        foreach (var some in ReferenceItem.Of(item.Source, item.After, [.. keys]))
        {
            Add(some);
        }
    }

    private async Task Pass(ReferenceItem item, long[] keys)
    {
        var most = Math.Max(1, keysLeft / keys.Length);
        var heirs = await work.All(Referrers, row => new Heir(row.Long(0), row.Guid(1), keys), ("@source", item.Source), ("@after", item.After), ("@most", most));
        await Give(heirs);
        if (heirs.Count == most)
        {
            Add(item with { After = heirs[^1].Seq });
        }
    }
}
