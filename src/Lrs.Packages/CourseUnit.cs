namespace Lrs.Packages;

/// <summary>Something a learner can launch: a cmi5 assignable unit, a SCORM item with its resource, an xAPI activity with a launch address.</summary>
public sealed record CourseUnit
{
    /// <summary>The publisher's identifier: id of the assignable unit, identifier of the item, id of the activity. Unique in the course.</summary>
    public required string Identifier { get; init; }

    /// <summary>Title, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Description, when the manifest has one.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// What to open: an absolute URL, or a reference relative to the package's root, percent-encoded, with query and fragment. The item's
    /// <see cref="Parameters"/> are already in it (SCORM 2004 CAM 3.4.1.5, the algorithm for adding parameters).
    /// </summary>
    public required string Launch { get; init; }

    /// <summary>Path of the launched file as in <see cref="PackageFile.Path"/>, not percent-encoded; null when <see cref="Launch"/> leads outside.</summary>
    public string? LaunchPath { get; init; }

    /// <summary>The SCORM item's <c>parameters</c>, as written.</summary>
    public string? Parameters { get; init; }

    /// <summary>The score needed to pass, 0 to 1 (SCORM 2004 allows from -1). SCORM 1.2's 0 to 100 is divided by 100.</summary>
    public decimal? MasteryScore { get; init; }

    /// <summary>The score needed to pass as the manifest wrote it.</summary>
    public string? MasteryScoreText { get; init; }

    /// <summary>cmi5 13.1.4: Passed, Completed, CompletedAndPassed, CompletedOrPassed or NotApplicable. Null for other kinds.</summary>
    public string? MoveOn { get; init; }

    /// <summary>cmi5 13.1.4: AnyWindow or OwnWindow. Null for other kinds.</summary>
    public string? LaunchMethod { get; init; }

    /// <summary>cmi5 13.1.4, static launch parameters.</summary>
    public string? LaunchParameters { get; init; }

    /// <summary>cmi5 13.1.4.</summary>
    public string? EntitlementKey { get; init; }

    /// <summary>SCORM <c>adlcp:datafromlms</c> or <c>adlcp:dataFromLMS</c>: the value of <c>cmi.launch_data</c>.</summary>
    public string? DataFromLms { get; init; }

    /// <summary>SCORM 1.2 <c>adlcp:prerequisites</c>, an AICC script over item identifiers.</summary>
    public string? Prerequisites { get; init; }

    /// <summary>SCORM 1.2 <c>adlcp:maxtimeallowed</c> (HHHH:MM:SS.SS), or SCORM 2004 <c>attemptAbsoluteDurationLimit</c> (ISO 8601).</summary>
    public string? MaxTimeAllowed { get; init; }

    /// <summary>What happens when the time is over: <c>exit,message</c>, <c>continue,no message</c> and so on.</summary>
    public string? TimeLimitAction { get; init; }

    /// <summary>SCORM 2004: the progress, 0 to 1, from which the unit is complete (<c>cmi.completion_threshold</c>).</summary>
    public string? CompletionThreshold { get; init; }

    /// <summary>False when the manifest wants the unit left out of the table of contents; it can be launched all the same.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>True for a SCORM asset: a page that never talks to the run-time, so nothing but the launch tells that it was seen.</summary>
    public bool IsAsset { get; init; }

    /// <summary>IRI of the xAPI activity type, when cmi5 or tincan.xml names one.</summary>
    public string? ActivityType { get; init; }

    /// <summary>The unit's own objectives (SCORM 2004 sequencing) or those it refers to (cmi5).</summary>
    public IReadOnlyList<CourseObjective> Objectives { get; init; } = [];

    /// <summary>SCORM 2004 <c>adlnav:hideLMSUI</c>: previous, continue, exit, exitAll, abandon, abandonAll, suspendAll.</summary>
    public IReadOnlyList<string> HiddenControls { get; init; } = [];

    /// <summary>SCORM 2004 4th edition <c>adlcp:data</c>: stores that units of the course share through <c>adl.data</c> (CAM 5.3).</summary>
    public IReadOnlyList<SharedData> SharedData { get; init; } = [];
}

/// <summary>A store that a SCORM 2004 unit may read or write.</summary>
/// <param name="TargetId">The store's name, the same for all units that share it.</param>
public sealed record SharedData(string TargetId, bool CanRead, bool CanWrite);

/// <summary>A learning objective.</summary>
/// <param name="Id">IRI (cmi5) or identifier (SCORM); empty for a SCORM 2004 primary objective without one.</param>
public sealed record CourseObjective(string Id)
{
    /// <summary>Title, where the manifest gives one.</summary>
    public string? Title { get; init; }

    /// <summary>Description, where the manifest gives one.</summary>
    public string? Description { get; init; }

    /// <summary>SCORM 2004: the one objective that rolls up to the item.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>SCORM 2004: true when <see cref="MinNormalizedMeasure"/> decides whether it is satisfied.</summary>
    public bool SatisfiedByMeasure { get; init; }

    /// <summary>SCORM 2004: the measure, -1 to 1, from which it is satisfied.</summary>
    public decimal? MinNormalizedMeasure { get; init; }
}
