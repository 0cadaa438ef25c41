using Lrs.Data;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>Completes a unit that was open for as long as its course asks. The page says when; how long it was is measured here.</summary>
internal sealed class ScormWaits(LogWriter log, SessionViews sessions, TimeProvider clock)
{
    /// <summary>Looks whether the time is over.</summary>
    /// <returns>How many seconds are left; 0 when the unit is complete, or nothing is to be waited for.</returns>
    public async Task<int> Take(LaunchKey key, CancellationToken cancel)
    {
        var left = 0;
        await log.Append(
            key.Tenant.Id,
            [],
            async (work, _) =>
            {
                (left, var said) = await Decide(work, key);
                return new Verdict.Accepted(said);
            },
            cancel);
        return left;
    }

    private async Task<(int Left, IReadOnlyList<NewStatement> Said)> Decide(Work work, LaunchKey key)
    {
        if (await sessions.Find(work, key.Tenant, key.Session) is not { Session.Started: { } started } view || CompletionRule.SecondsLeft(view) is null)
        {
            return (0, []);
        }

        // Earlier sessions count; what this one has told of itself so far is in the total already.
        var now = Micros.Cut(clock.GetUtcNow());
        var open = now - started + (view.UnitProgress.TotalTime - view.Session.Duration);
        if (!CompletionRule.IsLongEnough(view.Settings, open))
        {
            return (Math.Max(1, view.Settings.Seconds!.Value - (int)open.TotalSeconds), []);
        }

        (view, var said) = CompletionRule.Complete(view, now);
        await RegistrationRows.Update(work, view.UnitProgress);
        await RegistrationRows.Update(work, view.Registration);
        return (0, view.Recorded(said));
    }
}
