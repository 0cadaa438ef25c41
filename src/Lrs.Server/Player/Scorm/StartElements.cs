using Lrs.Server.Accounts;
using System.Globalization;
using Lrs.Packages;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>The data model at the start of a session: what content wrote in the attempt so far, and what the learning system has to say.</summary>
internal static class StartElements
{
    /// <summary>The elements by name; the state is null, or of the last attempt, in a session that does not count.</summary>
    public static IReadOnlyDictionary<string, string> Of(SessionView view, ScormState? state)
    {
        var carried = view.Session.Mode is LaunchMode.Browse ? Cmi.Empty : state?.Cmi ?? Cmi.Empty;
        var elements = ScormElements.ForNextSession(carried);
        var resumes = view.Session.Mode is LaunchMode.Normal && state?.Session is not null;
        var total = view.Session.Mode is LaunchMode.Normal ? state!.TotalTime : TimeSpan.Zero;
        var system = view.Kind is PackageKind.Scorm12 ? Scorm12(view, resumes, total) : Scorm2004(view, resumes, total);
        foreach (var (name, value) in system.Where(element => element.Value.Length > 0))
        {
            elements[name] = value;
        }

        if (view.Kind is PackageKind.Scorm2004 && !elements.ContainsKey("cmi.objectives.0.id"))
        {
            AddObjectives(elements, view);
        }

        return elements;
    }

    // RTE 1.2 3.4.4.
    private static List<KeyValuePair<string, string>> Scorm12(SessionView view, bool resumes, TimeSpan total) =>
    [
        new("cmi.core.student_id", LearnerId(view)),
        new("cmi.core.student_name", LearnerName(view)),
        new("cmi.core.credit", view.Session.Mode is LaunchMode.Normal ? "credit" : "no-credit"),
        new("cmi.core.lesson_mode", view.Session.Mode.ToString().ToLowerInvariant()),
        new("cmi.core.entry", Entry(view, resumes)),
        new("cmi.core.total_time", ScormTime.To12(total)),
        new("cmi.launch_data", view.Unit.DataFromLms ?? ""),
        new("cmi.student_data.mastery_score", view.Unit.Mastery is { } mastery ? Text(mastery * 100) : ""),
        new("cmi.student_data.max_time_allowed", view.Unit.MaxTime is { } most && ScormTime.Of12(most) is not null ? most : ""),
        new("cmi.student_data.time_limit_action", view.Unit.TimeLimitAction ?? ""),
    ];

    // RTE 2004 4.2.
    private static List<KeyValuePair<string, string>> Scorm2004(SessionView view, bool resumes, TimeSpan total) =>
    [
        new("cmi.learner_id", LearnerId(view)),
        new("cmi.learner_name", LearnerName(view)),
        new("cmi.credit", view.Session.Mode is LaunchMode.Normal ? "credit" : "no-credit"),
        new("cmi.mode", view.Session.Mode.ToString().ToLowerInvariant()),
        new("cmi.entry", Entry(view, resumes)),
        new("cmi.total_time", ScormTime.To2004(total)),
        new("cmi.launch_data", view.Unit.DataFromLms ?? ""),
        new("cmi.scaled_passing_score", view.Unit.Mastery is { } mastery ? Text(mastery) : ""),
        new("cmi.completion_threshold", view.Unit.CompletionThreshold is { } threshold && ScormScore.Number(threshold) is >= 0 and <= 1 ? threshold : ""),
        new("cmi.max_time_allowed", view.Unit.MaxTime is { } most && ScormTime.Of2004(most) is not null ? most : ""),
        new("cmi.time_limit_action", view.Unit.TimeLimitAction ?? ""),
    ];

    // Content may show the name, and needs an id only to tell learners apart: it gets one that says nothing about the person.
    private static string LearnerId(SessionView view) => NamedGuid.Of(Guid.Empty, view.Tenant.Iri, view.Registration.LearnerKey).ToString("N");

    private static string LearnerName(SessionView view)
    {
        var actor = view.Registration.Actor;
        var name = actor.Name ?? actor.Account?.Name ?? "Learner";
        return name.Length > 250 ? name[..250] : name;
    }

    private static string Entry(SessionView view, bool resumes) => resumes ? "resume" : view.Session.Mode is LaunchMode.Review ? "" : "ab-initio";

    /// <summary>What the whole course knows of the unit's objectives (RTE 2004 4.2.17, SN 3.10.3): elements to put over those of the attempt.</summary>
    public static Dictionary<string, string> Objectives(SessionView view, ScormState state, SequencingState sequencing)
    {
        var tree = CourseContents.TreeOf(view.Version);
        var (activity, states) = (tree.OfUnit(view.Unit.Position), new ActivityStates(tree, sequencing));
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (state.Cmi["cmi.objectives.0.id"].Length == 0)
        {
            AddObjectives(elements, view);
        }

        var all = state.Cmi.With(elements);
        foreach (var index in all.Indexes("cmi.objectives"))
        {
            var rules = activity.Rules.Objectives.FirstOrDefault(objective => objective.Id == all[$"cmi.objectives.{index}.id"]);
            if (rules is null || !rules.Maps.Any(map => map.ReadsSuccess || map.ReadsMeasure))
            {
                continue;
            }

            var known = states.Objective(activity, rules.IsPrimary ? null : rules.Id);
            if (known.Success is not Success.Unknown)
            {
                elements[$"cmi.objectives.{index}.success_status"] = known.Success is Success.Passed ? "passed" : "failed";
            }

            if (known.Measure is { } measure)
            {
                elements[$"cmi.objectives.{index}.score.scaled"] = Text(measure);
            }
        }

        return elements;
    }

    // RTE 2004 4.2.17: those of the sequencing, in its order.
    private static void AddObjectives(Dictionary<string, string> elements, SessionView view)
    {
        var node = Nodes(view.Version.Structure.Root).FirstOrDefault(one => one.Unit == view.Unit.Position);
        var ids = (node?.Objectives ?? []).Select(objective => objective.Id).Where(id => id.Length > 0).Distinct().ToList();
        for (var index = 0; index < ids.Count; index++)
        {
            elements[$"cmi.objectives.{index}.id"] = ids[index];
        }
    }

    private static IEnumerable<StructureNode> Nodes(StructureNode root) => root.Children.SelectMany(Nodes).Prepend(root);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
