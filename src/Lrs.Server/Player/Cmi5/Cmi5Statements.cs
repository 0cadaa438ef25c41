using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>The statements that cmi5 has the learning system make (9.3): launched, abandoned, waived, satisfied.</summary>
/// <param name="view">The session that is the reason.</param>
/// <param name="now">When.</param>
internal sealed class Cmi5Statements(SessionView view, DateTimeOffset now)
{
    private static readonly OwnActivity Defined = new(Cmi5Iri.Defined);
    private static readonly OwnActivity Counts = new(Cmi5Iri.MoveOnCategory);

    private OwnActivity Unit => new(view.Unit.Activity) { Type = view.Unit.ActivityType, Name = view.Unit.Title, Language = view.Language };

    private OwnActivity Publisher => new(view.Unit.Identifier);

    /// <summary>9.3.1: the unit is about to be launched.</summary>
    /// <param name="url">Where to, without the five parameters (9.6.3.4).</param>
    public NewStatement Launched(string url)
    {
        var extensions = new List<(string, object)>
        {
            (Cmi5Iri.SessionId, view.Session.Id.ToString()),
            (Cmi5Iri.LaunchMode, view.Session.Mode.ToString()),
            (Cmi5Iri.LaunchUrl, url),
            (Cmi5Iri.MoveOn, view.Unit.MoveOn ?? MoveOn.NotApplicable),
        };
        if (view.Unit.Mastery is { } mastery)
        {
            extensions.Add((Cmi5Iri.MasteryScore, mastery));
        }

        if (view.Unit.LaunchParameters is { } parameters)
        {
            extensions.Add((Cmi5Iri.LaunchParameters, parameters));
        }

        return Make(Verbs.Launched, Id(Verbs.Launched), Unit, null, [Defined], Publisher, extensions);
    }

    /// <summary>9.3.6: the session ended without a word; its length by 9.5.4.2.</summary>
    public NewStatement Abandoned() => Make(
        Verbs.Abandoned,
        Id(Verbs.Abandoned),
        Unit,
        new OwnResult { Duration = view.Session.Last - view.Session.Created },
        [Defined],
        Publisher,
        [SessionId]);

    /// <summary>9.3.7: the unit need not be taken.</summary>
    public NewStatement Waived(string reason) => Make(
        Verbs.Waived,
        Id(Verbs.Waived),
        Unit,
        new OwnResult { Success = true, Completion = true, Extensions = [(Cmi5Iri.Reason, reason)] },
        [Defined, Counts],
        Publisher,
        [SessionId]);

    /// <summary>9.3.9: a block or the course is satisfied.</summary>
    public NewStatement Satisfied(StructureNode node)
    {
        var isCourse = node.Kind is CourseNodeKind.Course;
        var iri = isCourse ? view.Version.Course.Activity : node.Activity ?? throw new InvalidDataException($"The block '{node.Title}' has no IRI.");
        var activity = new OwnActivity(iri) { Type = isCourse ? Cmi5Iri.Course : Cmi5Iri.Block, Name = node.Title, Language = view.Language };
        return Make(
            Verbs.Satisfied,
            NamedGuid.Of(view.Registration.Id, Verbs.Satisfied, iri),
            activity,
            null,
            [Defined],
            node.Identifier.Length > 0 ? new OwnActivity(node.Identifier) : null,
            [SessionId]);
    }

    private (string, object) SessionId => (Cmi5Iri.SessionId, view.Session.Id.ToString());

    private Guid Id(string verb) => NamedGuid.Of(view.Registration.Id, view.Session.Id, verb);

    private NewStatement Make(
        string verb,
        Guid id,
        OwnActivity activity,
        OwnResult? result,
        IReadOnlyList<OwnActivity> category,
        OwnActivity? publisher,
        IReadOnlyList<(string, object)> extensions) =>
        new OwnStatement
        {
            Id = id,
            Verb = verb,
            Object = activity,
            Result = result,
            Category = category,
            Grouping = publisher is null ? [] : [publisher],
            Extensions = extensions,
        }.For(view.Tenant, view.Registration, now);
}
