using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lrs.Data;

/// <summary>
/// Stops what a connection runs when its work is cancelled. The driver looks at a cancellation only between rows, and a query may
/// run for long before the first; and an interruption that comes just before a statement starts is lost, so it comes again until the
/// work has ended.
/// </summary>
internal sealed class SqliteInterrupt : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    private readonly SqliteConnection connection;
    private readonly CancellationTokenRegistration registration;
    private Timer? timer;

    public SqliteInterrupt(SqliteConnection connection, CancellationToken cancel)
    {
        this.connection = connection;
        registration = cancel.UnsafeRegister(static self => ((SqliteInterrupt)self!).Begin(), this);
    }

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    private void Begin() => timer = new Timer(_ => raw.sqlite3_interrupt(connection.Handle), null, TimeSpan.Zero, Again);
}
