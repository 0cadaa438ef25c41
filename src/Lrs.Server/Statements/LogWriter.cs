using System.Collections.Concurrent;
using Lrs.Data;
using Lrs.Server.Settings;

namespace Lrs.Server.Statements;

/// <summary>
/// The one door into the log. Requests queue per tenant (bounded); whoever finds no writer at work takes all that wait,
/// commits them in one transaction and answers them when the commit is durable, never before. After one turn the rest is
/// handed to another thread, so that nobody's answer waits for work that is not its own.
/// </summary>
internal sealed class LogWriter(Database database, TermStore terms, LogTail tail, LogSignal signal, StatementSettings settings, LogMeters meters, TimeProvider clock)
{
    private readonly ConcurrentDictionary<TenantId, LogQueue> queues = new();

    /// <summary>Appends statements, all or none. Committed when the task ends.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="statements">The statements, in order; may be empty when the admission makes them.</param>
    /// <param name="admission">A rule to check, and SQL to run, in the same transaction; null for none.</param>
    /// <param name="cancel">Stops the waiting, not a commit under way.</param>
    public Task<AppendOutcome> Append(TenantId tenant, IReadOnlyList<NewStatement> statements, Admission? admission, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var request = new LogRequest(statements, admission);
        return queues.GetOrAdd(tenant, key => new LogQueue(key, settings.QueueLength, meters, Commit)).Enqueue(request).WaitAsync(cancel);
    }

    private async Task Commit(TenantId tenant, List<LogRequest> taken)
    {
        var start = clock.GetTimestamp();
        var turn = new LogTurn(taken, terms, clock);
        try
        {
            await database.Write(tenant, turn.Run, CancellationToken.None);
        }
        catch (DatabaseUnavailableException)
        {
            terms.Forget();
            throw;
        }

        terms.Learn(tenant, turn.NewTerms);
        tail.Add(tenant, turn.Entries);
        signal.Committed(tenant);
        meters.Turn(taken, clock.GetElapsedTime(start));
        taken.ForEach(request => request.Answer());
    }
}

/// <summary>One request in the writer's queue.</summary>
internal sealed class LogRequest(IReadOnlyList<NewStatement> statements, Admission? admission)
{
    private readonly TaskCompletionSource<AppendOutcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<NewStatement> Statements => statements;

    public Admission? Admission => admission;

    /// <summary>Ends when the request is committed or refused.</summary>
    public Task<AppendOutcome> Task => done.Task;

    /// <summary>What the turn decided; told to the client only after the commit.</summary>
    public AppendOutcome? Outcome { get; set; }

    /// <summary>A fault of this request alone; the turn goes on without it.</summary>
    public Exception? Fault { get; set; }

    public void Answer()
    {
        if (Fault is not null)
        {
            done.TrySetException(Fault);
        }
        else
        {
            done.TrySetResult(Outcome!);
        }
    }

    public void Fail(Exception fault) => done.TrySetException(fault);
}
