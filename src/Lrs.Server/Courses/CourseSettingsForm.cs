using Lrs.Packages;
using Lrs.Xapi;

namespace Lrs.Server.Courses;

/// <summary>Reads settings from words: the fields of a form, or the properties of a JSON object. What is absent is as usual.</summary>
internal static class CourseSettingsForm
{
    /// <summary>The longest that a unit can be asked to be open: a day, which is how long a launch lasts.</summary>
    public const int MostSeconds = 24 * 60 * 60;

    private const string Clause = "Lrs course settings";

    private static readonly Rule Restart = new("settings.restart", Clause);
    private static readonly Rule Completion = new("settings.completion", Clause);
    private static readonly Rule Seconds = new("settings.completionSeconds", Clause);
    private static readonly Rule Shown = new("settings.window", Clause);

    /// <summary>The settings; every fault is noted with its field.</summary>
    public static CourseSettings Read(PackageKind kind, Func<string, string?> field, Faults faults)
    {
        var settings = new CourseSettings
        {
            Restart = One<RestartRule>("restart", field, Restart, faults),
            Completion = One<CompletionPolicy>("completion", field, Completion, faults),
            Shown = One<ShownIn>("window", field, Shown, faults),
        };
        if (kind is PackageKind.Cmi5 && settings.Completion is not CompletionPolicy.Status)
        {
            faults.Add(Completion, "completion", "A course in cmi5 is complete by the moveOn of its units (cmi5 13.1.4); 'completion' is 'status'.");
        }

        return settings.Completion is CompletionPolicy.Seconds ? settings with { Seconds = Number(field("completionSeconds"), faults) } : settings;
    }

    private static int? Number(string? text, Faults faults)
    {
        if (int.TryParse(text, out var seconds) && seconds is > 0 and <= MostSeconds)
        {
            return seconds;
        }

        faults.Add(Seconds, "completionSeconds", $"'completionSeconds' is a whole number from 1 to {MostSeconds}; the completion 'seconds' needs it.");
        return null;
    }

    private static T One<T>(string name, Func<string, string?> field, Rule rule, Faults faults)
        where T : struct, Enum
    {
        if (field(name) is not { Length: > 0 } word)
        {
            return default;
        }

        if (CourseSettings.Parse<T>(word) is not { } value)
        {
            faults.Add(rule, name, $"'{name}' is one of: {string.Join(", ", Enum.GetValues<T>().Select(one => CourseSettings.Word(one)))}.");
            return default;
        }

        return value;
    }
}
