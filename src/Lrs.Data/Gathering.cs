using System.Diagnostics;

namespace Lrs.Data;

/// <summary>
/// Lets those who write at the same time share a commit. A commit waits for the disk and writes whole pages, for one write as for many; so
/// whoever commits waits a moment for those who have just been answered, since clients that send one thing after the other come again at once.
/// Who writes alone waits for nobody. Called under the lock of the queue it serves, but for the waiting itself.
/// </summary>
/// <param name="fewest">How many at once are a crowd worth waiting for.</param>
public sealed class Gathering(int fewest)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1);

    private TaskCompletionSource? enough;
    private int wanted;
    private long answered;

    /// <summary>Says that the queue has grown.</summary>
    /// <param name="waiting">How many wait now.</param>
    public void Came(int waiting)
    {
        if (waiting >= wanted)
        {
            enough?.TrySetResult();
        }
    }

    /// <summary>Says that a commit is done.</summary>
    /// <param name="count">How many it was for.</param>
    /// <param name="waiting">How many wait now.</param>
    public void Done(int count, int waiting) => (wanted, answered, enough) = (count + waiting, Stopwatch.GetTimestamp(), null);

    /// <summary>What to wait for before the next commit, at most a millisecond; null for nothing.</summary>
    /// <param name="waiting">How many wait now.</param>
    public Task? Wait(int waiting)
    {
        if (wanted < fewest || waiting >= wanted || Stopwatch.GetElapsedTime(answered) > Longest)
        {
            return null;
        }

        enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.WhenAny(enough.Task, Task.Delay(Longest));
    }
}
