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

    private const string MoveHead = "UPDATE log_head SET seq = @seq, stored = @stored, term = @term WHERE tenant = @tenant";

    private static readonly PerDialect Existing = Sql.InBlobs("SELECT id, body FROM statement WHERE tenant = @tenant AND id", "@ids", "");

    private readonly Dictionary<Guid, Statement> here = [];

    /// <summary>Numbers of terms to be remembered once the turn is committed.</summary>
    public Dictionary<Term, long> NewTerms { get; } = [];

    /// <summary>Runs the turn; the caller commits.</summary>
    public async Task Run(Work work)
    {
        // :: 1 lock the head
        var (seq, stored, term, now) = await work.One(
            LockHead,
            row => (row.Long(0), row.Time(1), row.Long(2), row.Time(3)),
            work.Dialect is Dialect.Sqlite ? [("@now", clock.GetUtcNow())] : []);
        var rows = new LogRows(seq, stored, now, new LastTerm(term), terms, NewTerms);

        // :: 2 find the ids that are in the log already
        await FindExisting(work, requests.SelectMany(request => request.Statements));

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

        // :: 4 write rows and keys
        await rows.Write(work);

        // :: 5 move the head
        if (rows.Seq > seq || rows.LastTerm.Value > term)
        {
            await work.Run(MoveHead, ("@seq", rows.Seq), ("@stored", rows.Stored), ("@term", rows.LastTerm.Value));
        }
    }

    private async Task FindExisting(Work work, IEnumerable<NewStatement> statements)
    {
        // A generated id is new by its making; only a given one can be taken.
        var ids = statements.Where(one => one.IdIsGiven && !here.ContainsKey(one.Id)).Select(one => one.Id).Distinct().ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        await foreach (var row in work.Rows(Existing, ("@ids", ids)))
        {
            here[row.Guid(0)] = StatementReader.ReadStored(row.Bytes(1));
        }
    }

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
                    case Verdict.Accepted accepted:
                        await FindExisting(work, accepted.Consequences);
                        taken = [.. fresh, .. Fresh(accepted.Consequences)];
                        taken.ForEach(one => Take(one, rows));
                        await rows.Write(work);
                        request.Outcome = new AppendOutcome.Kept(request.Statements.Concat(accepted.Consequences).Select(one => one.Id).ToList(), taken.Count);
                        return true;
                    default:
                        throw new InvalidOperationException("An admission says accepted or refused.");
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
