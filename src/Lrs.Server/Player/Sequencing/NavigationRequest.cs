namespace Lrs.Server.Player;

/// <summary>What the learner, or content for them, asks for (SN 4.7; <c>adl.nav.request</c>). Nothing else can be asked.</summary>
internal abstract record NavigationRequest
{
    private NavigationRequest()
    {
    }

    public sealed record Start : NavigationRequest;

    public sealed record ResumeAll : NavigationRequest;

    public sealed record Continue : NavigationRequest;

    public sealed record Previous : NavigationRequest;

    /// <summary>The activity with this index in the tree.</summary>
    public sealed record Choice(int Target) : NavigationRequest;

    /// <summary>The same, past the rules for choosing (4th edition).</summary>
    public sealed record Jump(int Target) : NavigationRequest;

    /// <summary>The current unit ends.</summary>
    public sealed record Exit : NavigationRequest;

    public sealed record ExitAll : NavigationRequest;

    public sealed record SuspendAll : NavigationRequest;

    /// <summary>The current unit ends, and nothing follows from it.</summary>
    public sealed record Abandon : NavigationRequest;

    public sealed record AbandonAll : NavigationRequest;

    /// <summary>
    /// Reads <c>continue</c>, <c>previous</c>, <c>exit</c>, <c>exitAll</c>, <c>suspendAll</c>, <c>abandon</c>, <c>abandonAll</c>, <c>{target=ID}choice</c> and
    /// <c>{target=ID}jump</c> (RTE 5.6.4); null when it is none of them, or names no activity of the tree.
    /// </summary>
    public static NavigationRequest? Read(ActivityTree tree, string text)
    {
        var close = text.IndexOf('}', StringComparison.Ordinal);
        if (text.StartsWith("{target=", StringComparison.Ordinal) && close > 0)
        {
            return tree.Named(text[8..close]) is not { Index: var index } ? null : text[(close + 1)..] switch
            {
                "choice" => new Choice(index),
                "jump" => new Jump(index),
                _ => null,
            };
        }

        return text switch
        {
            "start" => new Start(),
            "resumeAll" => new ResumeAll(),
            "continue" => new Continue(),
            "previous" => new Previous(),
            "exit" => new Exit(),
            "exitAll" => new ExitAll(),
            "suspendAll" => new SuspendAll(),
            "abandon" => new Abandon(),
            "abandonAll" => new AbandonAll(),
            _ => null,
        };
    }
}

/// <summary>What comes of a request. Nothing else can.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Open this unit.</summary>
    public sealed record Unit(int Position) : Delivery;

    /// <summary>Nothing is open; the learner chooses.</summary>
    public sealed record Nothing : Delivery;

    /// <summary>The learner leaves the course, to come back or for good.</summary>
    public sealed record Left(bool Suspended) : Delivery;

    /// <summary>It cannot be done.</summary>
    /// <param name="Reason">A sentence for the learner.</param>
    public sealed record Refused(string Reason) : Delivery;
}
