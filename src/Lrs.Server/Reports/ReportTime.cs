namespace Lrs.Server.Reports;

/// <summary>
/// How long one question may take. The time counts what the database does; while the client takes in what was sent it stands still. But an
/// answer holds a snapshot of the database all that time, so sending may take ten times as long, and no more.
/// </summary>
internal sealed class ReportTime : IDisposable
{
    private const int Sending = 10;

    private readonly TimeProvider clock = TimeProvider.System;
    private readonly CancellationTokenSource source;
    private readonly long started;
    private readonly TimeSpan most;
    private TimeSpan waited;

    public ReportTime(TimeSpan most, CancellationToken cancel)
    {
        this.most = most;
        started = clock.GetTimestamp();
        source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        source.CancelAfter(most);
    }

    /// <summary>Cancelled when the time is over or nobody waits any more.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Sends what was written, if it is due.</summary>
    public async ValueTask Flow(Reply reply)
    {
        var sending = reply.Flow(Token);
        if (sending.IsCompletedSuccessfully)
        {
            return;
        }

        var from = clock.GetTimestamp();
        source.CancelAfter(Left(Sending));
        await sending;
        waited += clock.GetElapsedTime(from);
        source.CancelAfter(Left(1));
    }

    /// <summary>Ends the question at once, whatever still comes from the database.</summary>
    public void End() => source.Cancel();

    public void Dispose() => source.Dispose();

    private TimeSpan Left(int times)
    {
        var left = (most * times) + (times == 1 ? waited : TimeSpan.Zero) - clock.GetElapsedTime(started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
