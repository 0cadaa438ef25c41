using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// The requests of one tenant that wait for the writer, bounded. Whoever finds no writer at work begins one; it takes turns until
/// nothing waits. The first turn runs where it was asked for, so that a request that comes alone waits for no other thread.
/// </summary>
internal sealed class LogQueue(TenantId tenant, int length, LogMeters meters, Func<TenantId, List<LogRequest>, Task> commit)
{
    private const int MostInTurn = 1_000;

    private readonly Lock gate = new();
    private readonly Queue<LogRequest> waiting = [];
    private readonly Gathering gathering = new(fewest: 2);
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
            gathering.Came(waiting.Count);
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
            gathering.Done(taken.Count, waiting.Count);
            running = waiting.Count > 0;
            return running;
        }
    }

    private async Task Gather()
    {
        Task? moment;
        lock (gate)
        {
            moment = gathering.Wait(waiting.Count);
        }

        if (moment is not null)
        {
            await moment;
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
