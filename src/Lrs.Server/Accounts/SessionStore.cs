using Lrs.Data;
using Lrs.Server.Settings;

namespace Lrs.Server.Accounts;

/// <summary>
/// Sessions of signed-in people, kept in the database: the cookie only names one, so that signing out ends it everywhere, for copies of the cookie too.
/// A session ends by itself after some hours without use, and after a week in any case.
/// </summary>
internal sealed partial class SessionStore(Database database, SignInSettings settings, TimeProvider clock, ILogger<SessionStore> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    private TimeSpan Idle => TimeSpan.FromHours(settings.IdleHours);

    /// <summary>Begins a session.</summary>
    /// <returns>Its id, for the cookie.</returns>
    public async Task<Guid> Begin(Guid login, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await database.WriteReference(
            work => work.Run("INSERT INTO login_session (id, login, created, seen) VALUES (@id, @login, @now, @now)", ("@id", id), ("@login", login), ("@now", clock.GetUtcNow())),
            cancel);
        return id;
    }

    /// <summary>Whose session it is; null when it has ended, or the login is gone.</summary>
    public async Task<Login?> Find(Guid session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await database.ReadReference(
            work => work.One(
                $"{LoginStore.Columns}, s.created, s.seen FROM login_session s JOIN login l ON l.id = s.login WHERE s.id = @session",
                row => (Login: LoginStore.Read(row), Created: row.Time(LoginStore.ColumnCount), Seen: row.Time(LoginStore.ColumnCount + 1)),
                ("@session", session)),
            cancel);
        if (found.Login is null || now - found.Seen > Idle || now - found.Created > Longest)
        {
            return null;
        }

        if (now - found.Seen > NotedEvery)
        {
            await database.WriteReference(work => work.Run("UPDATE login_session SET seen = @now WHERE id = @session AND seen < @now", ("@session", session), ("@now", now)), cancel);
        }

        return found.Login;
    }

    /// <summary>Ends a session.</summary>
    public Task End(Guid session, CancellationToken cancel) =>
        database.WriteReference(work => work.Run("DELETE FROM login_session WHERE id = @session", ("@session", session)), cancel);

    /// <summary>Removes sessions that have ended by themselves.</summary>
    /// <returns>How many.</returns>
    public Task<int> Sweep(CancellationToken cancel) =>
        database.WriteReference(
            work => work.Run(
                "DELETE FROM login_session WHERE seen < @unused OR created < @old",
                ("@unused", clock.GetUtcNow() - Idle),
                ("@old", clock.GetUtcNow() - Longest)),
            cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Sweep(stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFailure(log, fault);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions that have ended could not be removed; it is tried again in an hour.")]
    private static partial void LogFailure(ILogger log, Exception fault);
}
