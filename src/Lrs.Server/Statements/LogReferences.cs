using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// Statements that refer to others: voiding (xAPI Data 2.3.2) and the keys that a referrer inherits from its target
/// (Communication 2.1.3, "Filter Conditions for StatementRefs"), transitively, whichever of the two came first; cycles end.
/// </summary>
internal sealed class LogReferences(TermStore terms, LastTerm lastTerm, Dictionary<Term, long> newTerms)
{
    // A voiding statement cannot be voided.
    private const string Void = "UPDATE statement SET voided_by = @by WHERE tenant = @tenant AND id = @target AND voided_by IS NULL AND NOT voids";

    private static readonly PerDialect Referrers = Sql.InBlobs("SELECT seq, id, refers_to, voids FROM statement WHERE tenant = @tenant AND refers_to", "@ids", " ORDER BY seq");

    private static readonly PerDialect Targets = Sql.InBlobs("SELECT id, refers_to, body FROM statement WHERE tenant = @tenant AND id", "@ids", "");

    /// <summary>Follows references from and to the rows just written.</summary>
    public async Task Follow(Work work, IReadOnlyList<LogRow> rows)
    {
        var waiting = await work.All(Referrers, row => (Seq: row.Long(0), Id: row.Guid(1), Target: row.Guid(2), Voids: row.Bool(3)), ("@ids", rows.Select(row => row.One.Id).ToArray()));
        foreach (var (seq, _, target, _) in waiting.Where(referrer => referrer.Voids))
        {
            await work.Run(Void, ("@by", seq), ("@target", target));
        }

        foreach (var row in rows.Where(row => row.Keys.Voids))
        {
            await work.Run(Void, ("@by", row.Seq), ("@target", row.Keys.RefersTo));
        }

        // What now gets the keys of what it points at: new referrers, and old ones whose target has come.
        var heirs = new Dictionary<Guid, (long Seq, Guid Target)>();
        foreach (var row in rows.Where(row => row.Keys.RefersTo is not null))
        {
            heirs[row.One.Id] = (row.Seq, row.Keys.RefersTo!.Value);
        }

        while (waiting.Count > 0)
        {
            var further = waiting.Where(referrer => heirs.TryAdd(referrer.Id, (referrer.Seq, referrer.Target))).Select(referrer => referrer.Id).ToArray();
            waiting = further.Length == 0 ? [] : await work.All(Referrers, row => (row.Long(0), row.Guid(1), row.Guid(2), row.Bool(3)), ("@ids", further));
        }

        foreach (var (seq, target) in heirs.Values)
        {
            await Inherit(work, seq, target);
        }
    }

    private async Task Inherit(Work work, long seq, Guid first)
    {
        var seen = new HashSet<Guid>();
        Guid? next = first;
        while (next is { } target && seen.Add(target))
        {
            var found = await work.One(Targets, row => new Target(row.GuidOrNull(1), row.BytesOrNull(2)), ("@ids", new[] { target }));
            if (found?.Body is null)
            {
                return;
            }

            var keys = StatementReader.ReadStored(found.Body).Keys;
            var single = await terms.Numbers(work, LogTerms.Single(keys).ToHashSet(), lastTerm, newTerms);
            var pairs = await terms.Numbers(work, work.Dialect is Dialect.Sqlite ? LogTerms.Pairs(keys, single).ToHashSet() : [], lastTerm, newTerms);
            await LogRows.InsertKeys(work, LogTerms.All(keys, single, pairs).Distinct().Select(key => (key, seq)).ToList());
            next = found.Refers;
        }
    }

    private sealed record Target(Guid? Refers, byte[]? Body);
}
