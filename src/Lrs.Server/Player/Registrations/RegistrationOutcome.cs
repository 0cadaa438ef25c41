namespace Lrs.Server.Player;

/// <summary>What can come of a change to a registration. Nothing else can.</summary>
internal abstract record RegistrationOutcome
{
    private RegistrationOutcome()
    {
    }

    public sealed record Done : RegistrationOutcome;

    /// <summary>There is no such registration.</summary>
    public sealed record None : RegistrationOutcome;

    /// <summary>The request does not fit; 400.</summary>
    public sealed record Wrong(string Field, string Message) : RegistrationOutcome;

    /// <summary>It was done before, or cannot be done any more; 409.</summary>
    public sealed record TooLate(string Message) : RegistrationOutcome;

    /// <summary>Too much is waiting; try again.</summary>
    public sealed record Busy : RegistrationOutcome;
}
