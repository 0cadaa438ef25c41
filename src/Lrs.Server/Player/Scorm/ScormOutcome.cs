namespace Lrs.Server.Player;

/// <summary>What can become of a commit. Nothing else can.</summary>
internal abstract record ScormOutcome
{
    private ScormOutcome()
    {
    }

    /// <summary>It is kept, or was before.</summary>
    public sealed record Kept : ScormOutcome;

    /// <summary>The session has ended, or another one of the same unit has written since; the page must not go on.</summary>
    public sealed record Over(string Reason) : ScormOutcome;

    /// <summary>The token's registration has no such session.</summary>
    public sealed record Unknown : ScormOutcome;

    /// <summary>Too much is waiting; to be sent again.</summary>
    public sealed record Busy : ScormOutcome;
}
