namespace Lrs.Xapi;

/// <summary>What came of it (Data 2.4.5; 9274.1.1 4.2.2.4).</summary>
public sealed record Result
{
    /// <summary>Points.</summary>
    public Score? Score { get; init; }

    /// <summary>Was it a success?</summary>
    public bool? Success { get; init; }

    /// <summary>Was it completed?</summary>
    public bool? Completion { get; init; }

    /// <summary>The answer given, in the form of the interaction type.</summary>
    public string? Response { get; init; }

    /// <summary>How long it took.</summary>
    public XapiDuration? Duration { get; init; }

    /// <summary>Anything else.</summary>
    public Extensions Extensions { get; init; } = Extensions.Empty;
}

/// <summary>Points (Data 2.4.5.1; 9274.1.1 4.2.2.4).</summary>
/// <param name="Scaled">From -1 to 1.</param>
/// <param name="Raw">Between <paramref name="Min"/> and <paramref name="Max"/> where those are given.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The most; more than <paramref name="Min"/>.</param>
public sealed record Score(decimal? Scaled, decimal? Raw, decimal? Min, decimal? Max);
