using System.Text;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>How far something is (SCORM 2004 RTE 4.2.4).</summary>
internal enum Completion
{
    Unknown,
    Incomplete,
    Completed,
}

/// <summary>Was it a success (SCORM 2004 RTE 4.2.22)?</summary>
internal enum Success
{
    Unknown,
    Passed,
    Failed,
}

/// <summary>One learner's try at one version of a course; its id is the <c>registration</c> of all its statements (cmi5 9.6.1.1).</summary>
internal sealed record Registration
{
    public required Guid Id { get; init; }

    /// <summary>The agent as JSON, as it was given.</summary>
    public required string Learner { get; init; }

    /// <summary>Who that is; see <see cref="Actor.Key"/>.</summary>
    public required string LearnerKey { get; init; }

    public required Guid Course { get; init; }

    /// <summary>The version it began with and stays with.</summary>
    public required Guid Version { get; init; }

    public Completion Completion { get; init; }

    public Success Success { get; init; }

    /// <summary>Score of the whole course, -1 to 1.</summary>
    public decimal? Scaled { get; init; }

    /// <summary>cmi5: is the course satisfied (9.3.9)?</summary>
    public bool Satisfied { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>An author looks at the course: nothing of it enters the log.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The registration that took over when the course was begun anew on a newer version; null when none has.</summary>
    public Guid? Successor { get; init; }

    /// <summary>When it was completed for the first time.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>The learner as an actor. It was read without faults when the registration was made.</summary>
    public Actor Actor => Actor.Read(Encoding.UTF8.GetBytes(Learner), XapiVersion.V1, new Faults()) ?? throw new InvalidDataException($"The learner of registration {Id} is no agent.");
}

/// <summary>What became of one unit in a registration.</summary>
internal sealed record RegistrationUnit
{
    public required Guid Registration { get; init; }

    public required Guid Unit { get; init; }

    public required int Position { get; init; }

    public Completion Completion { get; init; }

    public Success Success { get; init; }

    public Score? Score { get; init; }

    /// <summary>cmi5: is its moveOn criterion met (13.1.4)?</summary>
    public bool Satisfied { get; init; }

    /// <summary>cmi5: why it was waived (9.5.5.2); null when it was not.</summary>
    public string? Waived { get; init; }

    /// <summary>Time spent in all its sessions.</summary>
    public TimeSpan TotalTime { get; init; }

    public required DateTimeOffset Updated { get; init; }
}
