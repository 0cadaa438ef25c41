using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// One turn of the writer: the requests it took, in one transaction.
///   1 lock the tenant's head, 2 find the ids that are in the log already, 3 decide each request in order,
///   4 write rows and keys, 5 move the head. The head's row lock is what makes order on several nodes.
/// </summary>
internal sealed class LogTurn(IReadOnlyList<LogRequest> requests, TermStore terms, TimeProvider clock)
{
    // SQLite: BEGIN IMMEDIATE holds the file already, and its clock is this process's.
    private static readonly PerDialect LockHead = new(
        Sqlite: "SELECT seq, stored, term, @now FROM log_head WHERE tenant = @tenant",
        Postgres: "UPDATE log_head SET seq = seq WHERE tenant = @tenant RETURNING seq, stored, term, clock_timestamp()");

    private static readonly PerDialect Existing = Sql.InBlobs("SELECT id, body FROM statement WHERE tenant = @tenant AND id", "@ids", "");

    private readonly Dictionary<Guid, Statement> here = [];

    /// <summary>Numbers of terms to be remembered once the turn is committed.</summary>
    public Dictionary<Term, long> NewTerms { get; } = [];

    /// <summary>What the turn wrote, once it has run.</summary>
    public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

    /// <summary>Runs the turn; the caller commits.</summary>
    public async Task Run(Work work)
    {
        // :: 1 lock the head, :: 2 find the ids that are in the log already
        var rows = await Begin(work);

        // :: 3 decide each request in order
        foreach (var request in requests)
        {
            if (request.Admission is null)
            {
                request.Outcome = Plain(request.Statements, rows);
            }
            else
            {
                await rows.Write(work);
                await Admitted(work, request, request.Admission, rows);
            }
        }

        // :: 4 write rows and keys, :: 5 move the head
        await rows.WriteLast(work);
        Entries = rows.Entries;
    }

    private async Task<LogRows> Begin(Work work)
    {
        LogRows? rows = null;
        var head = Step.Rows(
            LockHead,
            row => rows = new LogRows(row.Long(0), row.Time(1), row.Time(3), new LastTerm(row.Long(2)), terms, NewTerms),
            work.Dialect is Dialect.Sqlite ? [("@now", clock.GetUtcNow())] : []);
        var ids = Given(requests.SelectMany(request => request.Statements));

        // The second statement sees what was committed while the first waited for the lock.
        await (ids.Length == 0 ? work.Together(head) : work.Together(head, Step.Rows(Existing, Keep, ("@ids", ids))));
        return rows ?? throw new InvalidOperationException($"Tenant {work.Tenant} has no head.");
    }

    private async Task FindExisting(Work work, IEnumerable<NewStatement> statements)
    {
        var ids = Given(statements);
        if (ids.Length > 0)
        {
            await work.Together(Step.Rows(Existing, Keep, ("@ids", ids)));
        }
    }

    // A generated id is new by its making; only a given one can be taken.
    private Guid[] Given(IEnumerable<NewStatement> statements) =>
        [.. statements.Where(one => one.IdIsGiven && !here.ContainsKey(one.Id)).Select(one => one.Id).Distinct()];

    private void Keep(Row row) => here[row.Guid(0)] = StatementReader.ReadStored(row.Bytes(1));

    private AppendOutcome Plain(IReadOnlyList<NewStatement> statements, LogRows rows)
    {
        if (FirstClash(statements) is { } clash)
        {
            return clash;
        }

        var fresh = Fresh(statements);
        fresh.ForEach(one => Take(one, rows));
        return new AppendOutcome.Kept(statements.Select(one => one.Id).ToList(), fresh.Count);
    }

    private async Task Admitted(Work work, LogRequest request, Admission admission, LogRows rows)
    {
        if (FirstClash(request.Statements) is { } clash)
        {
            request.Outcome = clash;
            return;
        }

        var before = rows.Mark();
        var taken = new List<NewStatement>();
        try
        {
            await work.Savepoint(async () =>
            {
                var fresh = Fresh(request.Statements);
                if (request.Statements.Count > 0 && fresh.Count == 0)
                {
                    request.Outcome = new AppendOutcome.Kept(request.Statements.Select(one => one.Id).ToList(), 0);
                    return true;
                }

                switch (await admission(work, fresh))
                {
                    case Verdict.Refused refused:
                        request.Outcome = new AppendOutcome.Refused(refused.Refusal);
                        return false;
                    case Verdict.Heard:
                        request.Outcome = new AppendOutcome.Kept(request.Statements.Select(one => one.Id).ToList(), 0);
                        return true;
                    case Verdict.Accepted accepted:
                        await FindExisting(work, accepted.Consequences);
                        taken = [.. fresh, .. Fresh(accepted.Consequences)];
                        taken.ForEach(one => Take(one, rows));
                        await rows.Write(work);
                        request.Outcome = new AppendOutcome.Kept(request.Statements.Concat(accepted.Consequences).Select(one => one.Id).ToList(), taken.Count);
                        return true;
                    default:
                        throw new InvalidOperationException("An admission says accepted, heard or refused.");
                }
            });
        }
        catch (Exception fault) when (fault is not DatabaseUnavailableException and not System.Data.Common.DbException { IsTransient: true })
        {
            request.Fault = fault;
        }

        if (request.Fault is not null || request.Outcome is AppendOutcome.Refused)
        {
            rows.BackTo(before);
            taken.ForEach(one => here.Remove(one.Id));
        }
    }

    private AppendOutcome.Clash? FirstClash(IReadOnlyList<NewStatement> statements) =>
        statements.FirstOrDefault(one => here.TryGetValue(one.Id, out var other) && !SameStatement.Are(other, one.Statement)) is { } clash
            ? new AppendOutcome.Clash(clash.Id)
            : null;

    private List<NewStatement> Fresh(IReadOnlyList<NewStatement> statements) => statements.Where(one => !here.ContainsKey(one.Id)).ToList();

    private void Take(NewStatement one, LogRows rows)
    {
        here[one.Id] = one.Statement;
        rows.Add(one);
    }
}
