using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lrs.Data;

/// <summary>
/// The one writing connection of SQLite. Writes queue; whoever finds nobody at work takes those that wait into one transaction,
/// each after the first behind a savepoint of its own, and answers them when it is committed: a commit waits for the disk, for one write as for
/// many. After one transaction the rest is handed to another thread, so that nobody's answer waits for work that is not its own.
/// </summary>
internal sealed class SqliteWrites(Func<Connection> connect) : IAsyncDisposable
{
    // Whoever came first waits for those taken with it.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];

    // Two are the log and a view that follows it.
    private readonly Gathering gathering = new(fewest: 3);
    private Connection? writer;
    private bool running;

    /// <summary>Runs work in a transaction; committed when the task ends.</summary>
    /// <param name="tenant">Whom it is for.</param>
    /// <param name="whole">Does it undo itself when it fails, as a single statement does?</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<T> Run<T>(TenantId? tenant, bool whole, Func<Work, Task<T>> work, CancellationToken cancel)
    {
        var waiting = new Waiting<T>(tenant, whole, work, cancel);
        lock (gate)
        {
            queue.Enqueue(waiting);
            gathering.Came(queue.Count);
            if (running)
            {
                return waiting.Task;
            }

            running = true;
        }

        _ = First();
        return waiting.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }
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

    private async Task Gather()
    {
        Task? moment;
        lock (gate)
        {
            moment = gathering.Wait(queue.Count);
        }

        if (moment is not null)
        {
            await moment;
        }
    }

    // False when nothing waits any more.
    private async Task<bool> Turn()
    {
        var taken = new List<Waiting>();
        try
        {
            await Commit(taken);
            taken.ForEach(waiting => waiting.Answer());
        }
        catch (Exception fault)
        {
            taken.ForEach(waiting => waiting.Fail(fault));
        }

        lock (gate)
        {
            gathering.Done(taken.Count, queue.Count);
            running = queue.Count > 0;
            return running;
        }
    }

    private async Task Commit(List<Waiting> taken)
    {
        var next = Next();
        if (next is null)
        {
            return;
        }

        taken.Add(next);
        writer ??= connect();
        await using var transaction = ((SqliteConnection)writer.Inner).BeginTransaction(deferred: false);
        var start = Stopwatch.GetTimestamp();

        // The first has nothing before it that must stay, so it needs no savepoint, for which SQLite would copy every page it changes.
        if (await next.Run(writer, transaction, alone: true))
        {
            while (Stopwatch.GetElapsedTime(start) < Longest && Next() is { } other)
            {
                taken.Add(other);
                await other.Run(writer, transaction, alone: false);
            }

            await transaction.CommitAsync();
        }
    }

    // The next whose caller has not given up.
    private Waiting? Next()
    {
        lock (gate)
        {
            while (queue.TryDequeue(out var next))
            {
                if (!next.GivenUp())
                {
                    return next;
                }
            }

            return null;
        }
    }

    /// <summary>One write in the queue.</summary>
    private abstract class Waiting
    {
        /// <summary>Ends a write whose caller has given up.</summary>
        public abstract bool GivenUp();

        /// <summary>Runs it; its fault is its own and undoes what it wrote, a fault of the transaction is thrown.</summary>
        /// <param name="writer">The connection.</param>
        /// <param name="transaction">The transaction.</param>
        /// <param name="alone">Is it the first? Then its fault undoes the transaction.</param>
        /// <returns>False when the transaction is over.</returns>
        public abstract Task<bool> Run(Connection writer, SqliteTransaction transaction, bool alone);

        /// <summary>Tells the caller what came of it, once it is committed.</summary>
        public abstract void Answer();

        /// <summary>Tells the caller that nothing was committed.</summary>
        public abstract void Fail(Exception fault);
    }

    private sealed class Waiting<T>(TenantId? tenant, bool whole, Func<Work, Task<T>> work, CancellationToken cancel) : Waiting
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? fault;

        public Task<T> Task => done.Task;

        public override bool GivenUp() => cancel.IsCancellationRequested && done.TrySetCanceled(cancel);

        public override async Task<bool> Run(Connection writer, SqliteTransaction transaction, bool alone)
        {
            var marked = !alone && !whole;
            if (marked)
            {
                transaction.Save("one_write");
            }

            try
            {
                result = await work(new Work(writer, transaction, tenant, Dialect.Sqlite, cancel));
            }
            catch (Exception thrown)
            {
                fault = thrown;
                Undo(transaction, alone);
                if (alone)
                {
                    return false;
                }
            }

            if (marked)
            {
                transaction.Release("one_write");
            }

            return true;
        }

        public override void Answer()
        {
            if (fault is OperationCanceledException && cancel.IsCancellationRequested)
            {
                done.TrySetCanceled(cancel);
            }
            else if (fault is not null)
            {
                done.TrySetException(fault);
            }
            else
            {
                done.TrySetResult(result!);
            }
        }

        private void Undo(SqliteTransaction transaction, bool alone)
        {
            try
            {
                if (alone)
                {
                    transaction.Rollback();
                }
                else if (!whole)
                {
                    transaction.Rollback("one_write");
                }
                else if (raw.sqlite3_get_autocommit(transaction.Connection!.Handle) != 0)
                {
                    // A single statement undoes itself; but when SQLite has ended the transaction, whatever came next would be one of its own.
                    ExceptionDispatchInfo.Throw(fault!);
                }
            }
            catch (Exception) when (fault is not null)
            {
                // SQLite has undone the whole transaction already, as when the disk is full, and the driver says only that it is over;
                // the others fail of what ended it.
                ExceptionDispatchInfo.Throw(fault);
            }
        }

        // What it failed of itself is more telling than that the transaction could not go on after it.
        public override void Fail(Exception transactions) => done.TrySetException(fault ?? transactions);
    }
}
