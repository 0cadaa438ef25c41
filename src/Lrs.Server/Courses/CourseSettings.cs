namespace Lrs.Server.Courses;

/// <summary>When a registration that began with an older version begins anew on the current one; looked at when it is launched.</summary>
internal enum RestartRule
{
    /// <summary>It stays with its version for ever.</summary>
    Never,

    /// <summary>As long as it is not complete.</summary>
    NotComplete,

    /// <summary>Once it is complete.</summary>
    Complete,

    /// <summary>Once it is passed.</summary>
    Passed,

    /// <summary>Once it is failed.</summary>
    Failed,

    /// <summary>Whatever it has reached.</summary>
    Always,
}

/// <summary>What makes a unit complete. For SCORM and xAPI; cmi5 has <c>moveOn</c> (cmi5 13.1.4).</summary>
internal enum CompletionPolicy
{
    /// <summary>What its content says.</summary>
    Status,

    /// <summary>That it was opened.</summary>
    Launch,

    /// <summary>That it was open for so many seconds.</summary>
    Seconds,

    /// <summary>Nothing: the course is for reading up on things.</summary>
    Never,
}

/// <summary>Where content opens.</summary>
internal enum ShownIn
{
    /// <summary>In the player's page.</summary>
    Frame,

    /// <summary>In a window of its own, which the learner opens from the player's page.</summary>
    Popup,
}

/// <summary>What an author decides about a course, for all its versions.</summary>
internal sealed record CourseSettings
{
    /// <summary>For a course about which nobody decided anything.</summary>
    public static CourseSettings Usual { get; } = new();

    public RestartRule Restart { get; init; }

    public CompletionPolicy Completion { get; init; }

    /// <summary>With <see cref="CompletionPolicy.Seconds"/>: how many.</summary>
    public int? Seconds { get; init; }

    public ShownIn Shown { get; init; }

    /// <summary>A value as the API and the database write it, such as <c>notComplete</c>.</summary>
    public static string Word(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The value that is written so; null when none is.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
