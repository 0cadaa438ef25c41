using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>
/// Takes what content saves. In the log writer's transaction:
///   1 find the session and refuse what is not its own or is over, 2 pass over what came before, 3 put the elements in their place,
///   4 say what is new, 5 end the session when content did, 6 roll the unit up into the course, 7 write.
/// </summary>
internal sealed class ScormCommits(LogWriter log, SessionViews sessions, TimeProvider clock)
{
    /// <summary>Takes one commit. Kept, with its statements, when the task ends.</summary>
    /// <param name="key">The token's session; the commit's own may be an earlier one of the same registration.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<ScormOutcome> Take(LaunchKey key, ScormCommit commit, CancellationToken cancel)
    {
        ScormOutcome outcome = new ScormOutcome.Kept();
        var appended = await log.Append(
            key.Tenant.Id,
            [],
            async (work, _) =>
            {
                (outcome, var said) = await Decide(work, key, commit);
                return new Verdict.Accepted(said);
            },
            cancel);
        return appended is AppendOutcome.Busy ? new ScormOutcome.Busy() : outcome;
    }

    private async Task<(ScormOutcome Outcome, IReadOnlyList<NewStatement> Said)> Decide(Work work, LaunchKey key, ScormCommit commit)
    {
        // :: 1 find the session
        var view = await sessions.Find(work, key.Tenant, commit.Session);
        if (view is null || (commit.Session != key.Session && (await SessionRows.Find(work, key.Session))?.Registration != view.Session.Registration))
        {
            return (new ScormOutcome.Unknown(), []);
        }

        // :: 2 pass over what came before
        var session = view.Session;
        var bit = 1L << commit.Part;
        if (commit.Sequence < session.Sequence || (commit.Sequence == session.Sequence && (session.Parts & bit) != 0))
        {
            return (new ScormOutcome.Kept(), []);
        }

        var now = Micros.Cut(clock.GetUtcNow());
        var counts = session.Mode is LaunchMode.Normal;
        var state = counts ? await ScormStateRows.Find(work, session.Registration, session.Unit) : null;
        if (Over(session, state, commit.Terminates && now - session.Ended < Cmi5Gate.Grace) is { } reason)
        {
            return (new ScormOutcome.Over(reason), []);
        }

        session = session with { Sequence = commit.Sequence, Parts = commit.Sequence == session.Sequence ? session.Parts | bit : bit, Last = now };
        var said = new ScormStep(view with { Session = session }, state, commit, now).Run();
        await said.Write(work);
        return (new ScormOutcome.Kept(), view.Recorded(said.Statements));
    }

    // A page that lost its connection may bring its last commit late, after the unit was launched again: that is welcome until the new session has written.
    // And a page that closes ends the session for its content, which may have a last word a moment later.
    private static string? Over(LaunchSession session, ScormState? state, bool isLastWord) => session.State switch
    {
        SessionState.Terminated when !isLastWord || state?.Session != session.Id => "The session has ended.",
        SessionState.Abandoned when state?.Session != session.Id => "The unit was opened again somewhere else, so this page no longer saves.",
        _ when state is not null && state.Attempt != session.Attempt => "A new attempt has begun, so this page no longer saves.",
        SessionState.Launched when session.Started is null => "The session has not begun.",
        _ => null,
    };
}
