using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>A page of the log.</summary>
/// <param name="Statements">The statements' bytes, in order.</param>
/// <param name="Last">Position of the last one, when there are more.</param>
/// <param name="Head">The head the page was read under.</param>
internal sealed record StatementPage(IReadOnlyList<byte[]> Statements, long? Last, LogHead Head);

/// <summary>A single statement as stored.</summary>
internal sealed record StoredStatement(byte[] Body, DateTimeOffset Stored);

/// <summary>Reads a tenant's log. A page is gathered before it is written out, so that a slow client holds no transaction.</summary>
internal sealed class LogReader(Database database, TermStore terms)
{
    // One statement is one moment of the database, so it needs no transaction.
    private const string HeadAndOne = """
        SELECT h.seq, h.stored, s.body, s.stored, s.voided_by, s.authority
        FROM log_head h LEFT JOIN statement s ON s.tenant = h.tenant AND s.id = @id AND s.entry = 0
        WHERE h.tenant = @tenant
        """;

    /// <summary>The head of a tenant's log.</summary>
    public Task<LogHead> Head(TenantId tenant, CancellationToken cancel) => database.Read(tenant, LogHead.Read, cancel);

    /// <summary>The statement with this id: a voided one only when asked for as voided (xAPI Communication 2.1.3).</summary>
    /// <param name="mine">When not null: only if this is its authority's canonical text.</param>
    public async Task<(StoredStatement? Statement, LogHead Head)> One(TenantId tenant, Guid id, bool voided, string? mine, CancellationToken cancel)
    {
        var authority = mine is null ? null : await terms.Find(tenant, new Term(TermKind.Agent, mine), cancel);
        var (head, found) = await database.Read(
            tenant,
            work => work.One(
                HeadAndOne,
                row => (
                    Head: new LogHead(row.Long(0), row.Time(1)),
                    One: row.IsNull(2) ? default : (Statement: new StoredStatement(row.Bytes(2), row.Time(3)), Voided: !row.IsNull(4), Authority: row.LongOrNull(5))),
                ("@id", id)),
            cancel);
        var shown = found.Statement is not null && found.Voided == voided && (mine is null || (authority is not null && found.Authority == authority));
        return (shown ? found.Statement : null, head);
    }

    /// <summary>A page of statements that pass the query.</summary>
    /// <param name="from">Where a chain goes on; null for its first page.</param>
    /// <param name="limit">Statements on the page.</param>
    /// <param name="mine">When not null: only statements whose authority has this canonical text.</param>
    public async Task<StatementPage> Page(TenantId tenant, StatementQuery ask, More? from, int limit, string? mine, CancellationToken cancel)
    {
        var filters = await StatementFilter.Of(ask, tenant, database.Dialect, terms, cancel);
        var authority = mine is null ? null : await terms.Find(tenant, new Term(TermKind.Agent, mine), cancel);
        // The head is read first, and nothing at or below it comes or goes afterwards: no snapshot is needed for a page to be one moment's.
        return await database.Read(
            tenant,
            async work =>
            {
                var head = from?.Head ?? await LogHead.Read(work);
                if (filters is null || (mine is not null && authority is null))
                {
                    return new StatementPage([], null, head);
                }

                var low = await Below(work, ask.Since);
                var high = ask.Until is null ? head.Seq : Math.Min(head.Seq, await Below(work, ask.Until));
                var stretch = from is null
                    ? new Stretch(low, high, ask.Ascending, authority)
                    : new Stretch(ask.Ascending ? from.At : low, ask.Ascending ? high : from.At - 1, ask.Ascending, authority);
                return await Gather(work, ask, filters, stretch, limit, head);
            },
            cancel);
    }

    private static async Task<StatementPage> Gather(Work work, StatementQuery ask, IReadOnlyList<StatementFilter> filters, Stretch stretch, int limit, LogHead head)
    {
        var page = new List<byte[]>(limit);
        var chain = new ReferenceChain(work, ask);
        var rest = stretch;
        var last = 0L;
        while (true)
        {
            // PostgreSQL cannot run a second command while rows come, so what must be looked up waits until a batch is whole.
            var batch = new List<Found>();
            await foreach (var found in StatementSearch.Run(work, filters, rest, limit + 1))
            {
                batch.Add(found);
                if (batch.Count > limit)
                {
                    break;
                }
            }

            foreach (var found in batch)
            {
                if (await Passes(chain, ask, filters, found))
                {
                    if (page.Count == limit)
                    {
                        return new StatementPage(page, last, head);
                    }

                    page.Add(found.Body);
                    last = found.Seq;
                }
            }

            if (batch.Count <= limit)
            {
                return new StatementPage(page, null, head);
            }

            rest = rest.Ascending ? rest with { Low = batch[^1].Seq } : rest with { High = batch[^1].Seq - 1 };
        }
    }

    // A referrer carries its target's keys beside its own, so one of several filters may have been met by each. The whole query
    // must be met by the statement itself or by one statement down its chain (Communication 2.1.3).
    private static async Task<bool> Passes(ReferenceChain chain, StatementQuery ask, IReadOnlyList<StatementFilter> filters, Found found)
    {
        if (found.RefersTo is not { } target)
        {
            return ask.Registration is null || found.Registration == ask.Registration;
        }

        return filters.Count == 0 || StatementFilter.Passes(ask, StatementReader.ReadStored(found.Body)) || await chain.Passes(target);
    }

    // The position of the last statement stored at or before a time: since is exclusive and until inclusive, so one bound serves both.
    private static async Task<long> Below(Work work, DateTimeOffset? time) => time is null
        ? 0
        : await work.One("SELECT seq FROM statement WHERE tenant = @tenant AND stored <= @time ORDER BY stored DESC LIMIT 1", row => row.Long(0), ("@time", time.Value));
}
