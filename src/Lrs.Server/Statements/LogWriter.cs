using System.Collections.Concurrent;
using Lrs.Data;
using Lrs.Server.Settings;

namespace Lrs.Server.Statements;

/// <summary>
/// The one door into the log. Requests queue per tenant (bounded); whoever finds no writer at work takes all that wait,
/// commits them in one transaction and answers them when the commit is durable, never before. After one turn the rest is
/// handed to another thread, so that nobody's answer waits for work that is not its own.
/// </summary>
internal sealed class LogWriter(Database database, TermStore terms, LogSignal signal, StatementSettings settings, LogMeters meters, TimeProvider clock)
{
    private const int MostInTurn = 1_000;

    private readonly ConcurrentDictionary<TenantId, TenantQueue> queues = new();

    /// <summary>Appends statements, all or none. Committed when the task ends.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="statements">The statements, in order; may be empty when the admission makes them.</param>
    /// <param name="admission">A rule to check, and SQL to run, in the same transaction; null for none.</param>
    /// <param name="cancel">Stops the waiting, not a commit under way.</param>
    public Task<AppendOutcome> Append(TenantId tenant, IReadOnlyList<NewStatement> statements, Admission? admission, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var request = new LogRequest(statements, admission);
        return queues.GetOrAdd(tenant, key => new TenantQueue(key, settings.QueueLength, meters, Commit)).Enqueue(request).WaitAsync(cancel);
    }

    private async Task Commit(TenantId tenant, List<LogRequest> taken)
    {
        var start = clock.GetTimestamp();
        var turn = new LogTurn(taken, terms, clock);
        await database.Write(tenant, turn.Run, CancellationToken.None);
        terms.Learn(tenant, turn.NewTerms);
        signal.Committed(tenant);
        meters.Turn(taken, clock.GetElapsedTime(start));
        taken.ForEach(request => request.Answer());
    }

    private sealed class TenantQueue(TenantId tenant, int length, LogMeters meters, Func<TenantId, List<LogRequest>, Task> commit)
    {
        private readonly Lock gate = new();
        private readonly Queue<LogRequest> waiting = [];
        private bool running;

        public Task<AppendOutcome> Enqueue(LogRequest request)
        {
            lock (gate)
            {
                if (waiting.Count >= length)
                {
                    meters.Busy();
                    return Task.FromResult<AppendOutcome>(new AppendOutcome.Busy());
                }

                waiting.Enqueue(request);
                meters.Waiting(1);
                if (running)
                {
                    return request.Task;
                }

                running = true;
            }

            _ = Turn();
            return request.Task;
        }

        private async Task Turn()
        {
            var taken = Take();
            try
            {
                await commit(tenant, taken);
            }
            catch (Exception fault)
            {
                taken.ForEach(request => request.Fail(fault));
            }

            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    running = false;
                    return;
                }
            }

            _ = Task.Run(Turn);
        }

        private List<LogRequest> Take()
        {
            var taken = new List<LogRequest>();
            lock (gate)
            {
                for (var size = 0; size < MostInTurn && waiting.TryDequeue(out var request); size += 1 + request.Statements.Count)
                {
                    taken.Add(request);
                }
            }

            meters.Waiting(-taken.Count);

            return taken;
        }
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
