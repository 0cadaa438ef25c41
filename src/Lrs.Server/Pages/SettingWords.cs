using Lrs.Server.Courses;

namespace Lrs.Server.Pages;

/// <summary>A course's settings in words.</summary>
internal static class SettingWords
{
    public const string Restart = "Begin anew on a newer version";
    public const string Completion = "A unit is complete";
    public const string Window = "Where it opens";

    public static IReadOnlyList<(RestartRule Value, string Text)> Restarts { get; } =
    [
        (RestartRule.Never, "Never: everybody stays with the version they began"),
        (RestartRule.NotComplete, "When they have not completed it"),
        (RestartRule.Complete, "When they have completed it"),
        (RestartRule.Passed, "When they have passed"),
        (RestartRule.Failed, "When they have failed"),
        (RestartRule.Always, "Always"),
    ];

    public static IReadOnlyList<(CompletionPolicy Value, string Text)> Completions { get; } =
    [
        (CompletionPolicy.Status, "When it says so itself"),
        (CompletionPolicy.Launch, "When it is opened"),
        (CompletionPolicy.Seconds, "When it was open for a time"),
        (CompletionPolicy.Never, "Never"),
    ];

    public static IReadOnlyList<(ShownIn Value, string Text)> Windows { get; } =
    [
        (ShownIn.Frame, "In the player"),
        (ShownIn.Popup, "In a window of its own"),
    ];

    /// <summary>Each setting with what holds.</summary>
    public static IEnumerable<(string Name, string Value)> Of(CourseSettings settings, bool isCmi5)
    {
        yield return (Restart, Restarts.Single(one => one.Value == settings.Restart).Text);
        yield return (Completion, isCmi5 ? "By the rule of each unit in the package" : Said(settings));
        yield return (Window, Windows.Single(one => one.Value == settings.Shown).Text);
    }

    private static string Said(CourseSettings settings) => settings is { Completion: CompletionPolicy.Seconds, Seconds: { } seconds }
        ? $"When it was open for {Words.Count(seconds, "second", "seconds")}"
        : Completions.Single(one => one.Value == settings.Completion).Text;
}
