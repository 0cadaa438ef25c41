namespace Lrs.Xapi;

/// <summary>The surroundings in which it happened (Data 2.4.6; 9274.1.1 4.2.2.5).</summary>
public sealed record Context
{
    /// <summary>One learner's try at a course: what belongs together.</summary>
    public Guid? Registration { get; init; }

    /// <summary>Who taught.</summary>
    public Actor? Instructor { get; init; }

    /// <summary>The group as part of which the actor acted.</summary>
    public Actor? Team { get; init; }

    /// <summary>Agents who had to do with it, with the part they played (V2).</summary>
    public IReadOnlyList<ContextAgent> Agents { get; init; } = [];

    /// <summary>Groups who had to do with it, with the part they played (V2).</summary>
    public IReadOnlyList<ContextAgent> Groups { get; init; } = [];

    /// <summary>Activities that this one belongs to.</summary>
    public ContextActivities Activities { get; init; } = ContextActivities.Empty;

    /// <summary>The revision of the activity.</summary>
    public string? Revision { get; init; }

    /// <summary>The system on which it happened.</summary>
    public string? Platform { get; init; }

    /// <summary>The language in which it happened.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>The statement that should be seen as context.</summary>
    public Guid? Statement { get; init; }

    /// <summary>Anything else, for example cmi5's session id.</summary>
    public Extensions Extensions { get; init; } = Extensions.Empty;
}

/// <summary>An agent or group of the context (9274.1.1 4.2.2.5).</summary>
/// <param name="Actor">Who.</param>
/// <param name="RelevantTypes">The parts they played, as activity types; empty if not told.</param>
public sealed record ContextAgent(Actor Actor, IReadOnlyList<Iri> RelevantTypes);

/// <summary>Activities related to the object (Data 2.4.6.2). A single one counts as a list of one.</summary>
public sealed record ContextActivities
{
    /// <summary>None.</summary>
    public static ContextActivities Empty { get; } = new();

    /// <summary>What the object is directly part of.</summary>
    public IReadOnlyList<Activity> Parent { get; init; } = [];

    /// <summary>What it is indirectly part of.</summary>
    public IReadOnlyList<Activity> Grouping { get; init; } = [];

    /// <summary>What sorts the statement, such as a profile.</summary>
    public IReadOnlyList<Activity> Category { get; init; } = [];

    /// <summary>What else has to do with it.</summary>
    public IReadOnlyList<Activity> Other { get; init; } = [];

    /// <summary>All of them.</summary>
    public IEnumerable<Activity> All => [.. Parent, .. Grouping, .. Category, .. Other];
}
