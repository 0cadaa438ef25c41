using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>Who wants to take what.</summary>
internal sealed record LaunchOrder
{
    public required Guid Course { get; init; }

    /// <summary>An agent with an identifier.</summary>
    public required Actor Learner { get; init; }

    /// <summary>The registration to make or to continue; null for a new one, or the learner's newest one with <see cref="Continues"/>.</summary>
    public Guid? Registration { get; init; }

    /// <summary>Go on with the learner's newest registration for the course, when there is one?</summary>
    public bool Continues { get; init; }

    /// <summary>The unit: its id, or its index in the course's list, from 0. Null for the first one that is not finished.</summary>
    public string? Unit { get; init; }

    public LaunchMode Mode { get; init; }

    /// <summary>cmi5: an entitlement key agreed upon with the unit (10.2.7.2); null for none.</summary>
    public string? Entitlement { get; init; }

    /// <summary>Only to look at the course: nothing enters the log, and the registration is no learner's.</summary>
    public bool Preview { get; init; }

    /// <summary>Is the whole course opened, with its contents, when no unit is picked? The player also says so on its way from unit to unit.</summary>
    public bool Whole { get; init; }

    /// <summary>Is it a step inside a registration, which stays with its version whatever the rule for restarting?</summary>
    public bool Stays { get; init; }

    /// <summary>Where the learner goes afterwards; an absolute http or https address.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The order that a session came from, for the same unit once more.</summary>
    public static LaunchOrder Again(SessionView view) => new()
    {
        Course = view.Registration.Course,
        Learner = view.Registration.Actor,
        Registration = view.Registration.Id,
        Unit = view.Session.Unit.ToString(),
        Mode = view.Session.Mode,
        ReturnUrl = view.Session.ReturnUrl,
        Preview = view.Registration.IsPreview,
        Entitlement = view.Session.Entitlement,
        Whole = view.Session.Whole,
        Stays = true,
    };
}

/// <summary>What can come of an order. Nothing else can.</summary>
internal abstract record LaunchOutcome
{
    private LaunchOutcome()
    {
    }

    /// <summary>Open the address in a browser.</summary>
    public sealed record Launched(string Url, Guid Registration, Guid Session) : LaunchOutcome;

    /// <summary>There is no such course.</summary>
    public sealed record NoCourse : LaunchOutcome;

    /// <summary>Something in the order does not fit.</summary>
    /// <param name="Field">The field, as the launch API names it.</param>
    /// <param name="Message">A sentence about it.</param>
    public sealed record Wrong(string Field, string Message) : LaunchOutcome;

    /// <summary>Too much is waiting; try again.</summary>
    public sealed record Busy : LaunchOutcome;
}
