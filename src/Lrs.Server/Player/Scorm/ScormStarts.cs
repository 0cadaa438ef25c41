using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>
/// Begins a session when its page is open. In the log writer's transaction: 1 take the launched session, or make the next one when the
/// page was loaded again, 2 end other sessions of the unit, which a second window left open, 3 continue the open attempt or begin one,
/// 4 an asset, or any unit when the course is complete by launch, is complete when it is seen.
/// </summary>
internal sealed class ScormStarts(LogWriter log, SessionViews sessions, TimeProvider clock)
{
    /// <summary>Begins a session.</summary>
    /// <param name="key">The token's session.</param>
    /// <param name="token">The token; it stands for the session that begins from now on.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<StartOutcome> Begin(LaunchKey key, string token, CancellationToken cancel)
    {
        ScormStart? start = null;
        var appended = await log.Append(
            key.Tenant.Id,
            [],
            async (work, _) =>
            {
                (start, var said) = await Begin(work, key, token);
                return new Verdict.Accepted(said);
            },
            cancel);
        return appended is AppendOutcome.Busy ? new StartOutcome.Busy() : new StartOutcome.Begun(start!);
    }

    private async Task<(ScormStart Start, List<NewStatement> Said)> Begin(Work work, LaunchKey key, string token)
    {
        var now = Micros.Cut(clock.GetUtcNow());
        var said = new List<NewStatement>();
        var view = await sessions.Find(work, key.Tenant, key.Session) ?? throw new InvalidDataException($"A token stands for session {key.Session}, which is none.");

        // :: 1 take the launched session, or make the next one
        var session = view.Session;
        if (session.State is not SessionState.Launched || session.Started is not null)
        {
            session = new LaunchSession
            {
                Id = Guid.CreateVersion7(),
                Registration = session.Registration,
                Unit = session.Unit,
                Mode = session.Mode,
                State = SessionState.Launched,
                ReturnUrl = session.ReturnUrl,
                Whole = session.Whole,
                Created = now,
                Last = now,
            };
            await SessionRows.Insert(work, session);
            await LaunchTokens.Move(work, token, session.Id);
        }

        // :: 2 end other sessions of the unit
        foreach (var other in await SessionRows.Open(work, session.Registration))
        {
            if (other.Unit == session.Unit && other.Id != session.Id && other.Started is not null)
            {
                said.AddRange(await SessionEnd.Abandon(work, view with { Session = other }, now));
            }
        }

        // :: 3 continue the open attempt or begin one
        session = session with { Started = now, Last = now };
        var state = await ScormStateRows.Find(work, session.Registration, session.Unit);
        if (session.Mode is LaunchMode.Normal)
        {
            if (state is not { IsOpen: true })
            {
                state = new ScormState
                {
                    Registration = session.Registration,
                    Unit = session.Unit,
                    Attempt = Guid.CreateVersion7(),
                    Number = (state?.Number ?? 0) + 1,
                    IsOpen = true,
                    Cmi = Cmi.Empty,
                    Updated = now,
                };
                await ScormStateRows.Put(work, state);
            }

            // Content reads in its objectives what the course knows of them; it is no news that content brings, so it stands in the state from the start.
            if (view.Kind is PackageKind.Scorm2004 && CourseContents.TreeOf(view.Version).HasObjectives)
            {
                state = state with { Cmi = state.Cmi.With(StartElements.Objectives(view, state, await CourseContents.StateOf(work, view))) };
                await ScormStateRows.Put(work, state);
            }

            session = session with { Attempt = state.Attempt };
        }

        view = view with { Session = session };

        // :: 4 complete when it is seen
        if (session.Mode is LaunchMode.Normal && CompletionRule.IsDoneWhenOpened(view))
        {
            (view, var seen) = CompletionRule.Complete(view, now);
            said.AddRange(seen);
            await RegistrationRows.Update(work, view.UnitProgress);
            await RegistrationRows.Update(work, view.Registration);
            await GlobalObjectives.Write(work, view);
        }

        await SessionRows.Update(work, view.Unit.IsAsset && view.UnitProgress.Completion is Completion.Completed ? view.Session with { State = SessionState.Terminated, Ended = now } : view.Session);
        return (new ScormStart(session.Id, StartElements.Of(view, state)) { CompleteAfter = CompletionRule.SecondsLeft(view) }, [.. view.Recorded(said)]);
    }
}
