namespace Lrs.Server.Player;

/// <summary>One launch of a unit, from the link to its end.</summary>
internal sealed record LaunchSession
{
    public required Guid Id { get; init; }

    public required Guid Registration { get; init; }

    public required Guid Unit { get; init; }

    public required LaunchMode Mode { get; init; }

    public required SessionState State { get; init; }

    /// <summary>Where the learner goes afterwards, when whoever launched said so.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Was the whole course launched, and not one unit that was picked?</summary>
    public bool Whole { get; init; }

    /// <summary>SCORM: the attempt that the session belongs to, from its first commit on.</summary>
    public Guid? Attempt { get; init; }

    /// <summary>cmi5: the verbs of cmi5 that the unit has used, separated by blanks.</summary>
    public string Said { get; init; } = "";

    /// <summary>SCORM: number of the newest commit that was taken; commits count from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>SCORM: which parts of that commit came, as bits.</summary>
    public long Parts { get; init; }

    /// <summary>How long it took: what the unit says, at most the time that has passed since it started.</summary>
    public TimeSpan Duration { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>cmi5: when the token was fetched; it is given once (8.2.3).</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>cmi5: when the unit read the learner's preferences, without which it may not begin (11).</summary>
    public DateTimeOffset? PreferencesRead { get; init; }

    /// <summary>cmi5: the entitlement key that whoever launched gave for it (10.2.7.2).</summary>
    public string? Entitlement { get; init; }

    /// <summary>When the unit began to run.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it was last heard of.</summary>
    public required DateTimeOffset Last { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public bool IsOpen => State is SessionState.Launched or SessionState.Initialized;

    /// <summary>Has the unit used this verb of cmi5?</summary>
    public bool HasSaid(string verb) => Said.Split(' ').Contains(verb);

    /// <summary>The same after the unit used a verb of cmi5.</summary>
    public LaunchSession Saying(string verb) => this with { Said = Said.Length == 0 ? verb : $"{Said} {verb}" };
}
