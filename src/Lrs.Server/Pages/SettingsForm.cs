using Lrs.Packages;
using Lrs.Server.Courses;
using Lrs.Server.Pages.Parts;
using Lrs.Xapi;

namespace Lrs.Server.Pages;

/// <summary>The form of a course's settings: what holds or was typed, and what is wrong with it.</summary>
internal sealed record SettingsForm
{
    public const string SecondsField = "completionSeconds";

    public Guid Course { get; private init; }

    public string Title { get; private init; } = "";

    public bool IsCmi5 { get; private init; }

    public CourseSettings Settings { get; private init; } = CourseSettings.Usual;

    /// <summary>The seconds as they were typed.</summary>
    public string Seconds { get; init; } = "";

    /// <summary>What is wrong, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>What the form asks.</summary>
    public IEnumerable<ChoiceQuestion> Questions => IsCmi5 ? [Restart, Window] : [Restart, Completion, Window];

    private ChoiceQuestion Restart => Ask("restart", SettingWords.Restart, SettingWords.Restarts, Settings.Restart) with
    {
        Hint = "Looked at when a learner opens the course. What they did before stays on record.",
    };

    private ChoiceQuestion Completion => Ask("completion", SettingWords.Completion, SettingWords.Completions, Settings.Completion, value => value is CompletionPolicy.Seconds ? Duration : null);

    private ChoiceQuestion Window => Ask("window", SettingWords.Window, SettingWords.Windows, Settings.Shown);

    private TextQuestion Duration => new(SecondsField, "Seconds that it has to be open")
    {
        Value = Seconds, InputMode = "numeric", Width = 5, Fault = Wrong.GetValueOrDefault(SecondsField),
    };

    /// <summary>The form for a course.</summary>
    public static SettingsForm Of(CourseDetails found, CourseSettings settings) => new()
    {
        Course = found.Course.Id, Title = found.Course.Title, IsCmi5 = found.Course.Kind is PackageKind.Cmi5, Settings = settings, Seconds = $"{settings.Seconds}",
    };

    /// <summary>Faults as people read them, by the field that they stand at.</summary>
    public static IReadOnlyDictionary<string, string> Said(Faults faults)
    {
        var said = new Dictionary<string, string>();
        foreach (var fault in faults)
        {
            // A path is "$." and the field.
            var field = fault.Path[(fault.Path.LastIndexOf('.') + 1)..];
            said.TryAdd(field, field is SecondsField ? $"Enter a whole number of seconds from 1 to {CourseSettingsForm.MostSeconds:N0}." : fault.Message);
        }

        return said;
    }

    private ChoiceQuestion Ask<T>(string name, string label, IReadOnlyList<(T Value, string Text)> all, T now, Func<T, TextQuestion?>? reveals = null)
        where T : struct, Enum => new(name, label, [.. all.Select(one => new Choice(CourseSettings.Word(one.Value), one.Text) { Reveals = reveals?.Invoke(one.Value) })])
        {
            Chosen = [CourseSettings.Word(now)],
            Fault = Wrong.GetValueOrDefault(name),
        };
}
