using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>What SCORM content has said about the learner so far, the same for both versions of the data model.</summary>
internal sealed record ScormSnapshot
{
    /// <summary>Before content said anything.</summary>
    public static ScormSnapshot Empty { get; } = new();

    public Completion Completion { get; init; }

    public Success Success { get; init; }

    public Score? Score { get; init; }

    /// <summary>0 to 1; SCORM 2004 only.</summary>
    public decimal? Progress { get; init; }

    /// <summary>Does the learner mean to come back (<c>exit</c> is <c>suspend</c>, or the deprecated <c>logout</c>)?</summary>
    public bool Suspends { get; init; }

    /// <summary>Length of the session as content tells it; null when it tells none.</summary>
    public TimeSpan? SessionTime { get; init; }

    public IReadOnlyList<ScormInteraction> Interactions { get; init; } = [];

    public IReadOnlyList<ScormObjective> Objectives { get; init; } = [];

    /// <summary>The learner's comments.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}

/// <summary>An answer to a question, in xAPI's forms.</summary>
internal sealed record ScormInteraction
{
    /// <summary>Its place in <c>cmi.interactions</c>.</summary>
    public required int Index { get; init; }

    public required string Id { get; init; }

    /// <summary>One of xAPI's interaction types; <c>other</c> when content names none.</summary>
    public required string Type { get; init; }

    public IReadOnlyList<string> Correct { get; init; } = [];

    public string? Response { get; init; }

    /// <summary>What content wrote: correct, incorrect or wrong, neutral, unanticipated, or a number.</summary>
    public string? Result { get; init; }

    public TimeSpan? Latency { get; init; }

    public string? Description { get; init; }
}

/// <summary>An objective's state.</summary>
internal sealed record ScormObjective(string Id, Completion Completion, Success Success, Score? Score, string? Description);
