using System.Collections.Frozen;

namespace Lrs.Server.Player;

/// <summary>What is known of one activity (SN 4.2), rolled up for a cluster.</summary>
/// <param name="Completion">How far it is.</param>
/// <param name="Success">Was it a success?</param>
/// <param name="Measure">Score, -1 to 1; null when there is none.</param>
/// <param name="Attempts">How many attempts were begun.</param>
internal sealed record ActivityStatus(Completion Completion, Success Success, decimal? Measure, int Attempts)
{
    /// <summary>Never opened.</summary>
    public static ActivityStatus None { get; } = new(Completion.Unknown, Success.Unknown, null, 0);

    /// <summary>What content says of its objectives, by their ids.</summary>
    public IReadOnlyDictionary<string, ObjectiveStatus> Objectives { get; init; } = FrozenDictionary<string, ObjectiveStatus>.Empty;
}

/// <summary>Where a registration stands in its tree.</summary>
/// <param name="Units">The status of every unit, by its position.</param>
/// <param name="Current">The unit that is open, or was last; null before the first.</param>
/// <param name="IsSuspended">Was the current unit left to be gone on with?</param>
internal sealed record SequencingState(IReadOnlyList<ActivityStatus> Units, int? Current, bool IsSuspended)
{
    /// <summary>The objectives of the whole course, by their ids (SN 3.10).</summary>
    public IReadOnlyDictionary<string, ObjectiveStatus> Globals { get; init; } = FrozenDictionary<string, ObjectiveStatus>.Empty;

    /// <summary>The status of an activity; for several of them in one state, make one <see cref="ActivityStates"/>.</summary>
    public ActivityStatus Of(ActivityTree tree, ActivityNode activity) => new ActivityStates(tree, this).Of(activity);

    /// <summary>The status in the words of SCORM 1.2.</summary>
    public static string Word(ActivityStatus status) => status switch
    {
        { Success: Success.Passed } => "passed",
        { Success: Success.Failed } => "failed",
        { Completion: Completion.Completed } => "completed",
        { Completion: Completion.Incomplete } => "incomplete",
        { Attempts: > 0 } => "incomplete",
        _ => "not attempted",
    };
}
