namespace Lrs.Server.Player;

/// <summary>Whether an activity's own rules and prerequisites let it be reached (SN 4.6.6, UP.2 and UP.5).</summary>
internal sealed class SequencingRuleCheck(ActivityTree tree, SequencingState state)
{
    private readonly ActivityStates states = new(tree, state);

    /// <summary>Does a rule with this action apply now?</summary>
    public bool Says(ActivityNode activity, string action) => states.Says(activity, action);

    /// <summary>The action that follows from the end of an activity (TB.2.2); null for none.</summary>
    public string? After(ActivityNode activity) => activity.Rules.After.FirstOrDefault(rule => states.Applies(activity, rule))?.Action;

    /// <summary>Does the activity end because something inside it has (TB.2.1)?</summary>
    public bool IsLeft(ActivityNode activity) => activity.Rules.Leaving.Any(rule => states.Applies(activity, rule));

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

    private string? Status(string identifier) => tree.Named(identifier) is { } activity ? SequencingState.Word(states.Of(activity)) : null;

    private string TitleOf(string identifier) => tree.Named(identifier)?.Title is { } title ? $"“{title}”" : identifier;
}
