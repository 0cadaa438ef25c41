using System.Diagnostics;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// The requests of one tenant that wait for the writer, bounded. Whoever finds no writer at work begins one; it takes turns until
/// nothing waits. The first turn runs where it was asked for, so that a request that comes alone waits for no other thread.
/// </summary>
internal sealed class LogQueue(TenantId tenant, int length, LogMeters meters, Func<TenantId, List<LogRequest>, Task> commit)
{
    private const int MostInTurn = 1_000;

    // A commit waits for the disk and writes whole pages, for one request as for many, so a turn waits a moment for those who have just been
    // answered: clients that send one statement after the other come again at once.
    private static readonly TimeSpan LongestGather = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Queue<LogRequest> waiting = [];
    private TaskCompletionSource? gathered;
    private int wanted;
    private long answered;
    private bool running;

    /// <summary>Takes a request in; the task ends when it is committed or refused.</summary>
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
            if (waiting.Count >= wanted)
            {
                gathered?.TrySetResult();
            }

            if (running)
            {
                return request.Task;
            }

            running = true;
        }

        _ = First();
        return request.Task;
    }

    private async Task First()
    {
        await Gather();
        if (await Turn())
        {
            _ = Task.Run(Rest);
        }
    }

    private async Task Rest()
    {
        do
        {
            await Gather();
        }
        while (await Turn());
    }

    // False when nothing waits any more; the next request then begins anew.
    private async Task<bool> Turn()
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
            wanted = Math.Min(taken.Count + waiting.Count, Math.Min(MostInTurn, length));
            answered = Stopwatch.GetTimestamp();
            running = waiting.Count > 0;
            return running;
        }
    }

    private async Task Gather()
    {
        lock (gate)
        {
            if (waiting.Count >= wanted || Stopwatch.GetElapsedTime(answered) > LongestGather)
            {
                return;
            }

            gathered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await Task.WhenAny(gathered.Task, Task.Delay(LongestGather));
        lock (gate)
        {
            gathered = null;
        }
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
