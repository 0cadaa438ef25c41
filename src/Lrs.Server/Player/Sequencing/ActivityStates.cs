namespace Lrs.Server.Player;

/// <summary>The status of every activity in one state: a unit's own, with what its rules and the course's objectives add, or its children's rolled up (SN 4.6).</summary>
internal sealed class ActivityStates(ActivityTree tree, SequencingState state)
{
    private readonly ActivityStatus?[] known = new ActivityStatus?[tree.All.Count];

    /// <summary>The status of an activity.</summary>
    public ActivityStatus Of(ActivityNode activity) => known[activity.Index] ??= Make(activity);

    /// <summary>What is known of an objective of an activity; of its primary one when no id is given, or the activity has none with it.</summary>
    public ObjectiveStatus Objective(ActivityNode activity, string? id)
    {
        var status = Of(activity);
        if (id is null || activity.Rules.Objectives.FirstOrDefault(objective => objective.Id == id) is not { IsPrimary: false } rules)
        {
            return new ObjectiveStatus(status.Success, status.Measure);
        }

        var own = activity is { Unit: { } unit, Rules.IsTracked: true } ? state.Units[unit].Objectives.GetValueOrDefault(id, ObjectiveStatus.Unknown) : ObjectiveStatus.Unknown;

        // Content was given what the course knew when it was opened, and says it as its own; what it found out was written to the course. So the course knows better.
        var global = ObjectiveStatus.Unknown.Reading(rules, state.Globals);
        return new ObjectiveStatus(global.Success is Success.Unknown ? own.Success : global.Success, global.Measure ?? own.Measure).Judged(rules);
    }

    /// <summary>Do the conditions of a rule hold (UP.2)?</summary>
    public bool Applies(ActivityNode activity, SequencingRule rule) => rule.Conditions.Count > 0 && Together(activity, rule.All, rule.Conditions) is true;

    /// <summary>Does a rule before the activity with this action apply?</summary>
    public bool Says(ActivityNode activity, string action) => activity.Rules.Before.Any(rule => rule.Action == action && Applies(activity, rule));

    private ActivityStatus Make(ActivityNode activity)
    {
        var children = tree.Children(activity).Where(child => child.Rules.IsTracked).ToList();
        var own = activity is { Unit: { } unit, Rules.IsTracked: true } ? state.Units[unit] : null;
        var status = children.Count == 0 ? Delivered(activity, own ?? ActivityStatus.None) : RolledUp(activity, children, own);
        var primary = activity.Rules.Primary;
        var read = new ObjectiveStatus(status.Success, status.Measure).Reading(primary, state.Globals);
        return status with { Success = read.Success, Measure = read.Measure };
    }

    private static ActivityStatus Delivered(ActivityNode activity, ActivityStatus own) =>
        activity.Rules.Primary is { ByMeasure: true } primary ? own with { Success = new ObjectiveStatus(own.Success, own.Measure).Judged(primary).Success }
            // SN 4.2.1.2: where content is not to judge, having done it is a success.
            : own is { Success: Success.Unknown, Completion: Completion.Completed } && !activity.Rules.SuccessByContent ? own with { Success = Success.Passed }
            : own;

    // RB.1.1 to RB.1.3. SCORM 1.2 lets a cluster have content of its own, which counts as one more child.
    private ActivityStatus RolledUp(ActivityNode activity, List<ActivityNode> children, ActivityStatus? own)
    {
        var measures = children.Where(child => child.Rules.Weight > 0).Select(child => (Of(child).Measure, child.Rules.Weight)).ToList();
        if (own is not null)
        {
            measures.Add((own.Measure, 1));
        }

        var weight = measures.Sum(one => one.Weight);
        var measure = weight > 0 && measures.Any(one => one.Measure is not null) ? measures.Sum(one => (one.Measure ?? 0) * one.Weight) / weight : (decimal?)null;
        var success = activity.Rules.Primary is { ByMeasure: true } primary ? new ObjectiveStatus(Success.Unknown, measure).Judged(primary).Success
            : Decided(activity, children, own, "satisfied", "notSatisfied") is not { } satisfied ? Success.Unknown
            : satisfied ? Success.Passed
            : Success.Failed;
        var completion = Decided(activity, children, own, "completed", "incomplete") is not { } completed ? Completion.Unknown
            : completed ? Completion.Completed
            : Completion.Incomplete;
        return new ActivityStatus(completion, success, measure, Math.Max(own?.Attempts ?? 0, children.Max(child => Of(child).Attempts)));
    }

    // The positive side is looked at last, and wins (RB.1.2.b, RB.1.3).
    private bool? Decided(ActivityNode activity, List<ActivityNode> children, ActivityStatus? own, string positive, string negative)
    {
        bool? decided = null;
        foreach (var action in new[] { negative, positive })
        {
            var counting = children.Where(child => Counts(child, action)).ToList();
            foreach (var rule in RollupRule.For(activity.Rules.Rollup, negative, positive).Where(rule => rule.Action == action))
            {
                var results = counting.Select(child => Together(child, rule.All, rule.Conditions)).ToList();
                if (own is not null)
                {
                    results.Add(Joined(rule.All, rule.Conditions.Select(condition => Holds(activity, own, new ObjectiveStatus(own.Success, own.Measure), condition))));
                }

                decided = rule.Applies(results) ? action == positive : decided;
            }
        }

        return decided;
    }

    // RB.1.4.2
    private bool Counts(ActivityNode child, string action) => child.Rules.Share.When(action) switch
    {
        null => false,
        "ifAttempted" => Of(child).Attempts > 0,
        "ifNotSkipped" => !Says(child, "skip"),
        "ifNotSuspended" => !(state.IsSuspended && state.Current is { } current && current == child.Unit),
        _ => true,
    };

    private bool? Together(ActivityNode activity, bool all, IReadOnlyList<SequencingCondition> conditions) =>
        Joined(all, conditions.Select(condition => Holds(activity, Of(activity), Objective(activity, condition.Objective), condition)));

    // What is unknown is neither so nor not so (UP.2.1).
    private static bool? Joined(bool all, IEnumerable<bool?> results)
    {
        var list = results.ToList();
        return all
            ? list.Contains(false) ? false : list.Contains(null) ? null : true
            : list.Contains(true) ? true : list.Contains(null) ? null : false;
    }

    private static bool? Holds(ActivityNode activity, ActivityStatus status, ObjectiveStatus objective, SequencingCondition condition)
    {
        bool? holds = condition.Name switch
        {
            "always" => true,
            "satisfied" => objective.Success is Success.Unknown ? null : objective.Success is Success.Passed,
            "objectiveStatusKnown" => objective.Success is not Success.Unknown,
            "objectiveMeasureKnown" => objective.Measure is not null,
            "objectiveMeasureGreaterThan" => objective.Measure is { } measure ? measure > condition.Threshold : null,
            "objectiveMeasureLessThan" => objective.Measure is { } measure ? measure < condition.Threshold : null,
            "completed" => status.Completion is Completion.Unknown ? null : status.Completion is Completion.Completed,
            "activityProgressKnown" => status.Completion is not Completion.Unknown,
            "attempted" => status.Attempts > 0,
            "attemptLimitExceeded" => activity.Rules.AttemptLimit is { } limit ? status.Attempts >= limit : null,
            _ => null,
        };
        return condition.Not ? !holds : holds;
    }
}
