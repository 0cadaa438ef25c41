namespace Lrs.Server.Player;

/// <summary>How a unit is launched (cmi5 10.2.2; SCORM's <c>cmi.mode</c>).</summary>
internal enum LaunchMode
{
    /// <summary>What the learner does counts.</summary>
    Normal,

    /// <summary>Looking round: nothing that counts is recorded.</summary>
    Browse,

    /// <summary>Looking again after it was finished: nothing that counts is recorded.</summary>
    Review,
}

/// <summary>Where a session stands.</summary>
internal enum SessionState
{
    /// <summary>The link was made; the unit has said nothing yet.</summary>
    Launched,

    /// <summary>The unit is running.</summary>
    Initialized,

    /// <summary>The unit ended it.</summary>
    Terminated,

    /// <summary>It ended without a word: the unit was launched again, or somebody ended it.</summary>
    Abandoned,
}
