using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// Statements that refer to others: voiding (xAPI Data 2.3.2) and the keys that a referrer inherits from its target
/// (Communication 2.1.3, "Filter Conditions for StatementRefs"), transitively, whichever of the two came first; cycles end. A commit
/// gives at most a thousand keys; <see cref="ReferenceRunner"/> gives the rest.
/// </summary>
internal sealed class LogReferences(TermStore terms, LastTerm lastTerm, Dictionary<Term, long> newTerms, IReadOnlyList<LogRow> rows)
{
    private const int MostKeys = 1_000;
    private const int MostSteps = 16;

    // Of the statements just written: those that others refer to, and the first statement that voids each. By subqueries, see ReferenceSteps.
    private static readonly PerDialect Awaited = new(
        Sqlite: $"SELECT id, voider FROM (SELECT id, {Voider}, {Referrer} FROM (SELECT unhex(value) AS id FROM json_each(@ids)) AS i) AS a WHERE referrer IS NOT NULL",
        Postgres: $"SELECT id, voider FROM (SELECT id, {Voider}, {Referrer} FROM unnest(@ids) AS i(id)) AS a WHERE referrer IS NOT NULL");

    private const string Voider = "(SELECT s.seq FROM statement s WHERE s.tenant = @tenant AND s.refers_to = i.id AND s.voids ORDER BY s.seq LIMIT 1) AS voider";
    private const string Referrer = "(SELECT s.seq FROM statement s WHERE s.tenant = @tenant AND s.refers_to = i.id LIMIT 1) AS referrer";

    // A voiding statement cannot be voided, and the first that voids another is the one that did.
    private static readonly PerDialect Void = new(
        Sqlite: "UPDATE statement SET voided_by = @by WHERE tenant = @tenant AND id = @target AND voided_by IS NULL AND NOT voids",
        Postgres: """
            UPDATE statement s SET voided_by = v.by FROM (SELECT target, MIN(by) AS by FROM unnest(@target, @by) AS t(target, by) GROUP BY target) AS v
            WHERE s.tenant = @tenant AND s.id = v.target AND s.voided_by IS NULL AND NOT s.voids
            """);

    private static readonly PerDialect Targets = Sql.InBlobs(
        "SELECT id, body, (SELECT 1 FROM inherited_key i WHERE i.tenant = s.tenant AND i.seq = s.seq LIMIT 1) FROM statement s WHERE tenant = @tenant AND id", "@ids", "");

    private readonly List<(Guid Id, long? Voider)> awaited = [];

    /// <summary>Asks who waits for the rows; to be run after the statement that writes them.</summary>
    public IEnumerable<Step> Ask()
    {
        // An id of our own making was unknown until now: nobody can have referred to it.
        var ids = rows.Where(row => row.One.IdIsGiven).Select(row => row.One.Id).ToArray();
        return ids.Length == 0 ? [] : [Step.Rows(Awaited, row => awaited.Add((row.Guid(0), row.LongOrNull(1))), ("@ids", ids))];
    }

    /// <summary>Follows references from and to the rows, once they are written and <see cref="Ask"/> has been answered.</summary>
    public async Task Follow(Work work)
    {
        var voids = awaited
            .Where(one => one.Voider is not null)
            .Select(one => (Target: one.Id, By: one.Voider!.Value))
            .Concat(rows.Where(row => row.Keys is { Voids: true, RefersTo: not null }).Select(row => (Target: row.Keys.RefersTo!.Value, By: row.Seq)))
            .ToList();
        await work.Many(Void, voids.Count, ("@target", voids.Select(one => one.Target).ToArray()), ("@by", voids.Select(one => one.By).ToArray()));

        var heirs = rows.Where(row => row.Keys.RefersTo is not null).ToList();
        if (heirs.Count > 0 || awaited.Count > 0)
        {
            await PassOn(work, rows.ToDictionary(row => row.One.Id), heirs, awaited.ConvertAll(one => one.Id));
        }
    }

    /// <summary>Did a statement that voids this one come before it? Known once <see cref="Ask"/> has been answered.</summary>
    public bool WasVoidedBefore(LogRow row) => !row.Keys.Voids && awaited.Exists(one => one.Id == row.One.Id && one.Voider < row.Seq);

    // First the new referrers, by what their targets say themselves; then what targets have inherited, and who waited for the rows.
    private async Task PassOn(Work work, Dictionary<Guid, LogRow> rows, List<LogRow> heirs, List<Guid> awaited)
    {
        var (said, inherited) = await Say(work, rows, heirs.Select(heir => heir.Keys.RefersTo!.Value).Concat(awaited).ToHashSet());
        var steps = new ReferenceSteps(work, MostKeys, MostSteps);
        var now = new List<Heir>();
        var room = steps.KeysLeft;
        foreach (var targets in heirs.Where(heir => said.ContainsKey(heir.Keys.RefersTo!.Value)).GroupBy(heir => heir.Keys.RefersTo!.Value))
        {
            var keys = said[targets.Key];
            foreach (var heir in targets.TakeWhile(_ => (room -= keys.Length) >= 0))
            {
                now.Add(new Heir(heir.Seq, heir.One.Id, keys));
            }

            var first = targets.First().Seq - 1;
            var given = now.Count > 0 && rows[now[^1].Id].Keys.RefersTo == targets.Key ? now[^1].Seq : first;
            foreach (var item in given < targets.Last().Seq ? ReferenceItem.Of(targets.Key, given, keys) : [])
            {
                steps.Add(item);
            }

            if (inherited.Contains(targets.Key))
            {
                steps.Add(ReferenceItem.Inherited(targets.Key, first));
            }
        }

        foreach (var item in awaited.SelectMany(id => ReferenceItem.Of(id, 0, said[id])))
        {
            steps.Add(item);
        }

        await steps.Give(now);
        await steps.Run();
    }

    // The keys that targets have of their own, as far as the log has them, and which of them have inherited others.
    private async Task<(Dictionary<Guid, long[]> Said, HashSet<Guid> Inherited)> Say(Work work, Dictionary<Guid, LogRow> rows, HashSet<Guid> targets)
    {
        var said = targets.Where(rows.ContainsKey).ToDictionary(id => id, id => (rows[id].Keys, rows[id].Authority));
        var inherited = new HashSet<Guid>();
        var others = targets.Where(id => !rows.ContainsKey(id)).ToArray();
        await foreach (var row in others.Length == 0 ? AsyncEnumerable.Empty<Row>() : work.Rows(Targets, ("@ids", others)))
        {
            if (!row.IsNull(1))
            {
                var stored = StatementReader.ReadStored(row.Bytes(1));
                said[row.Guid(0)] = (stored.Keys, stored.Authority?.Key);
            }

            if (!row.IsNull(2))
            {
                inherited.Add(row.Guid(0));
            }
        }

        var single = await terms.Numbers(work, said.Values.SelectMany(one => LogTerms.Single(one.Keys, one.Authority)).ToHashSet(), lastTerm, newTerms);
        var pairs = await terms.Numbers(work, work.Dialect is Dialect.Sqlite ? said.Values.SelectMany(one => LogTerms.Pairs(one.Keys, single)).ToHashSet() : [], lastTerm, newTerms);
        return (said.ToDictionary(one => one.Key, one => LogTerms.All(one.Value.Keys, one.Value.Authority, single, pairs).Distinct().ToArray()), inherited);
    }
}
