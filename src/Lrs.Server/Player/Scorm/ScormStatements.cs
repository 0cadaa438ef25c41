using Lrs.Server.Accounts;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// The statements of SCORM content, by ADL's xAPI SCORM profile: category, the course and the attempt as grouping, the unit as parent of its
/// questions and objectives. Ids follow from the registration, the attempt, the unit and what is said, so nothing is said twice.
/// </summary>
/// <param name="view">The session, with what is known after the commit.</param>
/// <param name="attempt">The attempt that it belongs to.</param>
/// <param name="now">When.</param>
internal sealed class ScormStatements(SessionView view, Guid attempt, DateTimeOffset now)
{
    private const string ProgressExtension = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    private const string ModeExtension = "https://w3id.org/xapi/cmi5/context/extensions/launchmode";

    private static readonly OwnActivity Profile = new("https://w3id.org/xapi/scorm") { Type = ActivityTypes.Profile };

    private OwnActivity Course => new(view.Version.Course.Activity) { Type = ActivityTypes.Course, Name = view.Version.Title, Language = view.Language };

    private OwnActivity Sco => new(view.Unit.Activity) { Type = ActivityTypes.Lesson, Name = view.Unit.Title, Language = view.Language };

    /// <summary>Content began to run, for the first time in the attempt or again.</summary>
    public NewStatement Begun(bool again) => OfSco(again ? Verbs.Resumed : Verbs.Initialized, view.Session.Id, null);

    /// <summary>A question was answered, in the commit with this number.</summary>
    public NewStatement Responded(ScormInteraction answer, long sequence)
    {
        var question = new OwnActivity($"{view.Unit.Activity}/interactions/{Uri.EscapeDataString(answer.Id)}")
        {
            Type = ActivityTypes.Interaction,
            Language = view.Language,
            Question = new OwnQuestion(answer.Type, answer.Correct, answer.Description),
        };
        var points = ScormScore.Number(answer.Result ?? "") is { } raw ? new Score(null, raw, null, null) : null;
        var result = new OwnResult { Response = answer.Response, Success = SuccessOf(answer.Result), Score = points, Duration = answer.Latency };
        return OfPart(Verbs.Responded, $"{answer.Index} {view.Session.Id} {sequence}", question, result);
    }

    /// <summary>An objective's state changed, in the commit with this number.</summary>
    public NewStatement OfObjective(string verb, ScormObjective objective, long sequence)
    {
        var activity = new OwnActivity($"{view.Unit.Activity}/objectives/{Uri.EscapeDataString(objective.Id)}")
        {
            Type = ActivityTypes.Objective,
            Name = objective.Description ?? objective.Id,
            Language = view.Language,
        };
        return OfPart(verb, $"{objective.Id} {view.Session.Id} {sequence}", activity, Status(objective.Completion, objective.Success, objective.Score, null));
    }

    /// <summary>The learner commented.</summary>
    public NewStatement Commented(int index, string comment, long sequence) =>
        OfSco(Verbs.Commented, $"{index} {view.Session.Id} {sequence}", new OwnResult { Response = comment });

    /// <summary>The learner got further; <paramref name="part"/> is 0 to 1.</summary>
    public NewStatement Progressed(decimal part, long sequence) =>
        OfSco(Verbs.Progressed, $"{view.Session.Id} {sequence}", new OwnResult { Extensions = [(ProgressExtension, Math.Round(part * 100))] });

    /// <summary>The unit was completed: once in an attempt.</summary>
    public NewStatement Completed(ScormSnapshot said) => OfSco(Verbs.Completed, "once", Status(Completion.Completed, said.Success, said.Score, view.Session.Duration));

    /// <summary>The unit was passed or failed, in the commit with this number.</summary>
    public NewStatement Judged(ScormSnapshot said, long sequence) =>
        OfSco(said.Success is Success.Passed ? Verbs.Passed : Verbs.Failed, $"{view.Session.Id} {sequence}", Status(said.Completion, said.Success, said.Score, view.Session.Duration));

    /// <summary>There is a score and no judgement at the end of the session.</summary>
    public NewStatement Scored(ScormSnapshot said) => OfSco(Verbs.Scored, view.Session.Id, new OwnResult { Score = said.Score });

    /// <summary>Content ended the session, to come back or for good.</summary>
    public NewStatement Ended(ScormSnapshot said, bool counts) => OfSco(
        said.Suspends ? Verbs.Suspended : Verbs.Terminated,
        $"end {view.Session.Id}",
        counts ? Status(said.Completion, said.Success, said.Score, view.Session.Duration) : new OwnResult { Duration = view.Session.Duration });

    /// <summary>The session ended without a word.</summary>
    public NewStatement Abandoned() => OfSco(Verbs.Abandoned, view.Session.Id, new OwnResult { Duration = view.Session.Duration });

    /// <summary>The whole course was completed, passed or failed: once in a registration.</summary>
    public NewStatement OfCourse(string verb) => Make(
        verb,
        NamedGuid.Of(view.Registration.Id, verb, view.Version.Course.Activity),
        Course,
        Status(view.Registration.Completion, view.Registration.Success, view.Registration.Scaled is { } scaled ? new Score(scaled, null, null, null) : null, null),
        [],
        [AttemptAt(view.Version.Course.Activity, view.Registration.Id)]);

    private NewStatement OfSco(string verb, object ordinal, OwnResult? result) =>
        Make(verb, NamedGuid.Of(view.Registration.Id, attempt, view.Unit.Id, verb, ordinal), Sco, result, [], [Course, AttemptAt(view.Unit.Activity, attempt)]);

    private NewStatement OfPart(string verb, object ordinal, OwnActivity part, OwnResult result) =>
        Make(verb, NamedGuid.Of(view.Registration.Id, attempt, view.Unit.Id, part.Id, verb, ordinal), part, result, [Sco], [Course, AttemptAt(view.Unit.Activity, attempt)]);

    private NewStatement Make(string verb, Guid id, OwnActivity activity, OwnResult? result, IReadOnlyList<OwnActivity> parent, IReadOnlyList<OwnActivity> grouping) =>
        new OwnStatement
        {
            Id = id,
            Verb = verb,
            Object = activity,
            Result = result,
            Parent = parent,
            Grouping = grouping,
            Category = [Profile],
            Revision = view.Version.Number.ToString(),
            Extensions = view.Session.Mode is LaunchMode.Normal ? [] : [(ModeExtension, view.Session.Mode.ToString())],
        }.For(view.Tenant, view.Registration, now);

    private static OwnActivity AttemptAt(string activity, Guid attempt) => new($"{activity}?attemptId={attempt}") { Type = ActivityTypes.Attempt };

    private static OwnResult Status(Completion completion, Success success, Score? score, TimeSpan? duration) => new()
    {
        Completion = completion is Completion.Unknown ? null : completion is Completion.Completed,
        Success = success is Success.Unknown ? null : success is Success.Passed,
        Score = score,
        Duration = duration,
    };

    private static bool? SuccessOf(string? result) => result switch
    {
        "correct" => true,
        "incorrect" or "wrong" => false,
        _ => null,
    };
}
