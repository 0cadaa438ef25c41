namespace Lrs.Server.Player;

/// <summary>What the run-time in the browser begins with.</summary>
/// <param name="Session">The session whose commits the page sends.</param>
/// <param name="Elements">The data model by element, such as <c>cmi.suspend_data</c>.</param>
internal sealed record ScormStart(Guid Session, IReadOnlyDictionary<string, string> Elements)
{
    /// <summary>After so many seconds the page says that the unit was open for long enough; null when time completes nothing.</summary>
    public int? CompleteAfter { get; init; }
}

/// <summary>What can happen when a player page begins. Nothing else can.</summary>
internal abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    public sealed record Begun(ScormStart Start) : StartOutcome;

    /// <summary>Too much is waiting; try again.</summary>
    public sealed record Busy : StartOutcome;
}
