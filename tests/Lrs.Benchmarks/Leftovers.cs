using System.Collections.Concurrent;

namespace Lrs.Benchmarks;

/// <summary>What must not outlive this program, however it ends: stopped in the reverse order when it is interrupted.</summary>
internal sealed class Leftovers
{
    private static readonly ConcurrentStack<Leftovers> All = new();

    private readonly Action stop;
    private int stopped;

    static Leftovers() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        Ending = true;
        while (All.TryPop(out var one))
        {
            one.Stop();
        }
    };

    private Leftovers(Action stop) => this.stop = stop;

    /// <summary>Has the end begun? Then nothing more is started.</summary>
    public static bool Ending { get; private set; }

    /// <summary>Notes how something is stopped.</summary>
    public static Leftovers Note(Action stop)
    {
        var one = new Leftovers(stop);
        All.Push(one);
        return one;
    }

    /// <summary>Stops it; once.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 0)
        {
            stop();
        }
    }
}
