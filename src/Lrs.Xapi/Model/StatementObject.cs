namespace Lrs.Xapi;

/// <summary>What it was done to: an <see cref="Activity"/>, <see cref="ActorObject"/>, <see cref="SubStatement"/> or <see cref="StatementReference"/> (Data 2.4.4; 9274.1.1 4.2.2.3).</summary>
public abstract record StatementObject
{
    private protected StatementObject()
    {
    }
}

/// <summary>An agent or group as object.</summary>
public sealed record ActorObject(Actor Actor) : StatementObject;

/// <summary>A statement as object that stands in the store under this id, or will (Data 2.4.4.3).</summary>
public sealed record StatementReference(Guid Id) : StatementObject;

/// <summary>A statement told inside another, that is not itself asserted (Data 2.4.4.3).</summary>
public sealed record SubStatement : StatementObject
{
    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Did what.</summary>
    public required Verb Verb { get; init; }

    /// <summary>To what; never a SubStatement.</summary>
    public required StatementObject Object { get; init; }

    /// <summary>With what outcome.</summary>
    public Result? Result { get; init; }

    /// <summary>In which surroundings.</summary>
    public Context? Context { get; init; }

    /// <summary>When.</summary>
    public XapiTime? When { get; init; }

    /// <summary>Files that belong to it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
