namespace Lrs.Server.Player;

/// <summary>How children's states make their parent's (SN 3.7): when the conditions hold for enough of them, the action is taken.</summary>
/// <param name="Action">satisfied, notSatisfied, completed or incomplete.</param>
/// <param name="Set">all, any, none, atLeastCount or atLeastPercent.</param>
/// <param name="Least">How many, or which part from 0 to 1, the last two want.</param>
/// <param name="All">Must all conditions hold for a child, or any?</param>
/// <param name="Conditions">The conditions, on each child.</param>
internal sealed record RollupRule(string Action, string Set, decimal Least, bool All, IReadOnlyList<SequencingCondition> Conditions)
{
    // RB.1.2.b and RB.1.3: what holds where a manifest has no rule for either side.
    private static readonly RollupRule[] Usual =
    [
        new("notSatisfied", "all", 0, true, [new("objectiveStatusKnown", false, 0)]),
        new("satisfied", "all", 0, true, [new("satisfied", false, 0)]),
        new("incomplete", "all", 0, true, [new("activityProgressKnown", false, 0)]),
        new("completed", "all", 0, true, [new("completed", false, 0)]),
    ];

    /// <summary>The rules that decide between two sides: the manifest's, or the usual ones when it has none for them.</summary>
    public static IReadOnlyList<RollupRule> For(IReadOnlyList<RollupRule> own, string negative, string positive)
    {
        var these = own.Where(rule => rule.Action == negative || rule.Action == positive).ToList();
        return these.Count > 0 ? these : [.. Usual.Where(rule => rule.Action == negative || rule.Action == positive)];
    }

    /// <summary>Does it apply, given what the conditions come to for each child that counts (RB.1.4)? Unknown is neither.</summary>
    public bool Applies(IReadOnlyList<bool?> children) => children.Count > 0 && Set switch
    {
        "all" => children.All(child => child is true),
        "any" => children.Any(child => child is true),
        "none" => children.All(child => child is false),
        "atLeastCount" => children.Count(child => child is true) >= Least,
        "atLeastPercent" => (decimal)children.Count(child => child is true) / children.Count >= Least,
        _ => false,
    };
}

/// <summary>When an activity counts in what is above it (SN 3.7.4 to 3.7.6): always, ifAttempted, ifNotSkipped or ifNotSuspended for each side.</summary>
internal sealed record RollupShare
{
    private const string Always = "always";

    /// <summary>Does its success count at all?</summary>
    public bool InSuccess { get; init; } = true;

    /// <summary>Does its completion count at all?</summary>
    public bool InCompletion { get; init; } = true;

    public string ForSatisfied { get; init; } = Always;

    public string ForNotSatisfied { get; init; } = Always;

    public string ForCompleted { get; init; } = Always;

    public string ForIncomplete { get; init; } = Always;

    /// <summary>Does it count for an action at all, and if so, when?</summary>
    public string? When(string action) => action switch
    {
        "satisfied" => InSuccess ? ForSatisfied : null,
        "notSatisfied" => InSuccess ? ForNotSatisfied : null,
        "completed" => InCompletion ? ForCompleted : null,
        _ => InCompletion ? ForIncomplete : null,
    };
}
