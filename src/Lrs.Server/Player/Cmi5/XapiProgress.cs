using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Content that was published with a tincan.xml: it speaks for its own learner only, and what it says about its own activity counts.
/// </summary>
internal static class XapiProgress
{
    /// <summary>Why the statement is refused; null when it may enter.</summary>
    public static Refusal? Check(SessionView view, Statement statement) =>
        view.Session.State is SessionState.Abandoned ? new Refusal(403, "launch.ended", "Lrs launch", "The session has ended; nothing more can be stored in it.")
        : statement.Verb.Id.Text == Verb.Voided ? new Refusal(403, "launch.voiding", "Lrs launch", "A launched unit may not void statements.")
        : statement.Actor.Key != view.Registration.LearnerKey ? new Refusal(403, "launch.actor", "Lrs launch", "The actor is not the one of the launch.")
        : statement.Context?.Registration is { } other && other != view.Registration.Id ? new Refusal(403, "launch.registration", "Lrs launch", $"context.registration is not {view.Registration.Id}, the one of the launch.")
        : null;

    /// <summary>The session after a statement that was allowed.</summary>
    public static SessionView After(SessionView view, Statement statement, DateTimeOffset now)
    {
        var session = view.Session with { State = SessionState.Initialized, Started = view.Session.Started ?? now, Last = now, Duration = now - (view.Session.Started ?? now) };
        var unit = view.UnitProgress with { Updated = now, TotalTime = view.UnitProgress.TotalTime + (session.Duration - view.Session.Duration) };
        if (view.Session.Mode is LaunchMode.Normal && statement.Object is Activity activity && activity.Id.Text == view.Unit.Activity)
        {
            unit = statement.Verb.Id.Text switch
            {
                Verbs.Completed => unit with { Completion = Completion.Completed, Score = statement.Result?.Score ?? unit.Score },
                Verbs.Passed => unit with { Completion = Completion.Completed, Success = Success.Passed, Score = statement.Result?.Score ?? unit.Score },
                Verbs.Failed when unit.Success is not Success.Passed => unit with { Success = Success.Failed, Score = statement.Result?.Score ?? unit.Score },
                _ => unit,
            };
        }

        if (view.Session.Mode is LaunchMode.Normal)
        {
            unit = unit with { Completion = CompletionRule.Told(view.Settings, view.UnitProgress.Completion, unit.Completion) };
            unit = CompletionRule.IsLongEnough(view.Settings, unit.TotalTime) ? unit with { Completion = Completion.Completed } : unit;
        }

        return (view with { Session = session }).With(unit.Completion is Completion.Unknown ? unit with { Completion = Completion.Incomplete } : unit);
    }
}
