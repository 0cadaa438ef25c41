namespace Lrs.Server.Courses;

/// <summary>Something a learner can launch, as one version of a course has it: a cmi5 assignable unit, a SCORM item, an xAPI activity.</summary>
internal sealed record Unit
{
    /// <summary>The same in every version of the course.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its place in the version, from 0.</summary>
    public required int Position { get; init; }

    public required Guid Course { get; init; }

    public required Guid Version { get; init; }

    /// <summary>The publisher's identifier: id of the assignable unit, identifier of the item, id of the activity.</summary>
    public required string Identifier { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>
    /// The activity's IRI, the same in every version: minted for SCORM and cmi5 (8.1.5 wants another than the publisher's); for xAPI
    /// packages the publisher's own, which such content has built in.
    /// </summary>
    public required string Activity { get; init; }

    /// <summary>What to open: an absolute URL, or a percent-encoded reference from the package's root with query and fragment.</summary>
    public required string Launch { get; init; }

    /// <summary>Path of the launched file (not encoded); null when it lies outside the package.</summary>
    public string? LaunchPath { get; init; }

    /// <summary>The score needed to pass, 0 to 1 (SCORM 2004: from -1).</summary>
    public decimal? Mastery { get; init; }

    /// <summary>The score needed to pass as the manifest wrote it.</summary>
    public string? MasteryText { get; init; }

    /// <summary>cmi5 13.1.4: Passed, Completed, CompletedAndPassed, CompletedOrPassed or NotApplicable; null for other kinds.</summary>
    public string? MoveOn { get; init; }

    /// <summary>cmi5 13.1.4: AnyWindow or OwnWindow; null for other kinds.</summary>
    public string? LaunchMethod { get; init; }

    /// <summary>cmi5 13.1.4, static launch parameters.</summary>
    public string? LaunchParameters { get; init; }

    /// <summary>SCORM: the value of <c>cmi.launch_data</c>.</summary>
    public string? DataFromLms { get; init; }

    /// <summary>cmi5 13.1.4, entitlement key.</summary>
    public string? Entitlement { get; init; }

    /// <summary>SCORM 1.2: an AICC script over item identifiers.</summary>
    public string? Prerequisites { get; init; }

    /// <summary>SCORM 1.2: HHHH:MM:SS.SS; SCORM 2004: ISO 8601.</summary>
    public string? MaxTime { get; init; }

    /// <summary>What happens when the time is over: <c>exit,message</c>, <c>continue,no message</c> and so on.</summary>
    public string? TimeLimitAction { get; init; }

    /// <summary>SCORM 2004: the progress, 0 to 1, from which the unit is complete.</summary>
    public string? CompletionThreshold { get; init; }

    /// <summary>A page that never talks to a run-time: nothing but the launch tells that it was seen.</summary>
    public required bool IsAsset { get; init; }

    /// <summary>False when it is left out of the table of contents.</summary>
    public required bool Visible { get; init; }

    /// <summary>IRI of the activity type, when the manifest names one.</summary>
    public string? ActivityType { get; init; }
}
