namespace Lrs.Server.Player;

/// <summary>Which elements of the data model are content's to write, and which the learning system's.</summary>
internal static class ScormElements
{
    // RTE 1.2 3.4.4 and RTE 2004 4.2: read-only for content.
    private static readonly string[] OfTheSystem =
    [
        "cmi.core.student_id", "cmi.core.student_name", "cmi.core.credit", "cmi.core.entry", "cmi.core.total_time", "cmi.core.lesson_mode",
        "cmi.launch_data", "cmi.comments_from_lms", "cmi.student_data",
        "cmi.learner_id", "cmi.learner_name", "cmi.credit", "cmi.entry", "cmi.mode", "cmi.total_time",
        "cmi.completion_threshold", "cmi.scaled_passing_score", "cmi.max_time_allowed", "cmi.time_limit_action", "cmi._version",
    ];

    // RTE 1.2 3.4.4, RTE 2004 4.2.8 and 4.2.21: these are of one session, and begin anew in the next.
    private static readonly string[] OfOneSession = ["cmi.core.exit", "cmi.core.session_time", "cmi.exit", "cmi.session_time"];

    /// <summary>The elements that content wrote; what is empty was never set, and whatever is the system's is left out, so that a page cannot raise its own time.</summary>
    public static Cmi OfContent(IReadOnlyDictionary<string, string> elements) =>
        new(elements.Where(element => !IsOfTheSystem(element.Key)).ToDictionary(StringComparer.Ordinal));

    /// <summary>What the next session of the attempt begins with.</summary>
    public static Dictionary<string, string> ForNextSession(Cmi cmi) =>
        cmi.Elements.Where(element => element.Value.Length > 0 && !OfOneSession.Contains(element.Key)).ToDictionary(StringComparer.Ordinal);

    private static bool IsOfTheSystem(string name) => OfTheSystem.Any(own => name == own || (name.StartsWith(own, StringComparison.Ordinal) && name[own.Length] == '.'));
}
