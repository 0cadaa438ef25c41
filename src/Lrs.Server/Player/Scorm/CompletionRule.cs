using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>What makes a unit of SCORM or xAPI complete, by the course's completion policy.</summary>
internal static class CompletionRule
{
    /// <summary>What content's own word amounts to: itself, or, where another policy holds, that the unit was begun.</summary>
    /// <param name="settings">The course's.</param>
    /// <param name="known">What the unit has reached.</param>
    /// <param name="told">What content says.</param>
    public static Completion Told(CourseSettings settings, Completion known, Completion told) =>
        settings.Completion is CompletionPolicy.Status ? told
        : known is Completion.Completed ? Completion.Completed
        : told is Completion.Unknown ? Completion.Unknown
        : Completion.Incomplete;

    /// <summary>Is the unit done because it was opened? An asset never says anything, so being seen is all that can be known of it.</summary>
    public static bool IsDoneWhenOpened(SessionView view) => view.Settings.Completion switch
    {
        CompletionPolicy.Launch => true,
        CompletionPolicy.Status => view.Unit.IsAsset,
        _ => false,
    };

    /// <summary>Does so long a time complete a unit?</summary>
    public static bool IsLongEnough(CourseSettings settings, TimeSpan open) => settings is { Completion: CompletionPolicy.Seconds, Seconds: { } seconds } && open.TotalSeconds >= seconds;

    /// <summary>How many seconds are left until time alone completes the unit; null when it does not, or has.</summary>
    public static int? SecondsLeft(SessionView view) =>
        view is { Session.Mode: LaunchMode.Normal, Settings: { Completion: CompletionPolicy.Seconds, Seconds: { } seconds } } && view.UnitProgress.Completion is not Completion.Completed
            ? Math.Max(1, seconds - (int)view.UnitProgress.TotalTime.TotalSeconds)
            : null;

    /// <summary>The session with its unit complete, and what is to be said of it.</summary>
    public static (SessionView View, IReadOnlyList<NewStatement> Said) Complete(SessionView view, DateTimeOffset now)
    {
        var before = view.Registration;
        view = view.With(view.UnitProgress with { Completion = Completion.Completed, Updated = now });
        view = view with { Registration = ScormRollup.Of(before, view.Progress, view.Settings, now) };
        var say = new ScormStatements(view, view.Session.Attempt ?? view.Session.Id, now);
        return (view, [say.Completed(new ScormSnapshot { Completion = Completion.Completed }), .. ScormStep.Course(say, before, view.Registration)]);
    }

    /// <summary>Content of an xAPI package is launched: where opening completes, it is complete, and that is said of its own activity.</summary>
    public static async Task<IReadOnlyList<NewStatement>> Opened(Work work, SessionView view, DateTimeOffset now)
    {
        if (view.Settings.Completion is not CompletionPolicy.Launch || view.Session.Mode is not LaunchMode.Normal || view.UnitProgress.Completion is Completion.Completed)
        {
            return [];
        }

        view = view.With(view.UnitProgress with { Completion = Completion.Completed, Updated = now });
        await RegistrationRows.Update(work, view.UnitProgress);
        await RegistrationRows.Update(work, ScormRollup.Of(view.Registration, view.Progress, view.Settings, now));
        return
        [
            new OwnStatement
            {
                Id = NamedGuid.Of(view.Registration.Id, view.Unit.Id, Verbs.Completed),
                Verb = Verbs.Completed,
                Object = new OwnActivity(view.Unit.Activity) { Type = view.Unit.ActivityType, Name = view.Unit.Title, Language = view.Language },
                Result = new OwnResult { Completion = true },
                Revision = view.Version.Number.ToString(),
            }.For(view.Tenant, view.Registration, now),
        ];
    }
}
