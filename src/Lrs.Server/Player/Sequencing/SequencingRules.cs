namespace Lrs.Server.Player;

/// <summary>What a manifest's sequencing says of one activity (SN 3).</summary>
internal sealed record SequencingRules
{
    /// <summary>Nothing: open in every direction.</summary>
    public static SequencingRules None { get; } = new() { Controls = ControlModes.Open, SuccessByContent = true };

    public ControlModes Controls { get; init; } = ControlModes.Default;

    /// <summary>Before it is delivered (SN 3.4.2): skip, disabled, hiddenFromChoice, stopForwardTraversal.</summary>
    public IReadOnlyList<SequencingRule> Before { get; init; } = [];

    /// <summary>After it ended (SN 3.4.4): continue, previous, retry, exitParent, exitAll, retryAll.</summary>
    public IReadOnlyList<SequencingRule> After { get; init; } = [];

    /// <summary>While something inside it ended (SN 3.4.3): exit, which ends all of it.</summary>
    public IReadOnlyList<SequencingRule> Leaving { get; init; } = [];

    /// <summary>How often it may be attempted; null for as often as anybody likes (SN 3.5.1).</summary>
    public int? AttemptLimit { get; init; }

    /// <summary>How its children's states make its own (SN 3.7); none for the usual way.</summary>
    public IReadOnlyList<RollupRule> Rollup { get; init; } = [];

    /// <summary>When it counts in what is above it.</summary>
    public RollupShare Share { get; init; } = new();

    /// <summary>Its objectives (SN 3.10), the primary one among them when the manifest has one.</summary>
    public IReadOnlyList<ObjectiveRules> Objectives { get; init; } = [];

    /// <summary>Does it count in what is above it (SN 3.13.1)?</summary>
    public bool IsTracked { get; init; } = true;

    /// <summary>Must content say that it was a success (SN 3.13.4)? Otherwise being done is one.</summary>
    public bool SuccessByContent { get; init; }

    /// <summary>Weight of its measure in its parent's (SN 3.8).</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>May nothing inside be chosen until the learner has come in by another way (SN 3.3.1)?</summary>
    public bool PreventsActivation { get; init; }

    /// <summary>From inside, may only what comes next or before be chosen (SN 3.3.2)?</summary>
    public bool ConstrainsChoice { get; init; }

    /// <summary>The objective that stands for the activity; null when the manifest says nothing of it.</summary>
    public ObjectiveRules? Primary => Objectives.FirstOrDefault(objective => objective.IsPrimary);
}

/// <summary>A rule: when its conditions hold, its action is taken.</summary>
/// <param name="Action">As the manifest writes it.</param>
/// <param name="All">Must all conditions hold, or any?</param>
/// <param name="Conditions">The conditions.</param>
internal sealed record SequencingRule(string Action, bool All, IReadOnlyList<SequencingCondition> Conditions);

/// <summary>A condition on an activity's own state (SN 3.4.1).</summary>
/// <param name="Name">As the manifest writes it.</param>
/// <param name="Not">Is it turned round?</param>
/// <param name="Threshold">For measures.</param>
internal sealed record SequencingCondition(string Name, bool Not, decimal Threshold)
{
    /// <summary>The objective that it looks at; null for the primary one.</summary>
    public string? Objective { get; init; }
}
