using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>Ends sessions of which nothing more will come, as their kind of course wants it said.</summary>
internal static class SessionEnd
{
    /// <summary>
    /// Abandons a session. cmi5 has it said of every session that was launched (9.3.6), SCORM of those whose content ran; content of xAPI
    /// packages never says that it ends, so there is nothing to say for it.
    /// </summary>
    public static async Task<IReadOnlyList<NewStatement>> Abandon(Work work, SessionView view, DateTimeOffset now)
    {
        var session = view.Session;
        var isCmi5 = view.Kind is PackageKind.Cmi5;
        await SessionRows.Update(work, session with
        {
            State = SessionState.Abandoned,
            Ended = now,
            Duration = isCmi5 ? session.Last - session.Created : session.Duration,
        });
        return view.Recorded(isCmi5 ? [new Cmi5Statements(view, now).Abandoned()]
            : view.Kind is not PackageKind.Xapi && session.State is SessionState.Initialized ? [new ScormStatements(view, session.Attempt ?? session.Id, now).Abandoned()]
            : []);
    }
}
