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
}

/// <summary>Where a registration stands in its tree.</summary>
/// <param name="Units">The status of every unit, by its position.</param>
/// <param name="Current">The unit that is open, or was last; null before the first.</param>
/// <param name="IsSuspended">Was the current unit left to be gone on with?</param>
internal sealed record SequencingState(IReadOnlyList<ActivityStatus> Units, int? Current, bool IsSuspended)
{
    /// <summary>The status of an activity: a unit's own, with what its rules add, or its children's rolled up (SN 4.6).</summary>
    public ActivityStatus Of(ActivityTree tree, ActivityNode activity)
    {
        var own = activity.Unit is { } unit ? Units[unit] : null;
        var inside = tree.Children(activity).Where(child => child.Rules.IsTracked).Select(child => (Status: Of(tree, child), child.Rules.Weight)).ToList();
        if (inside.Count == 0)
        {
            // SN 4.2.1.2: where content is not to judge, having done it is a success.
            return own is null ? ActivityStatus.None
                : own is { Success: Success.Unknown, Completion: Completion.Completed } && !activity.Rules.SuccessByContent ? own with { Success = Success.Passed }
                : own;
        }

        var all = own is null ? inside : [(own, 1), .. inside];
        var weighed = all.Where(child => child.Weight > 0).ToList();
        var weight = weighed.Sum(child => child.Weight);
        return new ActivityStatus(
            all.All(child => child.Status.Completion is Completion.Completed) ? Completion.Completed
                : all.Any(child => child.Status.Completion is not Completion.Unknown) ? Completion.Incomplete
                : Completion.Unknown,
            all.All(child => child.Status.Success is Success.Passed) ? Success.Passed : all.Any(child => child.Status.Success is Success.Failed) ? Success.Failed : Success.Unknown,
            weight > 0 && weighed.Any(child => child.Status.Measure is not null) ? weighed.Sum(child => (child.Status.Measure ?? 0) * child.Weight) / weight : null,
            all.Max(child => child.Status.Attempts));
    }

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
