using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>
/// Which attempt a statement belongs to. SCORM: the attempt that the ADL profile names in the grouping, from ab-initio until it
/// terminates without suspend. cmi5: one assignable unit in one registration until the first launch after it was completed, passed
/// or failed. Any other client: actor, root activity and registration, or without a registration until eight hours of silence.
/// </summary>
internal sealed class AttemptFinder(TenantId tenant)
{
    private const string ScormCategory = "https://w3id.org/xapi/scorm";
    private const string ScormAttempt = "http://adlnet.gov/expapi/activities/attempt";
    private const string Cmi5Category = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
    private const string Cmi5Session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
    private static readonly TimeSpan Silence = TimeSpan.FromHours(8);

    /// <summary>The units a statement may be of: a new attempt is numbered after the others at one of them.</summary>
    public static IEnumerable<string> Units(Statement statement)
    {
        if (statement.Object is not Activity unit || statement.Context?.Activities is not { } around)
        {
            return statement.Object is Activity alone ? [alone.Id.Text] : [];
        }

        return new[] { unit.Id.Text, around.Parent is [var parent, ..] ? parent.Id.Text : null, around.Grouping is [var group, ..] ? group.Id.Text : null }.OfType<string>().Distinct();
    }

    /// <summary>The attempt, one of those the learner has or a new one that is added to them; null when the statement is of none.</summary>
    /// <param name="entry">The statement.</param>
    /// <param name="learner">Its actor.</param>
    /// <param name="attempts">What <see cref="AttemptRows.Load"/> gives for the statement's units and registration, or more.</param>
    public Attempt? Find(LogEntry entry, Guid learner, List<Attempt> attempts)
    {
        var statement = entry.Statement;
        if (statement.Object is not Activity unit || statement.Verb.Id.Text is Verbs.Satisfied || statement.Keys.Voids)
        {
            return null;
        }

        var context = statement.Context ?? new Context();
        if (context.Activities.Category.Any(category => category.Id.Text == ScormCategory))
        {
            return Scorm(unit, context, learner, attempts);
        }

        return context.Registration is { } registration && context.Extensions.Text(Cmi5Session) is { } session
            ? Cmi5(statement, unit, context, registration, session, learner, attempts)
            : Other(unit, context, statement.Timestamp ?? entry.Stored, learner, attempts);
    }

    private Attempt? Scorm(Activity unit, Context context, Guid learner, List<Attempt> attempts)
    {
        var label = context.Activities.Grouping.FirstOrDefault(activity => activity.Definition?.Type?.Text == ScormAttempt)?.Id.Text;
        if (label is null)
        {
            return null;
        }

        var sco = (context.Activities.Parent.Count > 0 ? context.Activities.Parent[0] : unit).Id.Text;
        return attempts.Find(attempt => attempt.Label == label) ?? New("scorm", sco, context.Registration, label, learner, attempts);
    }

    private Attempt? Cmi5(Statement statement, Activity unit, Context context, Guid registration, string session, Guid learner, List<Attempt> attempts)
    {
        var ofSession = attempts.FindLast(attempt => attempt.Registration == registration && attempt.Label == session);
        if (ofSession is not null || context.Activities.Category.All(category => category.Id.Text != Cmi5Category))
        {
            return ofSession;
        }

        var newest = attempts.FindLast(attempt => attempt.Kind is "cmi5" && attempt.Registration == registration && attempt.Activity == unit.Id.Text);
        if (newest is null || (newest.Decided && statement.Verb.Id.Text is Verbs.Launched))
        {
            return New("cmi5", unit.Id.Text, registration, session, learner, attempts);
        }

        if (statement.Verb.Id.Text is Verbs.Launched)
        {
            newest.Label = session;
        }

        return newest;
    }

    private Attempt Other(Activity unit, Context context, DateTimeOffset when, Guid learner, List<Attempt> attempts)
    {
        var around = context.Activities;
        var root = (around.Grouping.Count > 0 ? around.Grouping[0] : around.Parent.Count > 0 ? around.Parent[0] : unit).Id.Text;

        // Statements of a client that was offline come late, so the newest attempt is not always the one.
        bool IsNear(Attempt attempt) => attempt.Started - when <= Silence && when - attempt.Last <= Silence;
        return attempts.FindLast(attempt => attempt.Kind is "other" && attempt.Activity == root && attempt.Registration == context.Registration && (context.Registration is not null || IsNear(attempt)))
            ?? New("other", root, context.Registration, null, learner, attempts);
    }

    private Attempt New(string kind, string activity, Guid? registration, string? label, Guid learner, List<Attempt> attempts)
    {
        // Not how many there are: one may have gone with a voided statement, and a number names one attempt.
        var number = attempts.Where(attempt => attempt.Activity == activity).Select(attempt => attempt.Number).DefaultIfEmpty().Max() + 1;
        var attempt = new Attempt
        {
            Id = NamedGuid.Of($"{tenant} attempt {learner} {kind} {registration} {label ?? number.ToString()} {activity}"),
            Learner = learner,
            Activity = activity,
            Registration = registration,
            Kind = kind,
            Label = label,
            Number = number,
        };
        attempts.Add(attempt);
        return attempt;
    }
}
