namespace Lrs.Server.Player;

/// <summary>Whether an activity's own rules and prerequisites let it be reached (SN 4.6.6, UP.2 and UP.5).</summary>
internal sealed class SequencingRuleCheck(ActivityTree tree, SequencingState state)
{
    /// <summary>Does a rule with this action apply now?</summary>
    public bool Says(ActivityNode activity, string action) => activity.Rules.Before.Any(rule => rule.Action == action && Applies(activity, rule));

    /// <summary>The action that follows from the end of an activity (TB.2.2); null for none.</summary>
    public string? After(ActivityNode activity) => activity.Rules.After.FirstOrDefault(rule => Applies(activity, rule))?.Action;

    /// <summary>Why the activity, or one that it lies in, cannot be delivered; null when it can (UP.5).</summary>
    public string? Closed(ActivityNode activity)
    {
        foreach (var one in tree.Upwards(activity))
        {
            if (Says(one, "disabled"))
            {
                return $"“{one.Title}” is not open yet.";
            }

            if (one.Rules.AttemptLimit is { } limit && one.Unit is not null && IsUsedUp(one, limit))
            {
                return $"“{one.Title}” was tried {limit} times, as often as it may be.";
            }

            if (one.Prerequisites is { } needs && !needs.Holds(Status))
            {
                return $"“{one.Title}” opens when these are done: {string.Join(", ", needs.Names().Select(TitleOf))}.";
            }
        }

        return null;
    }

    // An attempt that was left in the middle can be gone on with.
    private bool IsUsedUp(ActivityNode activity, int limit) => state.Units[activity.Unit!.Value].Attempts >= limit && !(state.IsSuspended && state.Current == activity.Unit);

    private bool Applies(ActivityNode activity, SequencingRule rule)
    {
        if (rule.Conditions.Count == 0)
        {
            return false;
        }

        var status = state.Of(tree, activity);
        return rule.All ? rule.Conditions.All(condition => Holds(activity, status, condition)) : rule.Conditions.Any(condition => Holds(activity, status, condition));
    }

    private static bool Holds(ActivityNode activity, ActivityStatus status, SequencingCondition condition)
    {
        // What is unknown is neither so nor not so (UP.2.1).
        bool? known = condition.Name switch
        {
            "always" => true,
            "satisfied" => status.Success is Success.Unknown ? null : status.Success is Success.Passed,
            "objectiveStatusKnown" => status.Success is not Success.Unknown,
            "objectiveMeasureKnown" => status.Measure is not null,
            "objectiveMeasureGreaterThan" => status.Measure is { } measure ? measure > condition.Threshold : null,
            "objectiveMeasureLessThan" => status.Measure is { } measure ? measure < condition.Threshold : null,
            "completed" => status.Completion is Completion.Unknown ? null : status.Completion is Completion.Completed,
            "activityProgressKnown" => status.Completion is not Completion.Unknown,
            "attempted" => status.Attempts > 0,
            "attemptLimitExceeded" => activity.Rules.AttemptLimit is { } limit ? status.Attempts >= limit : null,
            _ => null,
        };

        return condition.Not ? known is false : known is true;
    }

    private string? Status(string identifier) => tree.Named(identifier) is { } activity ? SequencingState.Word(state.Of(tree, activity)) : null;

    private string TitleOf(string identifier) => tree.Named(identifier)?.Title is { } title ? $"“{title}”" : identifier;
}
