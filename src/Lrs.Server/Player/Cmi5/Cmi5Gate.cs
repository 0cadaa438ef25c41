using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Which statements a launched unit of cmi5 may store. Pure: a session's view and one statement in, the reason for a refusal out.
/// First what holds for every statement of a session, then what holds for "cmi5 defined" ones (7.1.2), then their results.
/// </summary>
internal static class Cmi5Gate
{
    /// <summary>How long after its end a session still takes statements that were made before it (9.3.8).</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly string[] Usable = [Verbs.Initialized, Verbs.Completed, Verbs.Passed, Verbs.Failed, Verbs.Terminated];

    /// <summary>Why the statement is refused; null when it may enter.</summary>
    /// <param name="view">The session as it is before the statement.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="idIsGiven">Did the unit give it an id?</param>
    /// <param name="now">When it came.</param>
    public static Refusal? Check(SessionView view, Statement statement, bool idIsGiven, DateTimeOffset now) =>
        Ended(view.Session, statement, now)
        ?? Own(view, statement, idIsGiven)
        ?? InContext(view, statement)
        ?? (IsDefined(statement) ? Cmi5Defined(view, statement) ?? Cmi5Results.Check(view, statement) : Cmi5Allowed(view, statement));

    /// <summary>Is it "cmi5 defined" (9.6.2.1)?</summary>
    public static bool IsDefined(Statement statement) => Has(statement, Cmi5Iri.Defined);

    /// <summary>Has the statement this category?</summary>
    public static bool Has(Statement statement, string category) => statement.Context?.Activities.Category.Any(activity => activity.Id.Text == category) is true;

    internal static Refusal Forbidden(string rule, string clause, string message) => new(403, $"cmi5.{rule}", $"cmi5 {clause}", message);

    internal static Refusal Wrong(string rule, string clause, string message) => new(400, $"cmi5.{rule}", $"cmi5 {clause}", message);

    private static Refusal? Ended(LaunchSession session, Statement statement, DateTimeOffset now) => session.State switch
    {
        SessionState.Abandoned => Forbidden("session.abandoned", "9.3.6", "The session was abandoned: the unit was launched again, or somebody ended it. Nothing more can be stored in it."),
        SessionState.Terminated when IsDefined(statement) || now - session.Ended > Grace || statement.Timestamp > session.Ended =>
            Forbidden("session.terminated", "9.3.8", "The session is terminated; nothing more can be stored in it."),
        _ => null,
    };

    private static Refusal? Own(SessionView view, Statement statement, bool idIsGiven) =>
        statement.Verb.Id.Text == Verb.Voided ? Forbidden("voiding", "6.3", "A launched unit may not void statements.")
        : !idIsGiven ? Wrong("id", "9.1", "A statement of a launched unit needs an id.")
        : statement.When is null ? Wrong("timestamp", "9.7", "A statement of a launched unit needs a timestamp.")
        : !IsUtc(statement.When) ? Wrong("timestamp.utc", "9.7", $"The timestamp {statement.When.Text} is not in UTC: write it with Z.")
        : statement.Actor.Key != view.Registration.LearnerKey || statement.Actor.Kind is not ActorKind.Agent ? Forbidden("actor", "8.1.3", "The actor is not the one of the launch.")
        : null;

    private static bool IsUtc(XapiTime time) => time.IsUtc || time.Text.EndsWith("+00:00", StringComparison.Ordinal) || time.Text.EndsWith('z');

    private static Refusal? InContext(SessionView view, Statement statement)
    {
        if (statement.Context is not { } context)
        {
            return Forbidden("context", "9.6", "The statement has no context; it begins with the contextTemplate of the launch data.");
        }

        return context.Registration != view.Registration.Id ? Forbidden("registration", "9.6.1", $"context.registration is not {view.Registration.Id}, the one of the launch.")
            : context.Extensions.Text(Cmi5Iri.SessionId) != view.Session.Id.ToString() ? Forbidden("session.id", "9.6.3.1", $"The context has not the session id of the launch in the extension {Cmi5Iri.SessionId}.")
            : !context.Activities.Grouping.Any(activity => activity.Id.Text == view.Unit.Identifier) ? Forbidden("context.template", "10.2.1", $"contextActivities.grouping lacks {view.Unit.Identifier}, which the contextTemplate holds.")
            : null;
    }

    private static Refusal? Cmi5Allowed(SessionView view, Statement statement) =>
        !view.Session.HasSaid("initialized") ? Forbidden("first", "9.3", "The first statement of a session is 'initialized'.")
        : Has(statement, Cmi5Iri.MoveOnCategory) ? Forbidden("moveon.category", "9.6.2.2", "Only statements with the category cmi5 have the category moveon.")
        : null;

    private static Refusal? Cmi5Defined(SessionView view, Statement statement)
    {
        var verb = statement.Verb.Id.Text;
        var name = NameOf(verb);
        return !Usable.Contains(verb) ? Forbidden("verb", "9.3", $"A launched unit does not use the verb {verb} with the category cmi5.")
            : statement.Object is not Activity activity || activity.Id.Text != view.Unit.Activity ? Forbidden("object", "9.4", $"The object is not {view.Unit.Activity}, the activityId of the launch.")
            : verb != Verbs.Initialized && !view.Session.HasSaid("initialized") ? Forbidden("first", "9.3", "The first statement of a session is 'initialized'.")
            : verb == Verbs.Initialized && view.Session.PreferencesRead is null ? Forbidden("preferences.first", "11", $"The unit begins before it has read the learner's preferences, the agent profile {LaunchData.PreferencesId}.")
            : view.Session.HasSaid(name) ? Forbidden("verb.twice", "9.3", $"'{name}' was used in this session before.")
            : Judgement(view, verb);
    }

    private static Refusal? Judgement(SessionView view, string verb)
    {
        var judges = verb is Verbs.Passed or Verbs.Failed;
        return view.Session.Mode is not LaunchMode.Normal && (judges || verb is Verbs.Completed) ? Forbidden("launch.mode", "10.2.2", $"In the mode {view.Session.Mode} nothing is completed, passed or failed.")
            : judges && (view.Session.HasSaid("passed") || view.Session.HasSaid("failed")) ? Forbidden("judged.twice", "9.3", "A session has one of passed and failed, and it has been said.")
            : verb is Verbs.Completed && view.UnitProgress.Completion is Completion.Completed ? Forbidden("completed.twice", "9.3", "The unit was completed in this registration before.")
            : verb is Verbs.Passed && view.UnitProgress.Success is Success.Passed ? Forbidden("passed.twice", "9.3", "The unit was passed in this registration before.")
            : verb is Verbs.Failed && view.UnitProgress.Success is Success.Passed ? Forbidden("failed.after.passed", "9.3", "The unit was passed in this registration before, so it cannot be failed.")
            : null;
    }

    /// <summary>The last segment of a verb's IRI.</summary>
    public static string NameOf(string verb) => verb[(verb.LastIndexOf('/') + 1)..];
}
