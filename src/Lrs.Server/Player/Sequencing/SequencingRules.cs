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

    /// <summary>How often it may be attempted; null for as often as anybody likes (SN 3.5.1).</summary>
    public int? AttemptLimit { get; init; }

    /// <summary>Does it count in what is above it (SN 3.13.1)?</summary>
    public bool IsTracked { get; init; } = true;

    /// <summary>Must content say that it was a success (SN 3.13.4)? Otherwise being done is one.</summary>
    public bool SuccessByContent { get; init; }

    /// <summary>Weight of its measure in its parent's (SN 3.8).</summary>
    public decimal Weight { get; init; } = 1;
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
internal sealed record SequencingCondition(string Name, bool Not, decimal Threshold);
